"""Which audit events this program wrote itself, so that it hears of the others' alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class OwnEvents:
    """Numbers of the events that this desk's units of work wrote; may be shared between threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._ranges: list[range] = []

    @contextmanager
    def writing(self, numbers: range) -> Iterator[None]:
        """Count `numbers` as own from just before they are committed; not if that fails."""
        with self._lock:
            self._ranges.append(numbers)
        try:
            yield
        except BaseException:
            with self._lock:
                self._ranges.remove(numbers)
            raise

    def __contains__(self, number: object) -> bool:
        with self._lock:
            return any(number in one for one in self._ranges)

    def forget_until(self, number: int) -> None:
        """Drop the numbers up to this one, which nobody asks about any more."""
        with self._lock:
            self._ranges = [one for one in self._ranges if one.stop - 1 > number]
