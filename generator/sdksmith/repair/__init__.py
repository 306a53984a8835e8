"""What the author of a document meant: rules, and the engine that applies them."""
