"""Domain values to plain column values and back, by their type hints; and canonical JSON for auditing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, get_args, get_type_hints

from cattrs.preconf.json import make_converter
from sqlalchemy import JSON

from app.store.json_texts import BareTexts, encoder_of, objects_of, pairs_of, texts_of
from app.store.kinds import Kind
from db.bulk import JsonTexts
from db.instants import iso_texts

_converter = make_converter()
_converter.register_unstructure_hook(time, time.isoformat)
_converter.register_structure_hook(time, lambda text, _: time.fromisoformat(text))


_PLAIN_ALREADY: Mapping[Any, Callable[[Any], Any]] = {
    tuple[str, ...]: tuple,
    tuple[int, ...]: tuple,
    tuple[tuple[str, str], ...]: lambda raw: tuple(map(tuple, raw)),
}
"""Types whose values JSON takes as they are, with what makes values of JSON's lists again."""


_INSTANTS = (datetime, datetime | None)


@cache
def _hints(value_type: Hashable) -> dict[str, Any]:
    return get_type_hints(value_type)


@cache
def _json_columns(kind_name: str, kind_columns: tuple[str, ...], table: Any) -> frozenset[str]:
    return frozenset(name for name in kind_columns if isinstance(table.c[name].type, JSON))


def to_columns(kind: Kind, value: Any, names: Iterable[str] | None = None) -> dict[str, Any]:
    """The row of `value` (of the columns `names` alone, if given) without links; no id where it is None."""
    hints = _hints(kind.value_type)  # type: ignore[arg-type]
    json_columns = _json_columns(kind.name, kind.columns, kind.table)
    row: dict[str, Any] = {}
    for name in kind.columns if names is None else names:
        content = getattr(value, name)
        if name in json_columns:
            if hints[name] not in _PLAIN_ALREADY:
                content = _converter.unstructure(content, hints[name])
        elif isinstance(content, Enum):
            content = content.value
        row[name] = content
    if row.get("id") is None:
        row.pop("id", None)
    return row


def from_columns(kind: Kind, row: Mapping[Any, Any]) -> Any:
    """The value of a row among whose columns are those of a kind without links."""
    return from_rows(kind, kind.columns, [[row[name] for name in kind.columns]])[0]


def from_rows(
    kind: Kind,
    names: Iterable[str],
    rows: Sequence[Sequence[Any]],
    links: Mapping[str, Mapping[int, Sequence[int]]] | None = None,
) -> list[Any]:
    """The values of rows, whose columns are called `names`, and of the links of each by its id."""
    if not rows:
        return []
    cells = dict(zip(names, zip(*rows, strict=True), strict=True))
    hints = _hints(kind.value_type)  # type: ignore[arg-type]
    json_columns = _json_columns(kind.name, kind.columns, kind.table)
    content: dict[str, Iterable[Any]] = {
        name: _structured(cells[name], hints[name], name in json_columns) for name in kind.columns
    }
    for name, found in (links or {}).items():
        content[name] = [tuple(found.get(record_id, ())) for record_id in cells["id"]]
    return list(map(kind.value_type, *(content[one.name] for one in fields(kind.value_type))))


def _structured(column: Sequence[Any], hint: Any, is_json: bool) -> Iterable[Any]:
    """What a column of a table means as attributes; each different word of an enumeration is read once."""
    if is_json:
        plain = _PLAIN_ALREADY.get(hint)
        return [_converter.structure(raw, hint) if plain is None else plain(raw) for raw in column]
    members = _enum_of(hint)
    if members is None:
        return column
    known = {raw: None if raw is None else members(raw) for raw in set(column)}
    return [known[raw] for raw in column]


@cache
def _enum_of(hint: Hashable) -> type[Enum] | None:
    """The enumeration a hint names, alone or beside None."""
    named = (hint, *get_args(hint))
    return next((one for one in named if isinstance(one, type) and issubclass(one, Enum)), None)


def structure(raw: Any, value_type: Any) -> Any:
    """A value of `value_type` from plain JSON content."""
    return _converter.structure(raw, value_type)


def unstructure(value: Any, value_type: Any = None) -> Any:
    """Plain JSON content of a value."""
    return _converter.unstructure(value, value_type) if value_type else _converter.unstructure(value)


def canonical(value: Any) -> str:
    """Canonical JSON of a record: sorted keys, no spaces, instants in UTC, letters as they are."""
    return _encode(value)


def canonical_of_columns(
    kind: Kind,
    attributes: Mapping[str, Sequence[Any]],
    columns: Mapping[str, Sequence[Any]],
    texts: Mapping[str, Sequence[str] | str] | None = None,
) -> list[str]:
    """Canonical JSON of many records, ids among their attributes, and `to_many_columns` made of them; `texts`
    has the JSON of attributes known already."""
    hints = _hints(kind.value_type)  # type: ignore[arg-type]
    found = dict(texts or {})
    for name, column in attributes.items():
        known = columns.get(name)
        if name in found:
            continue
        if isinstance(known, JsonTexts) and hints[name] in _PLAIN_ALREADY:
            found[name] = [text or "null" for text in known]
        else:
            found[name] = json_of_attribute(kind, name, column)
    return objects_of(attributes, _encode, found)


def json_of_attribute(kind: Kind, name: str, column: Sequence[Any]) -> Sequence[str] | str:
    """The JSON of one attribute of many records as their canonical JSON has it, or the one text of all."""
    if column and _hints(kind.value_type)[name] in _INSTANTS:  # type: ignore[arg-type]
        return _json_of_instants(iso_texts(column))
    return texts_of(column, _encode) if column else ()


def _json_of_instants(texts: Sequence[str | None]) -> Sequence[str]:
    known = [text for text in texts if text is not None]
    if len(known) == len(texts):
        return BareTexts(known)
    return ["null" if text is None else f'"{text}"' for text in texts]


def attribute_columns(kind: Kind, values: Sequence[Any]) -> dict[str, Sequence[Any]]:
    """The attributes of many values column by column, their links among them."""
    names = (*kind.columns, *kind.links)
    return dict(zip(names, zip(*map(attrgetter(*names), values), strict=True), strict=True))


def to_many_columns(
    kind: Kind, attributes: Mapping[str, Sequence[Any]], ids: Sequence[int]
) -> dict[str, Sequence[Any]]:
    """The rows of many values, given by their attributes, under these ids; JSON columns as canonical text.

    Attributes that are tuples of texts, or of pairs of them, may be given as `JsonTexts`.
    """
    hints = _hints(kind.value_type)  # type: ignore[arg-type]
    json_columns = _json_columns(kind.name, kind.columns, kind.table)
    columns: dict[str, Sequence[Any]] = {"id": ids}
    for name in kind.columns:
        if name in json_columns:
            columns[name] = _json_column(attributes[name], hints[name])
        elif _enum_of(hints[name]) is not None:
            words = {one: one.value if isinstance(one, Enum) else one for one in set(attributes[name])}
            columns[name] = [words[one] for one in attributes[name]]
        elif name != "id":
            columns[name] = attributes[name]
    return columns


def _json_column(column: Sequence[Any], hint: Any) -> JsonTexts:
    """Each different value is written once, where there are many of the same; what is JSON already stays."""
    if isinstance(column, JsonTexts):
        return column
    if hint not in _PLAIN_ALREADY:
        column = [None if one is None else _converter.unstructure(one, hint) for one in column]
        return _json_texts(column)
    different = list(set(column))
    if len(different) > len(column) // 2:
        return _json_texts(column)
    known = dict(zip(different, _json_texts(different), strict=True))
    return JsonTexts([known[one] for one in column])


def pairs_column(columns: Iterable[tuple[str, Sequence[str]]], count: int) -> JsonTexts:
    """JSON of pairs of texts of `count` records: of each column its name and the record's text, if any."""
    return JsonTexts(pairs_of(columns, count, _encode))


def _json_texts(column: Sequence[Any]) -> JsonTexts:
    return JsonTexts(None if one is None else _encode(one) for one in column)


def instant_text(instant: datetime) -> str:
    """ISO 8601 in UTC with microseconds, so that texts sort as times do."""
    utc = instant if instant.tzinfo is UTC else instant.astimezone(UTC)
    return utc.isoformat(timespec="microseconds")


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    names = getattr(value, "__dataclass_fields__", None)
    if names is not None:
        return {name: getattr(value, name) for name in names}
    raise TypeError(f"{type(value).__name__} has no place in an audit event")


_encode = encoder_of(_plain)
