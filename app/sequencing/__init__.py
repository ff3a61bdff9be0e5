"""The sequence of a window's activities: network, passes, conflicts and suggestion, all pure."""
