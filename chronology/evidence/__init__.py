"""Whether a quotation stands in an article, and the record that it was checked."""
