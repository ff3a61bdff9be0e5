"""Importing lists: what a list would do to the records, and doing it in one transaction."""
