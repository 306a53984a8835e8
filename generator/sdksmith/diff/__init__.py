"""Differences between two clients, as Python callers see them."""
