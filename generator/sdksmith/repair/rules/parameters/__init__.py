"""Rules for parameters and request bodies."""
