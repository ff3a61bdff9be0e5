"""Use cases: what a person can do, one unit of work each."""
