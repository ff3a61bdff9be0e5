"""The reconciliation screen: what monitoring saw, held against the records; empty is the goal."""
