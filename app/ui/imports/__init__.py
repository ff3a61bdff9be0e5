"""The import screen: choose a list, see what it is, map its columns, check what would happen, do it."""
