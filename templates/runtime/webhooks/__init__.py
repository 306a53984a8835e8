"""Parsing of webhook payloads."""
