"""Programs that export lists: how each is known, and what its headers and words mean."""
