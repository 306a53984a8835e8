"""Parsing of YAML text."""
