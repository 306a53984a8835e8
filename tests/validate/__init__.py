"""Tests of the check against the specification."""
