"""Tests of `templates/runtime/request`."""
