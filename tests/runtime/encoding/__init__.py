"""Tests of `templates/runtime/encoding`."""
