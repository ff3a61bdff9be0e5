"""The dialogs of the calendar: windows, series with their checkpoints and criteria, freezes, bookings."""
