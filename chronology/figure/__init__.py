"""Numbers for a drawing of time; it knows no SVG."""
