"""Rules for security schemes."""
