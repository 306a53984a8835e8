"""Code as users of a generated client write it."""
