"""The board: one window's changes by their progress through the checkpoints."""
