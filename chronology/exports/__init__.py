"""The chronology in the formats of other programs."""
