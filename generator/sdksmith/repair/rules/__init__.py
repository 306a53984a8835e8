"""Repair rules, one module each; `registry.py` discovers them in this package."""
