"""A table and its mapping to typed rows: every row comes out once, as a row or as a rejection."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping as ReadMapping
from dataclasses import dataclass
from typing import Any

from app.importing.cells import (
    ALWAYS_READABLE,
    UNREADABLE,
    empty_value,
    keeps_its_text,
    merged,
    read_column,
    reader_for,
    texts_of_extra,
)
from app.importing.date_orders import DateOrder
from app.importing.fields import Field, field_named, identity_of
from app.importing.mapping import Mapping, check
from app.importing.proposing import date_orders
from app.importing.steady import without_collecting
from app.importing.table import Table


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One record of a list. `key` identifies it; `values` holds only the fields the list has columns for.

    `duplicate_of` is the number of an earlier row with wholly the same content, 0 for none.
    """

    row_number: int
    key: str
    values: dict[str, Any]
    duplicate_of: int = 0


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row that cannot become a record: which, by which column, and why; `cells` are its texts as read."""

    row_number: int
    column: str
    reason: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversion:
    """All rows of a table: `len(rows) + len(rejected)` is the number of rows read."""

    kind: str
    rows: list[ImportRow]
    rejected: list[Rejection]
    warnings: tuple[str, ...] = ()


_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, default=str, separators=(",", ":"))


def content_hash(values: ReadMapping[str, Any]) -> str:
    """32 hexadecimal digits of a record's content, the same on every machine and in every session."""
    text = _ENCODER.encode(values)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def convert(table: Table, mapping: Mapping, zone: str) -> Conversion:
    """Typed rows of a table. Times without a zone of their own are read in `zone` (IANA name).

    A row is rejected only when it has no key or an earlier row has the same key and other content. A cell
    that is not a value of its field is kept in `extra` and told in the warnings. Raises `UnusableMapping`
    for a mapping that names unknown fields.
    """
    check(mapping)
    with without_collecting():
        return _converted(table, mapping, zone)


def _converted(table: Table, mapping: Mapping, zone: str) -> Conversion:
    columns, warnings, misread = _values_by_field(table, mapping, date_orders(table, mapping), zone)
    extras = texts_of_extra(_headers_kept(table, mapping), table.rows)
    names = list(columns)
    records: list[dict[str, Any]] = [
        dict(zip(names, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ] or [{} for _ in table.rows]
    for place, header, name, text in misread:
        if records[place].get(name) is UNREADABLE:
            del records[place][name]
        extras[place].setdefault(header, text)
    if mapping.kind in ("changes", "tickets", "incidents", "activities") and "title" not in columns:
        warnings.append("No column holds the title; the key stands in for it.")
    for record, extra in zip(records, extras, strict=True):
        record["extra"] = extra
    rows, rejected = _accounted(table, mapping, records)
    return Conversion(mapping.kind, rows, rejected, tuple(warnings))


def _values_by_field(
    table: Table, mapping: Mapping, orders: dict[str, DateOrder], zone: str
) -> tuple[dict[str, list[Any]], list[str], list[tuple[int, str, str, str]]]:
    """Values per field, sentences about unreadable cells, and those cells (row, header, field, text)."""
    cells, places = table.columns(), table.positions()
    found: dict[str, list[list[Any]]] = {}
    warnings: list[str] = []
    misread: list[tuple[int, str, str, str]] = []
    for header, name in mapping.columns.items():
        field = field_named(mapping.kind, name)
        if field is None or header not in places:
            continue
        read = reader_for(field, header, mapping.own_words(name), orders.get(header), zone)
        for place in places[header]:
            values = read_column(cells[place], read, empty_value(field))
            found.setdefault(name, []).append(values)
            bad = [
                (row, header, name, cells[place][row])
                for row, value in enumerate(values if field.type not in ALWAYS_READABLE else ())
                if value is UNREADABLE
            ]
            if bad:
                misread.extend(bad)
                warnings.append(_told(field, header, bad, table))
            if name == "state":
                found.setdefault("source_state", []).append([text.strip() for text in cells[place]])
    text_field = Field("", "")
    columns = {
        name: merged(parts, field_named(mapping.kind, name) or text_field) for name, parts in found.items()
    }
    return columns, warnings, misread


def _told(field: Field, header: str, bad: list[tuple[int, str, str, str]], table: Table) -> str:
    row, _, _, text = bad[0]
    example = f'row {table.row_numbers[row]}, "{text.strip()[:60]}"'
    cells = "1 cell is" if len(bad) == 1 else f"{len(bad)} cells are"
    return f'{cells} no value of {field.label} in column "{header}" ({example}); kept as text.'


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


def _accounted(
    table: Table, mapping: Mapping, records: list[dict[str, Any]]
) -> tuple[list[ImportRow], list[Rejection]]:
    rows: list[ImportRow] = []
    rejected: list[Rejection] = []
    first: dict[str, ImportRow] = {}
    identity = identity_of(mapping.kind)
    column = " / ".join(header for name in identity for header in mapping.headers_of(name)[:1])
    has_title = mapping.kind in ("changes", "tickets", "incidents", "activities")
    for number, record, cells in zip(table.row_numbers, records, table.rows, strict=True):
        key = _key_of(record, identity)
        if has_title:
            if not key and mapping.kind == "activities":
                key = _free_title(str(record.get("title") or ""), record, first)
            record["title"] = record.get("title") or key
        if not key:
            reason = "The row has no " + " or ".join(name.replace("_", " ") for name in identity) + "."
            rejected.append(
                Rejection(number, column, reason if column else reason[:-1] + ": no column holds it.", cells)
            )
            continue
        if mapping.kind == "detected":
            key = _free_title(key, record, first)
        earlier = first.get(key)
        if earlier is None:
            row = first[key] = ImportRow(number, key, record)
            rows.append(row)
        elif earlier.values == record:
            rows.append(ImportRow(number, key, record, earlier.row_number))
        else:
            reason = f'Row {earlier.row_number} has the same key "{key}" and other content.'
            rejected.append(Rejection(number, column, reason, cells))
    return rows, rejected


def _free_title(title: str, record: dict[str, Any], taken: dict[str, ImportRow]) -> str:
    """A plan without ids may name two activities alike: the second is called by its title and a count."""
    key, count = title, 1
    while key in taken and taken[key].values != record:
        count += 1
        key = f"{title} ({count})"
    return key


def _key_of(record: dict[str, Any], identity: tuple[str, ...]) -> str:
    """The identifying texts joined; "" where the first of them is missing."""
    if len(identity) == 1:
        return str(record.get(identity[0]) or "")
    parts = [record.get(name) for name in identity]
    if not parts[0] or not parts[1]:
        return ""
    return " / ".join(str(part) for part in parts if part)
