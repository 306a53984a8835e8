"""Formats, checks and writes the files of a client."""
