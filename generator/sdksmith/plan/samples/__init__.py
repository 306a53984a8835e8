"""Sample values for smoke tests and examples."""
