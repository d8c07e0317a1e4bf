"""Tests of the chronology kept here, whatever its subject is."""
