"""Files of any sort to a table of texts."""
