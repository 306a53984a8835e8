"""Preparation of requests."""
