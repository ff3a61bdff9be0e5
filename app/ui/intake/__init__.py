"""The intake list as a screen of its own: changes that wait for a window."""
