"""Settings: their types, files and application to a document."""
