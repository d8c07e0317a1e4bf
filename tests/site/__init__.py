"""Tests of the site: its pages, its assets, its folder."""
