"""Text utilities for all stages: words, names, prose, Python source."""
