"""Render stage: rendering of a `Package` to the files of a client."""
