"""The times of a list, read once: the dry run tells which cells are none, and storing asks for them again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.importing.fields import FieldType

DEAR = (FieldType.INSTANT, FieldType.MOMENT)
"""Fields whose cells take longest to read, and hardly repeat."""
_MOST_ROWS = 200_000
"""Of longer lists each reading is made anew: memory must not grow with them."""
_NOT_YET: Any = object()


class TimesRead:
    """The values of columns by the places of their rows in a table of so many rows."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._columns: dict[int, list[Any]] = {}

    def of(self, column: int, places: Sequence[int], read: Callable[[], list[Any]]) -> list[Any]:
        """The values of a column at these places, which ascend; `read` is asked where some are not known."""
        if self._rows > _MOST_ROWS or not places:
            return read()
        held = self._columns.setdefault(column, [_NOT_YET] * self._rows)
        first, after = places[0], places[-1] + 1
        if after - first != len(places):  # some rows between them belong elsewhere
            return read()
        values = held[first:after]
        if _NOT_YET in values:
            values = held[first:after] = read()
        return values
