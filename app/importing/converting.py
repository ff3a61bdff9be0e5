"""Rows of text to records under a mapping, some hundreds at a time; each column is read as a whole."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from app.importing.besides import TextsBesides
from app.importing.cells import (
    ALWAYS_READABLE,
    UNREADABLE,
    Reader,
    empty_value,
    keeps_its_text,
    merged,
    read_column,
    reader_for,
)
from app.importing.fields import KEEPING, TITLED, Field, FieldType, field_named
from app.importing.mapping import Mapping, check
from app.importing.people_lists import first_name_first, surnames_come_first
from app.importing.proposing import date_orders
from app.importing.record_ids import keys_by_id
from app.importing.samples import Samples
from app.importing.table import Table
from app.importing.times_beside import COMPLETED, times_beside, whole
from app.importing.words import plain
from app.importing.zone_names import zone_behaving_as, zone_called

_READING = "6"
"""Another number makes every row count as new content: raise it when cells come to mean something else."""
_BETWEEN = "\x1f"
_LOOKED_AT = 200
_PLAYERS = "players"
_BRACKETED = re.compile(r"[(\[]([^()\[\]]+)[)\]]\s*$")

Misread = tuple[int, str, str, str]
"""A cell that is no value of its field: place of the row, header, field, text."""


@dataclass(frozen=True, slots=True)
class _Column:
    header: str
    name: str
    field: Field
    place: int
    read: Reader
    read_in: Callable[[str], Reader]
    """Reads in another zone than the list's."""
    clock_place: int | None = None
    """Where the times of day stand that complete its days."""

    def texts(self, cells: Sequence[Sequence[str]]) -> Sequence[str]:
        """The cells of this column among those of all columns, each day with its time."""
        if self.clock_place is None:
            return cells[self.place]
        return [
            whole(day, clock) for day, clock in zip(cells[self.place], cells[self.clock_place], strict=True)
        ]


@dataclass(slots=True)
class _Unread:
    field: Field
    header: str
    count: int
    example: str


class Converter:
    """Makes records of a table's rows. Times without a zone of their own are read in `zone` (IANA name).

    Counts the cells it could not read in `warnings`. Raises `UnusableMapping` for a mapping that names
    unknown fields.
    """

    def __init__(self, table: Table, mapping: Mapping, zone: str) -> None:
        check(mapping)
        self.table, self.mapping = table, mapping
        orders = date_orders(table, mapping)
        places = table.positions()
        keys = keys_by_id(table, mapping)
        clocks = _clocks_of(table, mapping)
        zones = {
            header: zone_of(f"{header} {table.headers[clocks[header]]}" if header in clocks else header, zone)
            for header in mapping.columns
        }
        samples = Samples(table)
        self._columns = [
            _Column(header, name, field, place, read_in(zones[header]), cache(read_in), clocks.get(header))
            for header, name in mapping.columns.items()
            if (field := field_named(mapping.kind, name)) is not None and header in places
            for read_in in (
                (lambda _zone: first_name_first)
                if name == _PLAYERS and surnames_come_first(samples.of(header))
                else partial(
                    reader_for, field, header, mapping.own_words(name), orders.get(header), keys=keys
                ),
            )
            for place in places[header]
        ]
        self._zones = next((column.place for column in self._columns if column.name == "zone_name"), None)
        self._constants = {name: text.strip() for name, text in mapping.constants.items() if text.strip()}
        self._kept = _headers_kept(table, mapping)
        self._unread: dict[int, _Unread] = {}
        meaning: list[object] = [_READING, zone, list(table.headers), mapping.to_json()]
        meaning += [clocks] if clocks else []
        said = json.dumps([*meaning, {header: order.order for header, order in orders.items()}])
        self._meaning = hashlib.blake2b(said.encode(), digest_size=16).hexdigest()

    @property
    def fields(self) -> set[str]:
        """The names of the fields that columns, or one answer for all rows, feed."""
        return {column.name for column in self._columns} | set(self._constants)

    @property
    def warnings(self) -> list[str]:
        """One sentence for every column with unreadable cells among those read so far."""
        told = [
            _told(self._unread[place], "kept as text" if self.mapping.kind in KEEPING else "left out")
            for place in (column.place for column in self._columns)
            if place in self._unread
        ]
        if self.mapping.kind in TITLED and "title" not in self.fields:
            told.append("No column holds the title; the key stands in for it.")
        return told

    def digests(self, rows: Sequence[tuple[str, ...]]) -> list[str]:
        """32 hexadecimal digits a row: of its cells as they stand, and of all that says what they mean."""
        texts = [_BETWEEN.join(row) for row in rows]
        if "".join(texts).count(_BETWEEN) > sum(map(len, rows)) - len(rows):  # some cell holds one
            texts = [
                json.dumps(row) if text.count(_BETWEEN) >= len(row) else text
                for row, text in zip(rows, texts, strict=True)
            ]
        start = self._meaning
        return [
            hashlib.blake2b(f"{start}{text}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
            for text in texts
        ]

    def keys(self, rows: Sequence[tuple[str, ...]], name: str = "key") -> list[str]:
        """The identifying text of each row; "" where there is none."""
        parts = [
            read_column([row[column.place] for row in rows], column.read, "")
            for column in self._columns
            if column.name == name
        ]
        if not parts:
            return [""] * len(rows)
        return [str(value or "") for value in merged(parts, Field("", ""))]

    def values(
        self, rows: Sequence[tuple[str, ...]], places: Sequence[int], needed: Collection[str]
    ) -> dict[str, list[Any]]:
        """The values of the fields `needed` of rows at these places; cells of any field that are no value of
        it are counted."""
        return self._values(list(zip(*rows, strict=True)), places, needed)[0]

    def columns(self, rows: Sequence[tuple[str, ...]]) -> dict[str, Sequence[Any]] | None:
        """What `records` says, column by column, `extra` among them; None where some rows lack a field,
        for a cell of theirs is no value of it."""
        cells = list(zip(*rows, strict=True))
        columns, misread = self._values(cells, None)
        return None if misread else {**columns, "extra": TextsBesides.under(self._kept, cells, len(rows))}

    def records(
        self, rows: Sequence[tuple[str, ...]], places: Sequence[int] | None = None
    ) -> list[dict[str, Any]]:
        """One record a row; unreadable cells go to its `extra`, and are counted where `places` are given."""
        if not rows:
            return []
        cells = list(zip(*rows, strict=True))
        columns, misread = self._values(cells, places)
        extras = list(TextsBesides.under(self._kept, cells, len(rows)))
        names = list(columns)
        records: list[dict[str, Any]] = [
            dict(zip(names, values, strict=True)) for values in zip(*columns.values(), strict=True)
        ] or [{} for _ in rows]
        for place, header, name, text in misread:
            if records[place].get(name) is UNREADABLE:
                del records[place][name]
            extras[place].setdefault(header, text)
        for record, extra in zip(records, extras, strict=True):
            record["extra"] = extra
        return records

    def _values(
        self,
        cells: list[tuple[str, ...]],
        places: Sequence[int] | None,
        needed: Collection[str] | None = None,
    ) -> tuple[dict[str, list[Any]], list[Misread]]:
        found: dict[str, list[list[Any]]] = {}
        misread: list[Misread] = []
        for column in self._columns:
            if needed is not None and column.name not in needed and column.field.type in ALWAYS_READABLE:
                continue
            texts = column.texts(cells)
            values = self._read(column, texts, cells)
            found.setdefault(column.name, []).append(values)
            if column.field.type not in ALWAYS_READABLE and UNREADABLE in values:
                bad = [
                    (row, column.header, column.name, texts[row])
                    for row, value in enumerate(values)
                    if value is UNREADABLE
                ]
                misread.extend(bad)
                if places is not None:
                    self._count(column, bad, places)
            if column.name == "state":
                found.setdefault("source_state", []).append([text.strip() for text in texts])
        for name, text in self._constants.items():
            found.setdefault(name, []).append([text] * len(cells[0]))
        text_field = Field("", "")
        kind = self.mapping.kind
        return {
            name: merged(parts, field_named(kind, name) or text_field) for name, parts in found.items()
        }, misread

    def _read(self, column: _Column, texts: Sequence[str], cells: Sequence[tuple[str, ...]]) -> list[Any]:
        """The values of a column; times of rows that name a zone are read in it."""
        empty = empty_value(column.field)
        values = read_column(texts, column.read, empty)
        if column.field.type is not FieldType.MOMENT or self._zones is None:
            return values
        for row, (name, text) in enumerate(zip(cells[self._zones], texts, strict=True)):
            if text.strip() and (zone := zone_called(name)):
                values[row] = column.read_in(zone)(text.strip())
        return values

    def _count(self, column: _Column, bad: list[Misread], places: Sequence[int]) -> None:
        known = self._unread.get(column.place)
        if known is not None:
            known.count += len(bad)
            return
        number = self.table.row_numbers[places[bad[0][0]]]
        example = f'row {number}, "{bad[0][3].strip()[:60]}"'
        self._unread[column.place] = _Unread(column.field, column.header, len(bad), example)


def _clocks_of(table: Table, mapping: Mapping) -> dict[str, int]:
    """By header of a column of days that is read with its times, the place of these; a column of times that
    feeds a field of its own completes none."""
    fed = {header: field_named(mapping.kind, name) for header, name in mapping.columns.items()}
    timed = [header for header, field in fed.items() if field is not None and field.type in COMPLETED]
    if not timed:
        return {}
    beside = times_beside(table.headers, lambda header: list(islice(table.cells(header), _LOOKED_AT)))
    places = table.positions()
    return {
        day: places[clock][0]
        for day, clock in beside.items()
        if day in timed and clock not in fed and len(places[day]) == 1
    }


def zone_of(header: str, zone: str) -> str:
    """The zone of a column's times: the one its header names, as "Created At (UTC)" and "Start (EST)" do.

    Where the list's own zone has the clocks that an abbreviation means, that stands.
    """
    bracketed = _BRACKETED.search(header)
    named = zone_called(bracketed[1]) if bracketed else None
    if named is None:
        return "UTC" if {"utc", "gmt"} & set(plain(header).split()) else zone
    clocks = zone_behaving_as(ZoneInfo(named))
    return zone if clocks and clocks == zone_behaving_as(ZoneInfo(zone)) else named


def _told(unread: _Unread, what_became: str) -> str:
    cells = "1 cell is" if unread.count == 1 else f"{unread.count} cells are"
    return (
        f'{cells} no value of {unread.field.label} in column "{unread.header}" ({unread.example}); '
        f"{what_became}."
    )


def _headers_kept(table: Table, mapping: Mapping) -> dict[str, list[int]]:
    """Headers whose texts go to `extra`: without a field, of a field that says less, or repeated singles."""
    kept: dict[str, list[int]] = {}
    feeding: dict[str, int] = {}
    for header, places in table.positions().items():
        field = field_named(mapping.kind, mapping.columns.get(header, ""))
        if field is not None:
            feeding[field.name] = feeding.get(field.name, 0) + len(places)
        if field is None or keeps_its_text(field) or (not field.collects and feeding[field.name] > 1):
            kept[header] = places
    return kept
