"""Rows of a long list, made anew from the table whenever they are asked for, and its keys packed tight."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from app.importing.converting import TITLED, Converter
from app.importing.rows import ImportRow
from app.importing.spool import rows_at

_TOGETHER = 2_000


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
            yield self._made(self._places[start : start + size])

    def key_parts(self, size: int = _TOGETHER) -> Iterator[list[str]]:
        """The keys of the rows, so many at a time."""
        for start in range(0, len(self._places), size):
            places = self._places[start : start + size]
            yield self._converter.keys(rows_at(self._converter.table.rows, places))

    def _made(self, places: Sequence[int]) -> list[ImportRow]:
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
            return self._made(self._places[place])
        return self._made([self._places[place]])[0]


class PackedKeys:
    """The keys of a list with the place of the first row of each, a dozen bytes a key.

    Held are 64 bits of each key: two keys of one list could share them once in millions of lists.
    """

    def __init__(self, most: int) -> None:
        size = 16
        while size < most * 3 // 2:
            size *= 2
        self._mask = size - 1
        self._hashes = array("q", [0]) * size
        self._places = array("I", [0]) * size

    def add(self, key: str, place: int) -> int | None:
        """Note a key; where its bits are known already, the place they were first seen at."""
        wanted = hash(key)
        slot = wanted & self._mask
        while known := self._places[slot]:
            if self._hashes[slot] == wanted:
                return known - 1
            slot = (slot + 1) & self._mask
        self._hashes[slot], self._places[slot] = wanted, place + 1
        return None

    def __contains__(self, key: object) -> bool:
        wanted = hash(key)
        slot = wanted & self._mask
        while self._places[slot]:
            if self._hashes[slot] == wanted:
                return True
            slot = (slot + 1) & self._mask
        return False
