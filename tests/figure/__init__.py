"""Tests of the figure, without a browser."""
