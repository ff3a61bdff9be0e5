"""A table and its mapping to typed rows: every row comes out once, as a row or as a rejection."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping as ReadMapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from app.importing.cells.moments import put_on_days
from app.importing.converting.between import LEAST_COLUMNS, are_keys, is_heading
from app.importing.converting.converter import Converter
from app.importing.converting.untitled import WHAT, title_of
from app.importing.fields import IDENTITY_INSTEAD, KEEPING, RECORDS, SPANS, TITLED, field_named
from app.importing.mapping import Mapping
from app.importing.spool import chunks_of
from app.importing.steady import without_collecting
from app.importing.table import Table
from app.importing.times.zone_names import zone_called
from app.importing.words.durations import counts_days, minutes_in
from app.importing.words.spelling import shortened

_RELATED = "configuration_items"
IN_DAYS = "is_in_days"
"""Beside the values of a step: whether its duration was told in days, which may be those of work."""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One record of a list. `key` identifies it; `values` holds only the fields the list has columns for.

    `duplicate_of` is the number of an earlier row with wholly the same content, 0 for none. `digest` tells
    the row's cells, and what they mean, from others; empty where the values themselves are to tell.
    """

    row_number: int
    key: str
    values: dict[str, Any]
    duplicate_of: int = 0
    digest: str = ""


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
    rows: Sequence[ImportRow]
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
    with without_collecting():
        return _converted(table, mapping, zone)


def _converted(table: Table, mapping: Mapping, zone: str) -> Conversion:
    converter = Converter(table, mapping, zone)
    records: list[dict[str, Any]] = []
    for chunk in chunks_of(table.rows):
        records += converter.records(chunk, range(len(records), len(records) + len(chunk)))
    fed = mapping.columns.values()
    may_be_untitled = mapping.kind != "incidents" or ("title" in mapping.identity and "title" not in fed)
    for record in records if mapping.kind in SPANS else ():
        own = ZoneInfo(zone_called(str(record.get("zone_name") or "")) or zone)
        put_on_days(record, mapping.kind, own)
        if mapping.kind in WHAT and not record.get("title") and may_be_untitled:
            record["title"] = title_of(record, mapping.kind, own)
    _note_days(table, mapping, records)
    rows, rejected = _accounted(table, mapping, records)
    return Conversion(mapping.kind, rows, rejected, tuple(converter.warnings))


def _note_days(table: Table, mapping: Mapping, records: list[dict[str, Any]]) -> None:
    """Note of each step of a plan whose duration was told in days that it was."""
    header = next(iter(mapping.headers_of("duration_minutes")), "")
    if mapping.kind != "activities" or header not in table.headers:
        return
    place, bare = table.positions()[header][0], minutes_in(header)
    for record, cells in zip(records, table.rows, strict=True):
        if record.get("duration_minutes") and counts_days(cells[place], bare):
            record[IN_DAYS] = True


def _accounted(
    table: Table, mapping: Mapping, records: list[dict[str, Any]]
) -> tuple[list[ImportRow], list[Rejection]]:
    rows: list[ImportRow] = []
    rejected: list[Rejection] = []
    first: dict[str, ImportRow] = {}
    identity = mapping.identity
    names = _Names() if identity == IDENTITY_INSTEAD.get(mapping.kind) else None
    depends: dict[str, dict[str, None]] = {}
    column = " / ".join(header for name in identity for header in mapping.headers_of(name)[:1])
    has_title = mapping.kind in TITLED
    keeps = mapping.kind in KEEPING
    has_keys = (
        mapping.kind in RECORDS
        and len(table.headers) >= LEAST_COLUMNS
        and are_keys(_key_of(one, identity) for one in records)
    )
    for number, record, cells in zip(table.row_numbers, records, table.rows, strict=True):
        key = _key_of(record, identity)
        if key and names is not None:
            key = record["key"] = names.name_of(record, first)
        if has_title:
            if not key and mapping.kind == "activities":
                key = _free_title(str(record.get("title") or ""), record, first)
            record["title"] = record.get("title") or key
        if not key:
            rejected.append(Rejection(number, column, _told_missing(mapping, record, identity), cells))
            continue
        if has_keys and is_heading(key, cells):
            rejected.append(Rejection(number, column, f"“{key}” stands alone, as a heading does.", cells))
            continue
        if mapping.kind == "detected":
            key = _free_title(key, record, first)
        earlier = first.get(key)
        if earlier is None:
            row = first[key] = ImportRow(number, key, record)
            rows.append(row)
        elif earlier.values == record or (not keeps and _says_the_same(earlier.values, record)):
            rows.append(ImportRow(number, key, record, earlier.row_number))
        elif mapping.kind == _RELATED and _only_depends_on_more(earlier.values, record):
            rows.append(ImportRow(number, key, record, earlier.row_number))
            known = depends.setdefault(key, dict.fromkeys(earlier.values["depends_on"]))
            known.update(dict.fromkeys(record["depends_on"]))
        else:
            reason = f'Row {earlier.row_number} has the same key "{shortened(key)}" and other content.'
            rejected.append(Rejection(number, column, reason, cells))
    for key, all_of_them in depends.items():
        first[key].values["depends_on"] = tuple(all_of_them)
    return rows, rejected


def _says_the_same(first: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two records differ in nothing but texts of columns that are no field's."""
    return {**first, "extra": None} == {**other, "extra": None}


def _only_depends_on_more(first: dict[str, Any], more: dict[str, Any]) -> bool:
    """Whether a row says of the same item only what else it depends on, as lists of relations do."""
    others = {*first, *more} - {"depends_on", "extra"}
    return "depends_on" in more and all(first.get(name) == more.get(name) for name in others)


class _Names:
    """Names for what bears no number: when it began, in UTC, and what it was; and a count, if needed."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = {}
        self._counts: Counter[str] = Counter()

    def name_of(self, record: dict[str, Any], taken: ReadMapping[str, ImportRow]) -> str:
        """The name of a record: another than those `taken`, but for one that says wholly the same."""
        name = f"{record['started_at']:%Y-%m-%d %H:%MZ} {record['title']}"
        said = (name, content_hash(record))
        if said in self._known:
            return self._known[said]
        key = ""
        while not key or key in taken:
            self._counts[name] += 1
            key = name if self._counts[name] == 1 else f"{name} ({self._counts[name]})"
        self._known[said] = key
        return key


def _told_missing(mapping: Mapping, record: dict[str, Any], identity: tuple[str, ...]) -> str:
    """Why a row has no key: the first identifying field that is empty, and whether any column holds it."""
    name = next((name for name in identity if not record.get(name)), identity[0])
    field = field_named(mapping.kind, name)
    label = field.label.lower() if field else name.replace("_", " ")
    headers = mapping.headers_of(name)
    if headers and identity == IDENTITY_INSTEAD.get(mapping.kind):
        return f'The row has nothing in column "{headers[0]}".'
    if headers:
        return f"The row has no {label}."
    return f"The row has no {label}: no column holds it."


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
