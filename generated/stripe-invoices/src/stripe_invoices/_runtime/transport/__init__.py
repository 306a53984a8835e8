"""Sending of requests: attempts, retries, redirects and deadlines."""
