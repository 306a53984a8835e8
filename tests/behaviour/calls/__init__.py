"""Tests of calls of the client of `faults/api.yaml` to the fault server."""
