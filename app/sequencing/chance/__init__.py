"""The chance to finish: durations drawn from their spreads and played, people and items respected."""
