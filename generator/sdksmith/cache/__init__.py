"""Records of earlier runs in the cache folder of the user."""
