"""Tables of the specifications: kinds of objects and their fields."""
