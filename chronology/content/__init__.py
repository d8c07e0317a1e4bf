"""The files that editors write: their fields, their types, and how they are read."""
