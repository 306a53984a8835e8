"""Published attacks on code generators, repeated; see README.md."""
