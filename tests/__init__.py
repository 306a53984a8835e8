"""Tests, and commands for developers: see README.md."""

from __future__ import annotations

import os

# Neither tests nor benchmarks use or leave records of runs, except those in tests/cache.
os.environ["SDKSMITH_CACHE_DIR"] = ""
