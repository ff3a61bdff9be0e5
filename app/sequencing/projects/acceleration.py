"""Compiles the inner loops of the search to machine code where numba is installed.

Without numba the same functions run as plain Python: right, but some hundred times slower. The machine code
is kept on disk, so that only the first search after an installation waits for the compiler.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

try:
    import numba
except ImportError:  # the lists of a small machine may leave it out
    numba = None

IS_COMPILED = numba is not None


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The function as machine code that runs without the interpreter's lock, or as it is."""
    if numba is None:
        return function
    machine_code: Callable[P, R] = numba.njit(cache=True, nogil=True)(function)
    return machine_code
