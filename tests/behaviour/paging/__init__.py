"""Styles of pagination, and operations that only resemble it."""
