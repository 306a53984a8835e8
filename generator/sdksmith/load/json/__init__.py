"""Parsing of JSON text."""
