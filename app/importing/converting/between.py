"""Headings between the rows of a list: "November 2026" above the changes of a month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from app.importing.proposing.nameless import KEY

LEAST_COLUMNS = 4
_LOOKED_AT = 200
_LEAST_SHARE = 0.5


def are_keys(keys: Iterable[str]) -> bool:
    """Whether most of the first keys of a list are built as keys are, in one word: others stand out."""
    first = [key for key in islice(keys, _LOOKED_AT) if key]
    return bool(first) and sum(map(_is_key, first)) > _LEAST_SHARE * len(first)


def is_heading(key: str, cells: Sequence[str]) -> bool:
    """Whether a row among such says nothing but a few words in the place of its key."""
    return " " in key and sum(1 for cell in cells if cell.strip()) == 1


def _is_key(text: str) -> bool:
    return text.isdecimal() or (" " not in text and KEY.match(text) is not None)
