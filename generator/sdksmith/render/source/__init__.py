"""Python source: expressions, names, imports and the layout of statements."""
