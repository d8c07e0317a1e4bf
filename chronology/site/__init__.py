"""Turns a chronology into a folder of pages."""
