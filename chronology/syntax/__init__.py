"""One text as its editor typed it, with positions and without meaning."""
