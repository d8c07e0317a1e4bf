"""Builds a static site from a chronology's cited Markdown files; knows nothing of the subject."""
