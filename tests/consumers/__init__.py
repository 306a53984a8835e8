"""Code of users of generated clients."""
