"""What an editor writes: its fields, its type, and how it is read."""
