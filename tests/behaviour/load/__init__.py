"""Load tests: concurrent calls with injected faults, and large transfers."""
