"""Tests of `templates/runtime/transport`."""
