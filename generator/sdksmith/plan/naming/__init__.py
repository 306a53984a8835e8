"""Names of methods, resources, classes and fields."""
