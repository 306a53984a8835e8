"""Schemas: their conversion to types."""
