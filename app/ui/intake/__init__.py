"""The intake list: changes that wait for a window, to be dragged onto one."""
