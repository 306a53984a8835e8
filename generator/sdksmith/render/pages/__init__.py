"""Markdown pages of a client, and their examples."""
