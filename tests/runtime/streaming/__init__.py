"""Tests of `templates/runtime/streaming`."""
