"""The sequence screen: the table of activities beside their time axis."""
