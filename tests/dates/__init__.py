"""Tests of dates: what is read, refused, compared and told in words."""
