"""Calls of a client that break when its API grows; run with `python -m tests.growth`."""
