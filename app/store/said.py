"""What a list said of some hundred records, packed together: column by column, and compressed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Self

import orjson

from app.importing.besides import TextsBesides

_LEVEL = 1
"""zlib's quickest: the texts of a list repeat so much that more pains hardly make them smaller."""
_QUICKLY, _WITH_CARE = b"q", b"c"
_INSTANT, _DATE, _TUPLE = "@instant", "@date", "@tuple"
_PLAIN = frozenset({str, int, float, bool, type(None)})
_OPTIONS = orjson.OPT_PASSTHROUGH_DATETIME
_TEXTS_BESIDES = "extra"
"""The field whose values are texts by header, and headers may be called anything."""
_NOTHING: Any = object()


@dataclass(frozen=True, slots=True)
class Said:
    """The values of each field, all columns equally long; `lacking` are the places where a field is not
    spoken of. Instants and days are texts where their columns are named in `instants` and `days`.

    Packed, the texts besides stand by themselves, header by header: said once, their headers take no room.
    """

    columns: Mapping[str, Sequence[Any]]
    lacking: Mapping[str, Sequence[int]]
    instants: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()

    @classmethod
    def of_records(cls, records: Sequence[Mapping[str, Any]]) -> Self:
        """What is said record by record, each of some fields."""
        names = dict.fromkeys(name for record in records for name in record)
        columns = {name: [record.get(name, _NOTHING) for record in records] for name in names}
        lacking: dict[str, list[int]] = {}
        for name, column in columns.items():
            places = [place for place, value in enumerate(column) if value is _NOTHING]
            if places:
                lacking[name] = places
                columns[name] = [None if value is _NOTHING else value for value in column]
        return cls(columns, lacking)

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """What `packed` has made bytes of."""
        text = zlib.decompress(data[1:])
        content = orjson.loads(text) if data[:1] == _QUICKLY else json.loads(text)
        columns, besides = content["columns"], content.get("besides")
        if besides:
            columns[_TEXTS_BESIDES] = TextsBesides(besides, len(next(iter(besides.values()))))
        return cls(columns, content["lacking"], frozenset(content["instants"]), frozenset(content["days"]))

    def packed(self) -> bytes:
        """The same as bytes: compressed JSON."""
        columns, besides = self._besides_apart()
        types = {name: set(map(type, column)) - {type(None)} for name, column in columns.items()}
        instants = [name for name, found in types.items() if found == {datetime}]
        days = [name for name, found in types.items() if found == {date}]
        content = {"instants": instants, "days": days, "lacking": self.lacking, "besides": besides}
        try:
            made = {
                name: orjson.Fragment(
                    orjson.dumps(column if name in days else _iso_texts(column))
                    if name in days or name in instants
                    else orjson.dumps(column, _marked, _OPTIONS)
                )
                for name, column in columns.items()
            }
            return _QUICKLY + zlib.compress(orjson.dumps({**content, "columns": made}), _LEVEL)
        except orjson.JSONEncodeError:  # half a surrogate pair, or a number beyond 64 bits
            plain = {name: list(map(frozen_value, column)) for name, column in columns.items()}
            careful = {**content, "instants": [], "days": [], "columns": plain}
            return _WITH_CARE + zlib.compress(json.dumps(careful).encode(), _LEVEL)

    def _besides_apart(self) -> tuple[dict[str, Sequence[Any]], Mapping[str, Sequence[str]]]:
        """The columns but for the texts besides, and these by header; where some are empty, and so no texts
        by header, they stay a column."""
        columns = dict(self.columns)
        column = columns.get(_TEXTS_BESIDES)
        if column is None:
            return columns, {}
        rows = column if isinstance(column, TextsBesides) else [row or {} for row in column]
        besides = rows if isinstance(rows, TextsBesides) else TextsBesides.of_rows(rows)
        if besides is None or not besides.columns:
            return {**columns, _TEXTS_BESIDES: list(rows)}, {}
        del columns[_TEXTS_BESIDES]
        return columns, besides.columns

    def at(self, places: Sequence[int]) -> list[dict[str, Any]]:
        """What is said of the records at these places."""
        columns = {
            name: self._thawed(name, [column[place] for place in places])
            for name, column in self.columns.items()
        }
        names = tuple(columns)
        records = [dict(zip(names, values, strict=True)) for values in zip(*columns.values(), strict=True)]
        for name, found in self.lacking.items():
            lacking = frozenset(found)
            for record, place in zip(records, places, strict=True):
                if place in lacking:
                    del record[name]
        return records

    def _thawed(self, name: str, values: list[Any]) -> list[Any]:
        if name in self.instants:
            return [None if text is None else datetime.fromisoformat(text) for text in values]
        if name in self.days:
            return [None if text is None else date.fromisoformat(text) for text in values]
        if name == _TEXTS_BESIDES or _PLAIN.issuperset(map(type, values)):
            return values
        return list(map(thawed_value, values))


def frozen(values: Mapping[str, Any]) -> dict[str, Any]:
    """Imported values as JSON that keeps instants, dates and tuples apart from texts and lists."""
    return {name: frozen_value(value) for name, value in values.items()}


def thawed(content: Mapping[str, Any]) -> dict[str, Any]:
    """Imported values from their JSON; imported values hold tuples, never lists."""
    return {name: value if name == _TEXTS_BESIDES else thawed_value(value) for name, value in content.items()}


def frozen_value(value: Any) -> Any:
    """One imported value as JSON."""
    if isinstance(value, datetime | date):
        return _marked(value)
    if isinstance(value, tuple):
        return [frozen_value(one) for one in value]
    return value


def thawed_value(value: Any) -> Any:
    """One imported value from its JSON."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, list):
        return tuple([one if type(one) in _PLAIN else thawed_value(one) for one in value])
    if not isinstance(value, dict) or len(value) != 1:
        return value
    ((mark, content),) = value.items()
    if mark == _INSTANT:
        return datetime.fromisoformat(content)
    if mark == _DATE:
        return date.fromisoformat(content)
    if mark == _TUPLE:
        return tuple(thawed_value(one) for one in content)
    return value


def _iso_texts(column: Sequence[Any]) -> Sequence[Any]:
    """Instants as JSON has them: those in UTC as they are, which is quickest; of others the texts, for orjson
    leaves out the seconds of an offset, as local times had them once."""
    if all(value is None or value.tzinfo is UTC for value in column):
        return column
    return [None if value is None else value.isoformat() for value in column]


def _marked(value: Any) -> dict[str, str]:
    """Days and instants, which JSON does not know, under a mark of their own."""
    if isinstance(value, datetime):
        return {_INSTANT: value.isoformat()}
    if isinstance(value, date):
        return {_DATE: value.isoformat()}
    raise TypeError(f"{type(value).__name__} is no value of a list")
