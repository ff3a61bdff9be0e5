"""The headers each canonical field is known by, in nine languages, the surest first."""

from __future__ import annotations

from app.importing.words.spelling import plain
from app.importing.words.synonyms_others import OTHERS
from app.importing.words.synonyms_parties import PARTIES
from app.importing.words.synonyms_plans import PLANNED
from app.importing.words.synonyms_scheduled import SCHEDULED
from app.importing.words.synonyms_tracked import TRACKED
from app.importing.words.synonyms_windows import WINDOWED


def _spelt(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain(word) for word in text.replace("\n", " ").split(",") if word.strip()))


_ALL = {**TRACKED, **PARTIES, **SCHEDULED, **OTHERS, **WINDOWED, **PLANNED}
SYNONYMS: dict[str, tuple[str, ...]] = {name: _spelt(text) for name, text in _ALL.items()}
"""Canonical field to the plain headers it is known by."""

ACCENTED: frozenset[str] = frozenset(
    written
    for text in _ALL.values()
    for word in text.split(",")
    if not (written := " ".join(word.split()).casefold()).isascii()
)
"""The headers that have letters beyond ASCII, as they are written."""
