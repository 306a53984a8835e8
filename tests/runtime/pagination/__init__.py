"""Tests of `templates/runtime/pagination`."""
