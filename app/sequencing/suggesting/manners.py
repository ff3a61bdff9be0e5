"""Good manners of a thread that computes in Python: others wait for the interpreter no longer than a moment.

A thread that paints hands the interpreter's lock over at every call into Qt and gets it back only after the
switch interval, 5 ms as Python comes: a picture of two hundred calls would take a second.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SWITCH_SECONDS = 0.0001

_lock = threading.Lock()
_usual: list[float] = []


@contextmanager
def yielding_often() -> Iterator[None]:
    """While this lasts, threads take turns every tenth of a millisecond; may be nested and run in several."""
    with _lock:
        _usual.append(sys.getswitchinterval())
        sys.setswitchinterval(_SWITCH_SECONDS)
    try:
        yield
    finally:
        with _lock:
            usual = _usual.pop()
            if not _usual:
                sys.setswitchinterval(usual)
