"""Tests of `templates/runtime/hooks`."""
