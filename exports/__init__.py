"""Packets, workbooks and calendars: documents in, bytes out; knows nothing of app or db."""
