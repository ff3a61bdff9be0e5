"""Use cases of incidents: recorded, analysed, followed up, and counted against the allowance."""
