"""Class names of component schemas."""
