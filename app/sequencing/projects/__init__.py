"""Projects with limited resources: generation, improvement, search and bounds of short schedules."""
