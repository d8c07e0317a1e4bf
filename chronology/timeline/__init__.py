"""Everything that was read: in order, indexed once, and ready to answer questions."""
