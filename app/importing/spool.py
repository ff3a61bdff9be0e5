"""Rows of a list too long to be held: kept in a temporary file, a few hundred in memory at a time."""

from __future__ import annotations

import marshal
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from tempfile import TemporaryFile
from threading import Lock
from typing import overload

from app.importing.errors import UnreadableList

Row = tuple[str, ...]
_ROWS_TOGETHER, _ROWS_COUNTED, _LETTERS_TOGETHER = 2_000, 20, 4_000_000
"""Letters are counted of so many rows at once: few enough that the widest do not fill the memory."""
_CHUNKS_KEPT = 4


@contextmanager
def _writing() -> Iterator[None]:
    """Raises `UnreadableList` where the temporary file cannot be written."""
    try:
        yield
    except OSError as error:
        raise UnreadableList(
            f"The list is too long to be held, and its temporary file cannot be written: {error.strerror}",
            mend="Free some space there, or name another folder for such files by TMPDIR; then try again.",
        ) from error


class SpooledRows(Sequence[Row]):
    """Rows in a temporary file, all as wide as `fit` says; several threads may read them."""

    def __init__(self) -> None:
        with _writing():
            self._file = TemporaryFile(prefix="lockstep-rows-")  # noqa: SIM115 - lives as long as the rows
        self._lock = Lock()
        self._starts: list[int] = []
        self._places: list[tuple[int, int]] = []
        self._kept: OrderedDict[int, list[Row]] = OrderedDict()
        self._count = self._end = 0
        self._width: int | None = None

    def add(self, rows: list[list[str]]) -> None:
        """Put rows at the end; cells and rows may be of any length."""
        data = marshal.dumps([tuple(row) for row in rows])
        with _writing():
            self._file.write(data)
        self._starts.append(self._count)
        self._places.append((self._end, len(data)))
        self._count += len(rows)
        self._end += len(data)

    def fit(self, width: int) -> None:
        """Say how many cells every row has from now on, and that no more rows come."""
        self._width = width
        with _writing():
            self._file.flush()

    def chunks(self) -> Iterator[list[Row]]:
        """All rows, some hundreds together."""
        for number in range(len(self._places)):
            yield self._chunk(number)

    def at(self, places: Sequence[int]) -> list[Row]:
        """The rows at these places, which ascend."""
        found: list[Row] = []
        start = end = 0
        chunk: list[Row] = []
        for place in places:
            if not start <= place < end:
                number = bisect_right(self._starts, place) - 1
                chunk, start = self._chunk(number), self._starts[number]
                end = start + len(chunk)
            found.append(chunk[place - start])
        return found

    def _chunk(self, number: int) -> list[Row]:
        with self._lock:
            if number in self._kept:
                self._kept.move_to_end(number)
                return self._kept[number]
            start, length = self._places[number]
            self._file.seek(start)
            read, width = marshal.loads(self._file.read(length)), self._width
            rows = [tuple(row) if len(row) == width else fitted(row, width) for row in read]
            self._kept[number] = rows
            while len(self._kept) > _CHUNKS_KEPT:
                self._kept.popitem(last=False)
            return rows

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        for chunk in self.chunks():
            yield from chunk

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(self._count))]
        place = place + self._count if place < 0 else place
        if not 0 <= place < self._count:
            raise IndexError(place)
        number = bisect_right(self._starts, place) - 1
        return self._chunk(number)[place - self._starts[number]]


def fitted(row: Sequence[str], width: int | None) -> Row:
    """The cells of a row, filled up or cut to a width."""
    if width is None or len(row) == width:
        return tuple(row)
    if len(row) < width:
        return (*row, *([""] * (width - len(row))))
    return tuple(row[:width])


def together(rows: Iterable[list[str]]) -> Iterator[list[list[str]]]:
    """Rows in lists that are neither long nor hold many letters."""
    part: list[list[str]] = []
    letters = 0
    ahead = iter(rows)
    while some := list(islice(ahead, _ROWS_COUNTED)):
        part += some
        letters += len("".join(chain.from_iterable(some)))
        if len(part) >= _ROWS_TOGETHER or letters > _LETTERS_TOGETHER:
            yield part
            part, letters = [], 0
    if part:
        yield part


def chunks_of(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows of a table some hundreds at a time, wherever they are kept."""
    if isinstance(rows, SpooledRows):
        yield from rows.chunks()
        return
    for start in range(0, len(rows), _ROWS_TOGETHER):
        yield rows[start : start + _ROWS_TOGETHER]


def rows_at(rows: Sequence[Row], places: Sequence[int]) -> list[Row]:
    """The rows of a table at these places, which ascend, wherever they are kept."""
    return rows.at(places) if isinstance(rows, SpooledRows) else [rows[place] for place in places]
