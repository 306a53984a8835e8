"""Tests of `templates/runtime/auth/oauth`."""
