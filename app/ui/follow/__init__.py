"""What the screens that follow the night have in common: a list with debts, and what one record says."""
