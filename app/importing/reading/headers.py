"""Which row names the columns: past title lines, or none at all when the first row is data already."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from app.importing.fields import KNOWN_HEADERS
from app.importing.proposing.nameless import Sort, is_of_same_sort, sort_of
from app.importing.reading.guards import unguarded
from app.importing.words.spelling import spellings

_SEARCHED_ROWS = 25
_TELLING_COLUMNS = 500
"""So many columns tell which row names them all; a list may have thousands, each a field of its own."""
_DATA_LIKE = re.compile(
    r"^\s*(?:[-+]?\d[\d\s.,]*%?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b.*|[\w.+-]+@[\w-]+\.\w+|https?://\S+|"
    r"\d{1,2}:\d{2}.*|[A-Z][A-Z0-9]*[-_]?\d+)\s*$"
)
_COUNTED = re.compile(r"^(.*[^\d\s])\d{1,3}$", re.ASCII)
_LONGEST_HEADER = 120
_LEAST_NAMES = 3
_MOSTLY = 0.75
_WIDER_THAN_PROSE = 60
"""Cells in a first line that no sentence has, however many commas it holds."""


def known_share(cells: list[str]) -> int:
    """How many of the cells are headers known from trackers and registers."""
    return sum(is_known(cell) for cell in cells if cell.strip())


def is_known(cell: str) -> bool:
    """Whether this text is a header that some tracker or register uses."""
    return len(cell) <= _LONGEST_HEADER and any(words in KNOWN_HEADERS for words in spellings(cell))


def find_header(records: list[list[str]], width: int) -> int | None:
    """Index of the header row; None when there is none. `width` is the number of cells most rows have."""
    if width > _TELLING_COLUMNS:
        records, width = [record[:_TELLING_COLUMNS] for record in records[:_SEARCHED_ROWS]], _TELLING_COLUMNS
    filled = [
        index for index, record in enumerate(records[:_SEARCHED_ROWS]) if any(c.strip() for c in record)
    ]
    if not filled:
        return None
    best: tuple[int, int] = (0, 0)
    for index in filled:
        known = known_share(records[index])
        if known > best[0] and (index == filled[0] or not _known_recur(records, index, filled)):
            best = (known, index)
    needed = max(1, min(2, width))
    if best[0] >= needed and (
        _could_be_header(records[best[1]], width) or _are_mostly_known(records[best[1]], best[0])
    ):
        return best[1]
    for index in filled:
        if _could_be_header(records[index], width):
            return None if _is_data(records, index, filled) else index
        if sum(bool(cell.strip()) for cell in records[index]) > width / 2:
            return None
    return None


def next_list(records: Sequence[list[str]], header: int | None) -> int | None:
    """Index of the row that names the columns of a second list below a blank line, None without one.

    Project programs write their resources below their tasks: other columns, begun by the same name.
    """
    if header is None:
        return None
    names = records[header]
    for index in range(header + 2, len(records) - 1):
        cells = records[index]
        if not cells or cells == names or any(map(str.strip, records[index - 1])):
            continue
        filled = [cell for cell in cells if cell.strip()]
        if (
            cells[0].strip() == names[0].strip() != ""
            and len(filled) >= _LEAST_NAMES
            and known_share(filled) * 2 >= len(filled)
            and not any(map(_is_data_like, filled))
        ):
            return index
    return None


def _are_mostly_known(cells: list[str], known: int) -> bool:
    """Whether a row names columns and hardly anything else, however many more columns ragged rows have."""
    named = [cell for cell in cells if cell.strip()]
    odd = any(_is_data_like(cell) and not is_known(cell) for cell in named)
    return known > 1 and known >= _MOSTLY * len(named) and not odd


def _is_data_like(cell: str) -> bool:
    """Whether a cell is a number, a date, an address or a key, as cells below names are."""
    return _DATA_LIKE.match(cell) is not None or sort_of([cell]) is Sort.MOMENT


def _could_be_header(cells: list[str], width: int) -> bool:
    named = [cell.strip() for cell in cells if cell.strip()]
    if len(named) < max(1, round(width * 0.6)):
        return False
    repeats = _numbered_repeats(named)
    odd = sum(_is_data_like(cell) and not is_known(cell) and cell not in repeats for cell in named)
    return odd * 4 <= known_share(named) and max(map(len, named)) <= _LONGEST_HEADER


def _numbered_repeats(names: list[str]) -> frozenset[str]:
    """The cells that number one name from 1 on, as columns of several values do and keys in a row do not:
    "ZE_1", "ZE_2"."""
    stems: dict[str, list[str]] = {}
    for name in names:
        if counted := _COUNTED.match(name):
            stems.setdefault(counted[1], []).append(name)
    return frozenset(
        name
        for stem, found in stems.items()
        if len(found) > 1 and [int(one.removeprefix(stem)) for one in found] == list(range(1, len(found) + 1))
        for name in found
    )


def _is_data(records: list[list[str]], index: int, filled: list[int]) -> bool:
    """A first row is data, not names, where its cells recur below it in their columns, or one is a key or a
    date as those below it are."""
    below = [records[later] for later in filled if later > index]
    cells = records[index]
    if not known_share(cells) and any(
        is_of_same_sort(cell, [record[place] for record in below if len(record) > place])
        for place, cell in enumerate(cells)
    ):
        return True
    if len(below) < 2:
        return False
    recurring = sum(
        any(len(record) > place and record[place] == cell for record in below)
        for place, cell in enumerate(cells)
        if cell.strip()
    )
    return recurring * 2 > sum(bool(cell.strip()) for cell in cells)


def _known_recur(records: list[list[str]], index: int, filled: list[int]) -> bool:
    """Whether half of a row's known names or more stand in their columns in other rows, too: a relation
    called "Depends on" does, names of columns only where a page of the list begins anew."""
    cells = records[index]
    others = [records[place] for place in filled if records[place] != cells]
    known = [(place, cell) for place, cell in enumerate(cells) if cell.strip() and is_known(cell)]
    recurring = sum(
        any(len(record) > place and record[place] == cell for record in others) for place, cell in known
    )
    return recurring * 2 >= len(known)


def name_columns(cells: list[str], width: int) -> tuple[str, ...]:
    """Header texts, as many as `width`; a column without a name is called by its place, as "Column 14"."""
    cleaned = [
        " ".join(unguarded(cell.replace("\ufeff", "")).strip().strip('"').split()) for cell in cells[:width]
    ]
    cleaned += [""] * (width - len(cleaned))
    return tuple(cell or f"Column {place}" for place, cell in enumerate(cleaned, start=1))


def looks_like_prose(records: list[list[str]], width: int, regularity: float) -> bool:
    """Whether the records are sentences rather than rows: irregular widths, or one column of long lines."""
    lines = [record for record in records[:300] if any(cell.strip() for cell in record)]
    if not lines:
        return False
    if any(known_share(record) >= 2 for record in lines[:_SEARCHED_ROWS]):
        return False
    if len(lines[0]) >= _WIDER_THAN_PROSE:
        return False
    if width >= 2:
        if regularity < 0.6 or len(lines) == 1:
            return regularity < 0.6 or _spoken_share(lines) > 0.2
        is_spoken = width <= 3 and _spoken_share(lines) > 0.5 and not known_share(lines[0])
        return is_spoken and not _is_keyed(lines, width)
    if any(known_share(record) for record in lines[:3]):
        return False
    words = Counter(min(len(" ".join(record).split()), 6) for record in lines)
    return _spoken_share(lines) > 0.2 or words[6] * 3 > len(lines)


def _is_keyed(lines: list[list[str]], width: int) -> bool:
    """Whether one of the columns holds keys."""
    columns = ([line[place] for line in lines if place < len(line)] for place in range(width))
    return any(sort_of(cells) is Sort.KEY for cells in columns)


def _spoken_share(lines: list[list[str]]) -> float:
    ends = (".", "!", "?", ":", "…")
    return sum(",".join(line).rstrip().endswith(ends) for line in lines) / len(lines)
