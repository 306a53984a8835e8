"""Webhooks and callbacks."""
