"""Output: verify the files of a client and write them to its folder."""
