"""Tests of the timeline: what is told of sources, voices and names from all entries at once."""
