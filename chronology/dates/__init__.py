"""Dates as precise as their evidence: how they are written, compared and put into words."""
