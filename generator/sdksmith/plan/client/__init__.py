"""The client classes and their credentials."""
