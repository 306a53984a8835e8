"""Names lock: the names of a released client, in a file beside its document."""
