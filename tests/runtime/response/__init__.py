"""Tests of `templates/runtime/response`."""
