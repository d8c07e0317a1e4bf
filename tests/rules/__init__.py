"""Tests of the rules that need the whole chronology."""
