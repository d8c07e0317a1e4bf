"""Tests: a folder for each part of the engine, and content/ for the chronology kept here."""
