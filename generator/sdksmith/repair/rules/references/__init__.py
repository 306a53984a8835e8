"""Rules for references."""
