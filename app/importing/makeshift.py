"""Columns that stand in where none is a key or a title, and columns that say nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.importing.fields import SAID_ONCE, TITLED
from app.importing.guess import Guess

_KEY = re.compile(r"^(?:[A-Za-z]{1,12}[-_ ]?\d+|#\d+)$")
_CONFIDENCE = 0.5
_LONGEST_TITLE = 160
_LEAST_SHARE = 0.5
_DIFFER = "No column is called a key; these differ from row to row, and so tell them apart."
_EMPTY = "The column is empty."
_SHORT = "No column is called a title; these are short enough to be."

Cells = Callable[[str], list[str]]
"""The first filled cells of a column."""


def without_empty(kind: str, guesses: Sequence[Guess], cells_of: Cells) -> tuple[Guess, ...]:
    """The guesses, but that an empty column feeds no field that can be said once for the whole list."""
    asked = SAID_ONCE.get(kind, ())
    return tuple(
        Guess(guess.header, "", 0.0, _EMPTY) if guess.field in asked and not cells_of(guess.header) else guess
        for guess in guesses
    )


def made_do(kind: str, guesses: Sequence[Guess], cells_of: Cells) -> tuple[Guess, ...]:
    """The guesses, with columns that stand in for a missing key or title of a list of this kind."""
    made = list(guesses)
    if kind == "changes" and not _header_of(made, "key"):
        header = _column_of_keys(made, cells_of) or _header_of(made, "title")
        if header and _all_differ(cells_of(header)):
            _put(made, Guess(header, "key", _CONFIDENCE, _DIFFER))
    if kind in TITLED and not _header_of(made, "title"):
        header = _header_of(made, "description")
        if header and _are_short(cells_of(header)):
            _put(made, Guess(header, "title", _CONFIDENCE, _SHORT))
    return tuple(made)


def _header_of(guesses: Sequence[Guess], field: str) -> str:
    return next((guess.header for guess in guesses if guess.field == field), "")


def _put(guesses: list[Guess], stand_in: Guess) -> None:
    place = next(at for at, guess in enumerate(guesses) if guess.header == stand_in.header)
    guesses[place] = stand_in


def _column_of_keys(guesses: Sequence[Guess], cells_of: Cells) -> str:
    """A column without a field whose cells are all built as keys are: CHG0001, OPS-12, #7."""
    for guess in guesses:
        if not guess.field:
            cells = cells_of(guess.header)
            if _all_differ(cells) and all(_KEY.match(cell.strip()) for cell in cells):
                return guess.header
    return ""


def _all_differ(cells: Sequence[str]) -> bool:
    return bool(cells) and len(set(cells)) == len(cells)


def _are_short(cells: Sequence[str]) -> bool:
    """Whether most of the texts are of one short line."""
    short = sum(len(cell) <= _LONGEST_TITLE and "\n" not in cell.strip() for cell in cells)
    return bool(cells) and short >= _LEAST_SHARE * len(cells)
