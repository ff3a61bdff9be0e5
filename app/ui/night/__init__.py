"""The night: what runs now, what is next for whom, the forecast against the window's end, and the log."""
