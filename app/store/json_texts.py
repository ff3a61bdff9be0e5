"""JSON of one value and of thousands of records, the same letter by letter however it is made."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from itertools import repeat
from typing import Any

import orjson

Encode = Callable[[Any], str]
_EXPONENT = re.compile(r"e-(?<=\de-)\d")
_OFTEN_THE_SAME = (bool, type(None))
"""Types whose values are alike in many rows, and whose equal values have the same text."""
_OPTIONS = orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


class BareTexts(list[str]):
    """Texts that JSON has as they are, between quotes."""

    __slots__ = ()


def encoder_of(default: Callable[[Any], Any]) -> Encode:
    """An encoder that sorts names, puts no spaces and writes letters as they are.

    `default` makes JSON's own types of others. What orjson refuses and Python knows, as numbers beyond 64
    bits or half a surrogate pair, the standard library writes, and what orjson writes otherwise (0.00001
    for 1e-05): what was hashed and signed once must come out the same for ever.
    """

    slow = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=default)

    def encode(value: Any) -> str:
        try:
            text = orjson.dumps(value, default, _OPTIONS).decode()
        except orjson.JSONEncodeError:
            return slow.encode(value)
        return slow.encode(value) if _may_hold_small_numbers(text) else text

    return encode


def objects_of(
    columns: Mapping[str, Sequence[Any]],
    encode: Encode,
    texts: Mapping[str, Sequence[str] | str] | None = None,
) -> list[str]:
    """One JSON object a row, from columns of values; `texts` has the JSON of columns known already."""
    known = texts or {}
    count = len(next(iter(columns.values())))
    if count == 0:
        return []
    pieces: list[Iterable[str]] = []
    fixed = ""
    for place, name in enumerate(sorted(columns)):
        fixed += f"{',' if place else '{'}{encode(name)}:"
        found = known[name] if name in known else texts_of(columns[name], encode)
        if isinstance(found, str):
            fixed += found
            continue
        quote = '"' if isinstance(found, BareTexts) else ""
        pieces += [repeat(fixed + quote, count), found]
        fixed = quote
    return list(map("".join, zip(*pieces, repeat(f"{fixed}}}", count), strict=True)))


def pairs_of(columns: Iterable[tuple[str, Sequence[str]]], count: int, encode: Encode) -> list[str]:
    """A JSON array of [name, text] a row, from `count` texts a column; empty texts are left out."""
    pieces: list[Sequence[str]] = []
    for name, column in columns:
        start = f",[{encode(name)},"
        different = list(set(column))
        written = _texts_of_texts(different, encode) if different else []
        made = {text: f"{start}{one}]" if text else "" for text, one in zip(different, written, strict=True)}
        pieces.append([made[text] for text in column])
    rows = map("".join, zip(*pieces, strict=True)) if pieces else repeat("", count)
    return [f"[{row[1:]}]" for row in rows]


def texts_of(column: Sequence[Any], encode: Encode) -> Sequence[str] | str:
    """The JSON of each value, of texts perhaps as `BareTexts`; one text where all are surely written the
    same, as 1 and True are not."""
    first = column[0]
    is_safe = first is None or first == () or isinstance(first, str | Enum)
    if is_safe and column[-1] == first and column.count(first) == len(column):
        return encode(first)
    kinds = set(map(type, column))
    kind = kinds.pop()
    if kinds:
        return list(map(encode, column))
    if kind is str:
        return _bare_texts(column) or _texts_of_texts(column, encode)
    if kind is date:
        return BareTexts(orjson.dumps(column).decode()[2:-2].split('","'))
    if kind in _OFTEN_THE_SAME or issubclass(kind, Enum):
        known = {value: encode(value) for value in set(column)}
        return known[first] if len(known) == 1 else list(map(known.__getitem__, column))
    return list(map(str, column)) if kind is int else list(map(encode, column))


def _bare_texts(column: Sequence[str]) -> BareTexts | None:
    """The texts, where none of them holds anything that JSON writes otherwise; None where some may."""
    together = "".join(column)
    try:
        is_bare = orjson.dumps(together) == b'"%b"' % together.encode()
    except (orjson.JSONEncodeError, UnicodeEncodeError):  # half a surrogate pair
        return None
    return BareTexts(column) if is_bare else None


def _texts_of_texts(column: Sequence[str], encode: Encode) -> list[str]:
    """All at once: indented JSON has each text on a line of its own, and line breaks in texts are escaped."""
    try:
        lines = orjson.dumps(column, option=orjson.OPT_INDENT_2).decode()
    except orjson.JSONEncodeError:
        return list(map(encode, column))
    return lines.removeprefix("[\n  ").removesuffix("\n]").split(",\n  ")


def _may_hold_small_numbers(text: str) -> bool:
    """Whether JSON may hold numbers nearer to nothing than 0.0001, which are written in two ways.

    Times of day ("...:00.000000+00:00") hold none of the marks searched for, so that hardly any text is
    encoded twice.
    """
    if ":0.0000" in text or ",0.0000" in text or "[0.0000" in text or "-0.0000" in text:
        return True
    return text.startswith("0.0000") or ("e-" in text and _EXPONENT.search(text) is not None)
