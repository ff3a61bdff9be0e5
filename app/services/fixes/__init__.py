"""Use cases of production fixes: entered in ten seconds, documented, signed off, made a change of."""
