"""Rules for values, examples and limits."""
