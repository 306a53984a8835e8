"""Names of inline schemas."""
