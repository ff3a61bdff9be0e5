"""What a worksheet says besides its cells: which are merged, and formulas that were never calculated."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

_BLOCK, _OVERLAP = 1 << 20, 1 << 12
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_UNCALCULATED = re.compile(
    rb'<(?:\w+:)?c\b(?![^<>]*\bt="str")[^<>]*>\s*'  # a text without letters is a value, too
    rb"<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


class Merged(NamedTuple):
    """Cells of one column that are merged; the first holds their text. Places count from 0."""

    column: int
    first_row: int
    last_row: int


class Besides(NamedTuple):
    """The cells of a sheet that are merged over rows, and how many hold formulas without a value."""

    merged: tuple[Merged, ...]
    uncalculated: int


def besides_cells(data: bytes, part: str) -> Besides:
    """What the part of a workbook that holds a sheet says besides its cells."""
    merged: dict[Merged, None] = {}
    uncalculated = 0
    for text, seen in _overlapping(data, part):
        uncalculated += sum(found.end() > seen for found in _UNCALCULATED.finditer(text))
        for found in _MERGED.finditer(text):
            left, top, _right, bottom = found.groups()
            if top != bottom:
                merged[Merged(_place_of(left), int(top) - 1, int(bottom) - 1)] = None
    return Besides(tuple(merged), uncalculated)


def with_merged(rows: list[list[str]], merged: tuple[Merged, ...]) -> int:
    """Put the text of merged cells into each of their rows; returns into how many.

    A number stays in the first row alone: one duration of several steps is not that of each.
    """
    count = 0
    for column, first_row, last_row in merged:
        if first_row >= len(rows) or column >= len(rows[first_row]):
            continue
        text = rows[first_row][column]
        if not text or _NUMBER.fullmatch(text):
            continue
        for row in rows[first_row + 1 : last_row + 1]:
            if any(row) and not any(row[column : column + 1]):
                row += [""] * (column + 1 - len(row))
                row[column] = text
                count += 1
    return count


def _overlapping(data: bytes, part: str) -> Iterator[tuple[bytes, int]]:
    """The text of a part in blocks, each begun by the end of the one before it, and how long that is."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(part) as file:
        before = b""
        while block := file.read(_BLOCK):
            yield before + block, len(before)
            before = (before + block)[-_OVERLAP:]


def _place_of(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place - 1
