"""A table and its mapping to rows of typed values, and what importing them would do."""
