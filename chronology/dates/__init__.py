"""A date as precise as its evidence: its notation, its bounds, its words."""
