"""The night: a window's run from its beginning to its results, one unit of work for each act."""
