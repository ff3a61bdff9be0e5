"""What one column of a list seems to mean."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from app.importing.words.spelling import spellings

Cells = Callable[[str], Sequence[str]]
"""The first filled cells of the column of a header."""
REMEMBERED = "As in the remembered mapping."
"""Why a column means what it was settled to mean before."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A proposed column: `field` is "" for columns that go to `extra`; `confidence` runs from 0 to 1.

    `completes` is the header of the column that this one completes: it has the times of its days, or says how
    what has these states ended. What `is_left_out` is not kept with the records.
    """

    header: str
    field: str
    confidence: float
    reason: str
    completes: str = ""
    is_left_out: bool = False


def header_of(guesses: Sequence[Guess], field: str) -> str:
    """The header of the first column that feeds a field; "" for none."""
    return next((guess.header for guess in guesses if guess.field == field), "")


def first_called(
    guesses: Sequence[Guess],
    words: Sequence[frozenset[str]],
    suits: Callable[[str], bool],
    fields: Collection[str] = ("",),
) -> str:
    """The first header that is called by one of these words and suits, of those without a field, or of these
    fields; "" where none does."""
    open_ones = [guess.header for guess in guesses if guess.field in fields]
    called = (one for group in words for one in open_ones if group & set(spellings(one)))
    return next((header for header in called if suits(header)), "")


def put(guesses: list[Guess], stand_in: Guess) -> None:
    """Let a column stand in for what no other holds."""
    place = next(at for at, guess in enumerate(guesses) if guess.header == stand_in.header)
    guesses[place] = stand_in
