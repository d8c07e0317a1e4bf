"""From a chronology to a folder of pages."""
