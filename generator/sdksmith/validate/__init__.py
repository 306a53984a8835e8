"""Validation of repaired documents against their specification."""
