"""Tests of `templates/runtime/webhooks`."""
