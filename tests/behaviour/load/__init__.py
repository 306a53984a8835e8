"""Many calls at once with injected faults, and transfers that do not fit into memory."""
