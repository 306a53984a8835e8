"""The meaning of a document: types and operations, free of specification and Python."""
