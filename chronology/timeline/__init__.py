"""Everything that was read, in order, indexed once, and asked questions."""
