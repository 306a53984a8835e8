"""Tests of `templates/runtime/downloads`."""
