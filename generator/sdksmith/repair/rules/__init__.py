"""The repairs, a file each. The registry finds them here by itself."""
