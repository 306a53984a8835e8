"""Fills in the templates: a `Package` becomes the files of a client."""
