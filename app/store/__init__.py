"""The unit of work, rows to and from domain values, and the queries that fill screens."""
