"""Hand-written queries that fill screens, one statement each, by subject."""
