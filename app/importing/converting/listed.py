"""Rows of a long list, made anew from the table whenever they are asked for, and its keys packed tight."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, overload

from app.importing.converting.converter import Converter
from app.importing.converting.rows import ImportRow
from app.importing.fields import TITLED
from app.importing.spool import rows_at

_TOGETHER = 2_000
_MOST_HELD = 200_000
"""Of lists of more rows the keys are packed."""


class ListedRows(Sequence[ImportRow]):
    """Some rows of a table as records, by their places; none is held. `repeats` are places of rows that say
    what an earlier one (its row number) says already."""

    def __init__(
        self, converter: Converter, places: Sequence[int], repeats: Mapping[int, int] | None = None
    ) -> None:
        self._converter = converter
        self._places = places
        self._repeats = repeats or {}

    def parts(self, size: int = _TOGETHER) -> Iterator[list[ImportRow]]:
        """The rows, so many at a time."""
        for start in range(0, len(self._places), size):
            yield self.made(self._places[start : start + size])

    def column_parts(self, size: int = _TOGETHER) -> Iterator[ListedPart]:
        """The rows, so many at a time, to be read column by column or as records."""
        for start in range(0, len(self._places), size):
            yield ListedPart(self, self._converter, self._places[start : start + size])

    def key_parts(self, size: int = _TOGETHER) -> Iterator[list[str]]:
        """The keys of the rows, so many at a time."""
        for start in range(0, len(self._places), size):
            places = self._places[start : start + size]
            yield self._converter.keys(rows_at(self._converter.table.rows, places))

    def digest_parts(self, size: int = _TOGETHER) -> Iterator[dict[str, str]]:
        """What tells the rows' contents from others, by key, so many at a time; repeats are left out."""
        places = sorted(place for place in self._places if place not in self._repeats)
        for start in range(0, len(places), size):
            rows = rows_at(self._converter.table.rows, places[start : start + size])
            yield dict(zip(self._converter.keys(rows), self._converter.digests(rows), strict=True))

    def without(self, row_numbers: Collection[int]) -> ListedRows:
        """These rows but for those with such numbers."""
        numbers = self._converter.table.row_numbers
        places = array("I", (place for place in self._places if numbers[place] not in row_numbers))
        return ListedRows(self._converter, places, self._repeats)

    def made(self, places: Sequence[int]) -> list[ImportRow]:
        """The rows at these places of the table, which ascend."""
        table, converter = self._converter.table, self._converter
        rows = rows_at(table.rows, places)
        records = converter.records(rows)
        keys, digests = converter.keys(rows), converter.digests(rows)
        if converter.mapping.kind in TITLED:
            for record, key in zip(records, keys, strict=True):
                record["title"] = record.get("title") or key
        return [
            ImportRow(table.row_numbers[place], key, record, self._repeats.get(place, 0), digest)
            for place, key, record, digest in zip(places, keys, records, digests, strict=True)
        ]

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[ImportRow]:
        for part in self.parts():
            yield from part

    @overload
    def __getitem__(self, place: int) -> ImportRow: ...
    @overload
    def __getitem__(self, place: slice) -> list[ImportRow]: ...
    def __getitem__(self, place: int | slice) -> ImportRow | list[ImportRow]:
        if isinstance(place, slice):
            return self.made(self._places[place])
        return self.made([self._places[place]])[0]


class ListedPart:
    """Some of the rows: their keys, digests and values column by column, or the rows themselves."""

    def __init__(self, rows: ListedRows, converter: Converter, places: Sequence[int]) -> None:
        self._rows, self._converter, self._places = rows, converter, places
        self._cells = rows_at(converter.table.rows, places)
        self.keys = converter.keys(self._cells)

    def columns(self) -> dict[str, Sequence[Any]] | None:
        """The values of each field, `key`, `title` and `extra` among them; None where some rows lack one."""
        columns = self._converter.columns(self._cells, self._places)
        if columns is not None and self._converter.mapping.kind in TITLED:
            titles = columns.get("title", self.keys)
            columns["title"] = [title or key for title, key in zip(titles, self.keys, strict=True)]
        return columns

    def digests(self) -> list[str]:
        """What tells each row's content from others."""
        return self._converter.digests(self._cells)

    def rows(self) -> list[ImportRow]:
        """The rows as records."""
        return self._rows.made(self._places)

    def __len__(self) -> int:
        return len(self._places)


def keys_of(most: int) -> HeldKeys | PackedKeys:
    """What notes the keys of a list of so many rows."""
    return HeldKeys() if most <= _MOST_HELD else PackedKeys(most)


class HeldKeys:
    """The keys of a list with the place of the first row of each."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def add_all(self, keys: Sequence[str], first: int) -> dict[int, int]:
        """Note keys whose places follow one another from `first`; of those known already their place, and the
        place they were first seen at."""
        places = range(first, first + len(keys))
        if self._places.keys().isdisjoint(keys) and len(set(keys)) == len(keys):
            self._places.update(zip(keys, places, strict=True))
            return {}
        seen = [(place, self._places.setdefault(key, place)) for place, key in zip(places, keys, strict=True)]
        return {place: earlier for place, earlier in seen if earlier != place}

    def __contains__(self, key: object) -> bool:
        return key in self._places


class PackedKeys:
    """As `HeldKeys`, a dozen bytes a key.

    Held are 64 bits of each key: two keys of one list could share them once in millions of lists.
    """

    def __init__(self, most: int) -> None:
        size = 16
        while size < most * 3 // 2:
            size *= 2
        self._mask = size - 1
        self._hashes = array("q", [0]) * size
        self._places = array("I", [0]) * size

    def add_all(self, keys: Sequence[str], first: int) -> dict[int, int]:
        """As `HeldKeys.add_all`, of keys whose bits are known already, too."""
        found = {}
        for place, key in enumerate(keys, first):
            slot = self._slot(key)
            if known := self._places[slot]:
                found[place] = known - 1
            else:
                self._hashes[slot], self._places[slot] = hash(key), place + 1
        return found

    def __contains__(self, key: object) -> bool:
        return self._places[self._slot(key)] != 0

    def _slot(self, key: object) -> int:
        """Where a key stands, or would be put."""
        wanted = hash(key)
        slot = wanted & self._mask
        while self._places[slot] and self._hashes[slot] != wanted:
            slot = (slot + 1) & self._mask
        return slot
