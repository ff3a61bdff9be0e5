"""Pauses cyclic garbage collection while many records that live on are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Nothing made inside is garbage in cycles; collecting would only walk the growing records again.

    Two threads may pause at once: only the one that found collecting on turns it on again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()  # back among the oldest: as young ones all would be walked through at once
            gc.enable()
