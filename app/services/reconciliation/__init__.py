"""Use cases of reconciliation: what monitoring saw, held against what was recorded."""
