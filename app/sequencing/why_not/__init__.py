"""Why no sequence exists: a small set of requirements that contradict each other, and what resolves each."""
