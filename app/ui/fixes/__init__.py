"""The fixes screen: production fixes with their debts and clocks, and the ten-second entry."""
