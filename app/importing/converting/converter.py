"""Rows of text to records under a mapping, some hundreds at a time; each column is read as a whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence
from collections.abc import Mapping as ReadMapping
from dataclasses import dataclass, replace
from typing import Any

from app.importing.cells.readers import (
    ALWAYS_READABLE,
    UNREADABLE,
    empty_value,
    merged,
    read_column,
    without_own_words,
)
from app.importing.converting.besides import TextsBesides
from app.importing.converting.mapped import (
    MappedColumn,
    besides_of,
    headers_kept,
    mapped_columns,
    places_left_out,
    said_by_one_column,
)
from app.importing.converting.times_read import DEAR, TimesRead
from app.importing.fields import KEEPING, TITLED, Field, FieldType, field_named
from app.importing.mapping import Mapping, check
from app.importing.proposing.column_orders import date_orders
from app.importing.proposing.makeshift_titles import is_called_a_title
from app.importing.sources.own import OWN_CHANGES
from app.importing.table import BETWEEN_CELLS, Table
from app.importing.times.zone_names import zone_called

_READING = "9"
"""Another number makes every row count as new content: raise it when cells come to mean something else."""

Misread = tuple[int, MappedColumn, str]
"""A cell that is no value of its field: place of the row among those read, column, text."""


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
        beside = besides_of(table, mapping)
        self._columns = mapped_columns(table, mapping, orders, beside, zone)
        self._zones = next((column.place for column in self._columns if column.name == "zone_name"), None)
        self._constants = {name: text.strip() for name, text in mapping.constants.items() if text.strip()}
        self._kept = headers_kept(table, mapping)
        self._said = said_by_one_column(mapping, self._kept)
        self._left_out = places_left_out(table, mapping)
        self._unread: dict[int, _Unread] = {}
        self._times = TimesRead(len(table.rows))
        meaning: list[object] = [_READING, zone, list(table.headers), _feeding(mapping)]
        meaning += [{header: one.place for header, one in beside.items()}] if beside else []
        said = json.dumps([*meaning, {header: order.order for header, order in orders.items()}])
        meaning_digest = hashlib.blake2b(said.encode(), digest_size=16).hexdigest()
        self._begun = hashlib.blake2b(meaning_digest.encode(), digest_size=16)

    @property
    def fields(self) -> set[str]:
        """The names of the fields that columns, or one answer for all rows, feed."""
        return {column.name for column in self._columns} | set(self._constants)

    @property
    def warnings(self) -> list[str]:
        """One sentence for every column with unreadable cells among those read so far."""
        told = [
            _told(self._unread[place], "Kept as text" if self.mapping.kind in KEEPING else "Left out")
            for place in (column.place for column in self._columns)
            if place in self._unread
        ]
        if self.mapping.kind in TITLED and "title" not in self.fields:
            told.append(self._told_of_title())
        return told

    def _told_of_title(self) -> str:
        """What stands in for what, where one column is both the key and the title."""
        if any(is_called_a_title(self.mapping.kind, header) for header in self.mapping.headers_of("key")):
            return "No column holds the key; the title stands in for it, so another title is another record."
        if "title" in self.mapping.identity:
            return "No column holds the title; an incident is called by what was down."
        return "No column holds the title; the key stands in for it."

    def digests(self, rows: Sequence[tuple[str, ...]]) -> list[str]:
        """32 hexadecimal digits a row: of its cells as they stand, but for those left out, and of all that
        says what they mean."""
        if self._left_out:
            told = [place for place in range(len(self.table.headers)) if place not in self._left_out]
            rows = [tuple(row[place] for place in told) for row in rows]
        texts = [BETWEEN_CELLS.join(row) for row in rows]
        if "".join(texts).count(BETWEEN_CELLS) > sum(map(len, rows)) - len(rows):  # some cell holds one
            texts = [
                json.dumps(row) if text.count(BETWEEN_CELLS) >= len(row) else text
                for row, text in zip(rows, texts, strict=True)
            ]
        found = []
        for text in texts:
            digest = self._begun.copy()
            digest.update(text.encode("utf-8", "surrogatepass"))
            found.append(digest.hexdigest())
        return found

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
        columns, misread = self._values(list(zip(*rows, strict=True)), places, needed)
        self._count(misread, places)
        return columns

    def columns(
        self, rows: Sequence[tuple[str, ...]], places: Sequence[int]
    ) -> dict[str, Sequence[Any]] | None:
        """What `records` says of rows at these places, column by column, `extra` among them; None where some
        rows lack a field, for a cell of theirs is no value of it."""
        cells = list(zip(*rows, strict=True))
        columns, misread = self._values(cells, places)
        return None if misread else {**columns, "extra": self._besides(cells, columns)}

    def records(
        self, rows: Sequence[tuple[str, ...]], places: Sequence[int] | None = None
    ) -> list[dict[str, Any]]:
        """One record a row; unreadable cells go to its `extra`, and are counted where `places` are given."""
        if not rows:
            return []
        cells = list(zip(*rows, strict=True))
        columns, misread = self._values(cells)
        if places is not None:
            self._count(misread, places)
        extras = list(self._besides(cells, columns))
        names = list(columns)
        records: list[dict[str, Any]] = [
            dict(zip(names, values, strict=True)) for values in zip(*columns.values(), strict=True)
        ] or [{} for _ in rows]
        for place, column, text in misread:
            if records[place].get(column.name) is UNREADABLE:
                del records[place][column.name]
            extras[place].setdefault(column.header, text)
        for record, extra in zip(records, extras, strict=True):
            record["extra"] = extra
        return records

    def _besides(
        self, cells: Sequence[Sequence[str]], columns: ReadMapping[str, Sequence[Any]]
    ) -> TextsBesides:
        """What is kept beside the values of these columns, where it says more than they do."""
        kept = TextsBesides.under(self._kept, cells, len(cells[0])).columns
        own = {header: without_own_words(kept[header], columns[name]) for header, name in self._said.items()}
        return TextsBesides({**kept, **own}, len(cells[0]))

    def _values(
        self,
        cells: list[tuple[str, ...]],
        places: Sequence[int] | None = None,
        needed: Collection[str] | None = None,
    ) -> tuple[dict[str, list[Any]], list[Misread]]:
        """The values of the fields `needed` (None: of all), and the cells of any field that are no value of
        it; what is known of the rows at these places is not read again."""
        found: dict[str, list[list[Any]]] = {}
        misread: list[Misread] = []
        for column in self._columns:
            if needed is not None and column.name not in needed and column.field.type in ALWAYS_READABLE:
                continue
            texts = column.texts(cells)
            values = self._read(column, texts, cells, places)
            found.setdefault(column.name, []).append(values)
            if column.field.type not in ALWAYS_READABLE and UNREADABLE in values:
                misread.extend(
                    (row, column, texts[row]) for row, value in enumerate(values) if value is UNREADABLE
                )
            if column.name == "state" and self.mapping.source != OWN_CHANGES:  # whose states are the desk's
                found.setdefault("source_state", []).append([text.strip() for text in texts])
        for name, text in self._constants.items():
            found.setdefault(name, []).append([text] * len(cells[0]))
        text_field = Field("", "")
        kind = self.mapping.kind
        return {
            name: merged(parts, field_named(kind, name) or text_field) for name, parts in found.items()
        }, misread

    def _read(
        self,
        column: MappedColumn,
        texts: Sequence[str],
        cells: Sequence[tuple[str, ...]],
        places: Sequence[int] | None,
    ) -> list[Any]:
        if places is None or column.field.type not in DEAR:
            return self._read_now(column, texts, cells)
        return self._times.of(column.place, places, lambda: self._read_now(column, texts, cells))

    def _read_now(
        self, column: MappedColumn, texts: Sequence[str], cells: Sequence[tuple[str, ...]]
    ) -> list[Any]:
        """The values of a column; times of rows that name a zone are read in it."""
        empty = empty_value(column.field)
        values = read_column(texts, column.read, empty)
        if column.field.type is not FieldType.MOMENT or self._zones is None:
            return values
        for row, (name, text) in enumerate(zip(cells[self._zones], texts, strict=True)):
            if text.strip() and (zone := zone_called(name)):
                values[row] = column.read_in(zone)(text.strip())
        return values

    def _count(self, misread: Sequence[Misread], places: Sequence[int]) -> None:
        for row, column, text in misread:
            known = self._unread.get(column.place)
            if known is None:
                example = f"row {self.table.row_numbers[places[row]]}: “{text.strip()[:60]}”"
                self._unread[column.place] = _Unread(column.field, column.header, 1, example)
            else:
                known.count += 1


def _feeding(mapping: Mapping) -> str:
    """All that says what cells mean: not which columns feed nothing, as they did before one looked, nor the
    zone, which is said besides."""
    return replace(mapping, without_field=None, zone_name="").to_json()


def _told(unread: _Unread, what_became: str) -> str:
    cells, first = ("1 cell", "") if unread.count == 1 else (f"{unread.count:,} cells", "first ")
    return (
        f"In “{unread.header}” {cells} cannot be read as “{unread.field.label}”, {first}{unread.example}. "
        f"{what_became}."
    )
