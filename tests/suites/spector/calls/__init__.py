"""Calls of the scenarios, by file of the specifications."""
