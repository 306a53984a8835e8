"""Response bodies that are read in chunks or written to a file."""
