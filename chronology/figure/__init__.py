"""Numbers for the picture of time: along in per cent of its width, across in pixels; no SVG."""
