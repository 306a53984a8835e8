"""What happens around a call: a client of `faults/api.yaml` against the fault server."""
