"""The values that templates are given, ready to be shown."""
