"""Days, times of day and zones as lists write them."""
