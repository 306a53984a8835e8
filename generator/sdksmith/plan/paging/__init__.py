"""Detection of pagination."""
