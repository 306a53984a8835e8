"""Leaves that any stage may use: words, names, prose, Python source."""
