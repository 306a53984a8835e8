"""Security schemes and requirements."""
