"""API model: types and operations, independent of specification version and Python."""
