"""Render stage: render the templates of a `Package` to the files of a client."""
