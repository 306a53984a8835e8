"""Tests of `templates/runtime/auth`."""
