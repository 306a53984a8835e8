"""Releases of a client: the next version, in the settings and in a changelog."""
