"""Webhooks and their dispatch."""
