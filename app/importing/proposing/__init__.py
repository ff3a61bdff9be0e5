"""What a list seems to mean: its kind, its source and what each column feeds, all as guesses."""
