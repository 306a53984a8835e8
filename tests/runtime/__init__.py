"""Tests of `templates/runtime` as plain Python."""
