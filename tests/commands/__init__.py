"""Tests of the commands, as people run them."""
