"""Generated docstrings."""
