"""Rules for paths and operations."""
