"""JSON of one value and of thousands of records, the same letter by letter however it is made."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import orjson

Encode = Callable[[Any], str]
_EXPONENT = re.compile(r"e-(?<=\de-)\d")
_OPTIONS = orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


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


def objects_of(columns: Mapping[str, Sequence[Any]], encode: Encode) -> list[str]:
    """One JSON object a row, from columns of values."""
    names = tuple(columns)
    return [encode(dict(zip(names, row, strict=True))) for row in zip(*columns.values(), strict=True)]


def _may_hold_small_numbers(text: str) -> bool:
    """Whether JSON may hold numbers nearer to nothing than 0.0001, which are written in two ways.

    Times of day ("...:00.000000+00:00") hold none of the marks searched for, so that hardly any text is
    encoded twice.
    """
    if ":0.0000" in text or ",0.0000" in text or "[0.0000" in text or "-0.0000" in text:
        return True
    return text.startswith("0.0000") or ("e-" in text and _EXPONENT.search(text) is not None)
