"""The calendar: windows, checkpoints, freezes and bookings over a month, week, quarter or year."""
