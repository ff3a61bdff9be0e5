"""Suggesting a sequence: the requirements of a window, quick generation, and search with CP-SAT."""
