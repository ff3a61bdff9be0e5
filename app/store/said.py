"""What a list said of some hundred records, packed together: column by column, and compressed.

A part is a head and a block of JSON a column. Most columns have a value a line, and JSON never has a line
break inside one: so what was said of a few of the records is read without making values of all.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain
from types import NoneType
from typing import Any, Self

import orjson

from app.importing.converting.besides import TextsBesides
from app.store.frozen_values import PLAIN, TEXTS_BESIDES, frozen_value, marked, thawed_value

_LEVEL = 1
"""zlib's quickest: the texts of a list repeat so much that more pains hardly make them smaller."""
_LINED, _WITH_CARE = b"l", b"c"
"""How a part is written: as above, or as one JSON object where orjson refuses a value. Parts that begin by
another letter are older; they are such objects, too."""
_BETWEEN_BLOCKS, _BETWEEN_LINES = b"\x1e", b",\n  "
_VALUES, _INSTANTS, _DAYS, _WHOLE = "values", "instants", "days", "whole"
"""How a column is written: a value, an instant or a day a line; or all as one, values under marks."""
_MADE: Mapping[str, Callable[[Any], Any]] = {_INSTANTS: datetime.fromisoformat, _DAYS: date.fromisoformat}
_NOTHING: Any = object()


@dataclass(frozen=True, slots=True)
class Said:
    """The values of each field, all columns equally long; `lacking` are the places where a field is not
    spoken of."""

    columns: Mapping[str, Sequence[Any]]
    lacking: Mapping[str, Sequence[int]]

    @classmethod
    def of_records(cls, records: Sequence[Mapping[str, Any]]) -> Self:
        """What is said record by record, each of some fields."""
        names = dict.fromkeys(chain.from_iterable(records))
        if all(record.keys() == names.keys() for record in records):
            return cls({name: [record[name] for record in records] for name in names}, {})
        columns = {name: [record.get(name, _NOTHING) for record in records] for name in names}
        lacking: dict[str, list[int]] = {}
        for name, column in columns.items():
            places = [place for place, value in enumerate(column) if value is _NOTHING]
            if places:
                lacking[name] = places
                columns[name] = [None if value is _NOTHING else value for value in column]
        return cls(columns, lacking)

    def packed(self) -> bytes:
        """The same as bytes, for `said_at`."""
        columns, besides = self._besides_apart()
        try:
            blocks = _BETWEEN_BLOCKS.join(_blocks(columns, besides, self.lacking))
        except orjson.JSONEncodeError:  # half a surrogate pair, or a number beyond 64 bits
            plain = {name: list(map(frozen_value, column)) for name, column in self.columns.items()}
            whole = json.dumps({"columns": plain, "lacking": self.lacking})
            return _WITH_CARE + zlib.compress(whole.encode(), _LEVEL)
        return _LINED + zlib.compress(blocks, _LEVEL)

    def _besides_apart(self) -> tuple[dict[str, Sequence[Any]], Mapping[str, Sequence[str]]]:
        """The columns but for the texts besides, and these by header; where some are empty, and so no texts
        by header, they stay a column."""
        columns = dict(self.columns)
        column = columns.get(TEXTS_BESIDES)
        if column is None:
            return columns, {}
        rows = column if isinstance(column, TextsBesides) else [row or {} for row in column]
        besides = rows if isinstance(rows, TextsBesides) else TextsBesides.of_rows(rows)
        if besides is None or not besides.columns:
            return {**columns, TEXTS_BESIDES: list(rows)}, {}
        del columns[TEXTS_BESIDES]
        return columns, besides.columns


def said_at(packed: bytes, places: Sequence[int]) -> list[dict[str, Any]]:
    """What is said of the records at these places of a packed part."""
    text = zlib.decompress(packed[1:])
    if packed[:1] == _LINED:
        blocks = text.split(_BETWEEN_BLOCKS)
        content = orjson.loads(blocks[0])
        columns = _columns_of_blocks(content, blocks[1:], places)
    else:
        content = json.loads(text)
        columns = _columns_of_object(content, places)
    if not columns:
        return [{} for _ in places]
    names = tuple(columns)
    records = [dict(zip(names, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    for name, found in content["lacking"].items():
        lacking = frozenset(found)
        for record, place in zip(records, places, strict=True):
            if place in lacking:
                del record[name]
    return records


def _blocks(
    columns: Mapping[str, Sequence[Any]],
    besides: Mapping[str, Sequence[str]],
    lacking: Mapping[str, Sequence[int]],
) -> Iterator[bytes]:
    written = [_written(column) for column in columns.values()]
    ways = [(name, way) for name, (way, _) in zip(columns, written, strict=True)]
    yield orjson.dumps({"columns": ways, "besides": list(besides), "lacking": lacking})
    for _, block in written:
        yield block
    for texts in besides.values():
        yield orjson.dumps(texts, option=orjson.OPT_INDENT_2)


def _written(column: Sequence[Any]) -> tuple[str, bytes]:
    """How a column is written, and the column written so."""
    types = set(map(type, column)) - {NoneType}
    if types <= PLAIN:
        return _VALUES, orjson.dumps(column, option=orjson.OPT_INDENT_2)
    if types == {datetime}:
        return _INSTANTS, orjson.dumps(_iso_texts(column), option=orjson.OPT_INDENT_2)
    if types == {date}:
        return _DAYS, orjson.dumps(column, option=orjson.OPT_INDENT_2)
    return _WHOLE, orjson.dumps(column, marked, orjson.OPT_PASSTHROUGH_DATETIME)


def _iso_texts(column: Sequence[Any]) -> Sequence[Any]:
    """Instants as JSON has them: those in UTC as they are, which is quickest; of others the texts, for orjson
    leaves out the seconds of an offset, as local times had them once."""
    if all(value is None or value.tzinfo is UTC for value in column):
        return column
    return [None if value is None else value.isoformat() for value in column]


def _columns_of_blocks(
    head: Mapping[str, Any], blocks: Sequence[bytes], places: Sequence[int]
) -> dict[str, Sequence[Any]]:
    ways, headers = head["columns"], head["besides"]
    columns: dict[str, Sequence[Any]] = {
        name: _read(name, way, block, places) for (name, way), block in zip(ways, blocks, strict=False)
    }
    if headers:
        texts = {
            header: _picked(block, places) for header, block in zip(headers, blocks[len(ways) :], strict=True)
        }
        columns[TEXTS_BESIDES] = TextsBesides(texts, len(places))
    return columns


def _read(name: str, way: str, block: bytes, places: Sequence[int]) -> list[Any]:
    """The values at these places of a column."""
    if way != _WHOLE:
        return _made(way, _picked(block, places))
    column = orjson.loads(block)
    values = [column[place] for place in places]
    return values if name == TEXTS_BESIDES else _made(way, values)


def _made(way: str, values: list[Any]) -> list[Any]:
    """Values of what JSON has of them."""
    if way == _VALUES:
        return values
    made: Callable[[Any], Any] = _MADE.get(way, thawed_value)
    return [None if value is None else made(value) for value in values]


def _picked(block: bytes, places: Sequence[int]) -> list[Any]:
    """The values at these places of a column with a value a line."""
    lines = block.removeprefix(b"[\n  ").removesuffix(b"\n]").split(_BETWEEN_LINES)
    found: list[Any] = orjson.loads(b"[%b]" % b",".join([lines[place] for place in places]))
    return found


def _columns_of_object(content: Mapping[str, Any], places: Sequence[int]) -> dict[str, Sequence[Any]]:
    """The columns of a part written as one object; older ones name those that hold instants and days."""
    ways = {TEXTS_BESIDES: _VALUES}
    ways |= dict.fromkeys(content.get("instants", ()), _INSTANTS)
    ways |= dict.fromkeys(content.get("days", ()), _DAYS)
    return {
        name: _made(ways.get(name, _WHOLE), [column[place] for place in places])
        for name, column in content["columns"].items()
    }
