"""Truth of `sdksmith diff`, against independent judges; run with `python -m tests.releases`."""
