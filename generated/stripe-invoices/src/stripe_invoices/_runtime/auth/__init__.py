"""Security schemes and access tokens."""
