"""Names that a client keeps from its last release."""
