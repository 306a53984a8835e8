"""Rules for responses."""
