"""What the author of a document meant: one file a rule, and the engine that runs them."""
