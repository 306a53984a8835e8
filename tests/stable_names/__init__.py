"""Names that move, with a names lock and without; run with `python -m tests.stable_names`."""
