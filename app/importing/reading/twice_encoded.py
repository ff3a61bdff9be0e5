"""Text that was written as UTF-8, read in an older code page, and written as UTF-8 once more: set right.

Shells do so that take what a program prints in the code page of the machine ("Cr├®er"), and editors that take
a list for one in Windows' own ("ResponsÃ¡vel").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from app.importing.reading.neighbours import plausible_share
from app.importing.table import BETWEEN_CELLS

TWICE = "The letters were encoded twice on their way here; they are set right."
_TAKEN_FOR = ("cp1252", "cp1250", "cp1251", "cp850", "cp437", "mac_roman")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_DAMAGED = 0.1
"""The share of places that may be damaged besides, as by a space that was no plain one and was made so."""
_BETWEEN_ROWS = "\x1e"
"""No cell of a workbook holds such a sign, nor the one between cells: XML has none."""


def written_once(text: str) -> str | None:
    """The text as it was before it was encoded once too often; None where it was not.

    Bytes of one letter in UTF-8 stand together and fit each other; letters that were never such bytes hardly
    ever do so by chance, let alone all those of a list. Of several code pages the one that makes the better
    words was it.
    """
    if text.isascii():
        return None
    found = [before for codec in _TAKEN_FOR if (before := _undone(text, codec)) is not None]
    return max(found, key=plausible_share, default=None)


def rows_written_once(rows: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """The rows of a workbook that was made of such a text, as `written_once`."""
    text = written_once(_BETWEEN_ROWS.join(BETWEEN_CELLS.join(row) for row in rows))
    return None if text is None else [row.split(BETWEEN_CELLS) for row in text.split(_BETWEEN_ROWS)]


def _undone(text: str, codec: str) -> str | None:
    known: dict[str, str | None] = {}
    good = bad = 0
    for found in _BEYOND_ASCII.finditer(text):
        run = found.group()
        if run not in known:
            known[run] = _letters_of(run, codec)
        good, bad = good + (known[run] is not None), bad + (known[run] is None)
        if good <= bad:
            return None
    if not good or bad > _DAMAGED * (good + bad):
        return None
    return _BEYOND_ASCII.sub(lambda found: known[found.group()] or found.group(), text)


def _letters_of(run: str, codec: str) -> str | None:
    """The letters whose bytes were taken for these; None where they are no bytes of letters."""
    places = _places_in(codec)
    try:
        return bytes(places[letter] for letter in run).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None


@cache
def _places_in(codec: str) -> dict[str, int]:
    """Letter to byte; control characters are bytes that a code page leaves free, or Latin-1's own."""
    controls = {chr(code): code for code in range(0x80, 0xA0)}
    return controls | {
        letter: code for code in range(256) if (letter := bytes((code,)).decode(codec, "ignore"))
    }
