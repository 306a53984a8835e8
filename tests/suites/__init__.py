"""Suites of tests against programs written elsewhere."""
