"""Tests of evidence: quotations, and where they stand."""
