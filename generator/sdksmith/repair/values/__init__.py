"""Checks and exact conversions of values."""
