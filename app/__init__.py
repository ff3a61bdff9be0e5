"""Lockstep, the desktop application of the release coordinator."""
