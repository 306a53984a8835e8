"""Render workers: rendering and verification in other processes."""
