"""Rules for schemas."""
