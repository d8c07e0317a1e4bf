"""Reads files as their editors typed them: what stands where, not yet what it means."""
