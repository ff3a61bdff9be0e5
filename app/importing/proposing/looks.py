"""How the cells of a column look together: different, counting, short, or like titles."""

from __future__ import annotations

from collections.abc import Sequence

from app.importing.cells.objects import holds_objects
from app.importing.proposing.fitting import is_dated
from app.importing.words.durations import minutes_of

LEAST_SHARE = 0.5
_LONGEST_TITLE = 160
_WORDS_OF_A_TITLE = 3
_TELLING_SHARE = 0.9


def count(cells: Sequence[str]) -> bool:
    """Whether the cells count 1, 2, 3 and on."""
    return bool(cells) and [cell.strip().rstrip(".") for cell in cells] == [
        str(number) for number in range(1, len(cells) + 1)
    ]


def all_differ(cells: Sequence[str]) -> bool:
    """Whether no cell is like another."""
    return bool(cells) and len(set(cells)) == len(cells)


def tell_apart(cells: Sequence[str]) -> bool:
    """Whether so few texts repeat that they tell almost every row from others."""
    return bool(cells) and len(set(cells)) >= _TELLING_SHARE * len(cells)


def are_numbers(cells: Sequence[str]) -> bool:
    """Whether the cells are whole numbers that all differ."""
    return all_differ(cells) and all(cell.strip().isdecimal() for cell in cells)


def are_short(cells: Sequence[str]) -> bool:
    """Whether most of the texts are of one short line."""
    short = sum(len(cell) <= _LONGEST_TITLE and "\n" not in cell.strip() for cell in cells)
    return bool(cells) and short >= LEAST_SHARE * len(cells)


def read_as_titles(cells: Sequence[str]) -> bool:
    """Whether the texts are short, different from row to row, and of more words than names of people.

    Objects, as programs write them, are no texts, and neither are moments and durations.
    """
    if any(map(holds_objects, cells)) or all(is_dated(one) or minutes_of(one) is not None for one in cells):
        return False
    words = sum(len(cell.split()) for cell in cells)
    return are_short(cells) and tell_apart(cells) and words >= _WORDS_OF_A_TITLE * len(cells)
