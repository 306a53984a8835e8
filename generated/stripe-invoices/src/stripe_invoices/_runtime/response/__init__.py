"""Decoding of responses."""
