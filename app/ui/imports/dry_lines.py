"""The lines of a dry run; of parts that may be very long, each line is made when it is drawn."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import overload

from app.importing.converting.dryrun import ChangedRow, Conflict, FieldChange
from app.importing.converting.rows import Rejection
from app.importing.mapping import Mapping
from app.services.imports.conflicts import FieldName
from app.services.imports.newcomers import Newcomer

BESIDE = " / "
"""Stands between the columns of a rejected row that has to do with several."""
_ROW_NAMED = re.compile(r"\brow (\d+)", re.IGNORECASE)
_COLUMN_NAMED = re.compile("“([^”]+)”")


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One field of one record that would change."""

    row_number: int
    key: str
    change: FieldChange


class ChangeLines(Sequence[ChangeLine]):
    """The changed fields of all changed rows, each made when it is drawn: there may be very many."""

    def __init__(self, rows: Sequence[ChangedRow]) -> None:
        self._rows = rows
        self._ends = list(accumulate(len(row.changes) for row in rows))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, place: int) -> ChangeLine: ...
    @overload
    def __getitem__(self, place: slice) -> list[ChangeLine]: ...
    def __getitem__(self, place: int | slice) -> ChangeLine | list[ChangeLine]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        at = bisect_right(self._ends, place)
        row = self._rows[at]
        change = row.changes[place - (self._ends[at] - len(row.changes))]
        return ChangeLine(row.row.row_number, row.row.key, change)


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """One field in conflict with how it is settled so far."""

    conflict: Conflict
    takes_list: bool

    @property
    def row_number(self) -> int:
        """The row of the file."""
        return self.conflict.row_number


class ConflictLines(Sequence[ConflictLine]):
    """The fields in conflict, with those that are `taken` from the list."""

    def __init__(self, conflicts: Sequence[Conflict], taken: Collection[FieldName]) -> None:
        self._conflicts, self._taken = conflicts, taken

    def __len__(self) -> int:
        return len(self._conflicts)

    @overload
    def __getitem__(self, place: int) -> ConflictLine: ...
    @overload
    def __getitem__(self, place: slice) -> list[ConflictLine]: ...
    def __getitem__(self, place: int | slice) -> ConflictLine | list[ConflictLine]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        one = self._conflicts[place]
        return ConflictLine(one, (one.key, one.field) in self._taken)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody the register does not know, and whether they will be added."""

    person: Newcomer
    is_added: bool


def headers_of(line: object, mapping: Mapping) -> tuple[str, ...]:
    """The columns of the list that a line of a dry run is about, as far as it is about some only."""
    if isinstance(line, Rejection):
        return (line.column, *line.column.split(BESIDE))
    if isinstance(line, PersonLine):
        return tuple(header for field in line.person.fields for header in mapping.headers_of(field))
    if isinstance(line, ConflictLine):
        return mapping.headers_of(line.conflict.field)
    return mapping.headers_of(line.change.field) if isinstance(line, ChangeLine) else ()


def place_in(note: str) -> tuple[int, tuple[str, ...]]:
    """The first row of the file that a note names, 0 where it names none, and what may be columns in it."""
    found = _ROW_NAMED.search(note)
    return int(found[1]) if found else 0, tuple(_COLUMN_NAMED.findall(note))
