"""Diagnostics and their presentation."""
