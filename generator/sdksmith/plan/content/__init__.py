"""Contents of requests and responses."""
