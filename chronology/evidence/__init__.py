"""Checks quotations against articles, and records what was checked."""
