"""Encoding of parameters and request bodies."""
