"""Smoke tests."""
