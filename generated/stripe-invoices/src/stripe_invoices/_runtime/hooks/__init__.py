"""Event hooks and the log."""
