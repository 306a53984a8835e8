"""Rules for the structure of any object."""
