"""JSON made fast: one encoder kept ready, and the texts of thousands of values column by column."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from itertools import repeat
from json import encoder as json_encoder
from typing import Any

from db.bulk import JsonText

Encode = Callable[[Any], str]
_SCALARS = {str, bool, int, date, datetime, time}
_EMPTY: tuple[Any, ...] = ((), [])
_encode_text: Encode = json_encoder.encode_basestring
_C_ENCODER: Any = getattr(json_encoder, "c_make_encoder", None)


def encoder_of(default: Callable[[Any], Any], *, is_compact: bool) -> Encode:
    """An encoder that writes letters as they are; compact: sorted names and no spaces.

    The standard library builds its compiled encoder anew for every call; here it is built once.
    """
    item, name = (",", ":") if is_compact else (", ", ": ")
    slow = json.JSONEncoder(
        sort_keys=is_compact, separators=(item, name), ensure_ascii=False, default=default
    )
    if _C_ENCODER is None:
        return slow.encode
    fast = _C_ENCODER(None, default, _encode_text, None, name, item, is_compact, False, True)

    def encode(value: Any) -> str:
        return _encode_text(value) if isinstance(value, str) else "".join(fast(value, 0))

    return encode


def texts_of(values: Sequence[Any], encode: Encode) -> Sequence[str]:
    """The JSON of each value of a column; what is JSON already stays as it is."""
    types = set(map(type, values))
    if types == {str}:
        return list(map(_encode_text, values))
    if types == {int}:
        return list(map(str, values))
    if types == {JsonText}:
        return values
    if types == {type(None)}:
        return ["null"] * len(values)
    are_scalars = len(types - {type(None)}) == 1 and types - {type(None)} <= _SCALARS
    if are_scalars or (types == {tuple} and _are_texts(values)):
        known = {one: encode(one) for one in set(values)}
        return [known[one] for one in values]
    return [one if isinstance(one, JsonText) else "[]" if one in _EMPTY else encode(one) for one in values]


def _are_texts(values: Sequence[tuple[Any, ...]]) -> bool:
    """Whether tuples hold texts, or pairs of texts, alone: then equal ones have the same JSON."""
    items = [item for one in values for item in one]
    types = set(map(type, items))
    return types <= {str} or (types == {tuple} and _are_texts(items))


def objects_of(columns: Mapping[str, Sequence[str]], *, is_compact: bool) -> list[str]:
    """One JSON object a row, from columns of JSON texts; names stand in the order they have here."""
    item, name = (",", ":") if is_compact else (", ", ": ")
    pieces: list[Any] = []
    for place, (column, texts) in enumerate(columns.items()):
        pieces += [repeat(("{" if place == 0 else item) + _encode_text(column) + name), texts]
    return list(map("".join, zip(*pieces, repeat("}"), strict=False)))
