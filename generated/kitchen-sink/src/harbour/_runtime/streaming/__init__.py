"""Responses that are streams of items."""
