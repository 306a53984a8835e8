"""Types in generated code: modules, annotations and definitions."""
