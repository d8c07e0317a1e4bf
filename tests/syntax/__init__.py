"""Tests of syntax: how a file that an editor wrote is read."""
