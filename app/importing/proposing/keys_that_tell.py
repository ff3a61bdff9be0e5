"""Incidents that are called by what befell, and bear no number."""

from __future__ import annotations

from collections.abc import Sequence

from app.importing.proposing.guess import Cells, Guess, header_of, put
from app.importing.proposing.plans_or_records import are_texts

_CONFIDENCE = 0.5
_BEFELL = "These are sentences and no keys; incidents are told apart by when they began."


def with_keys_that_tell(kind: str, guesses: Sequence[Guess], cells_of: Cells) -> tuple[Guess, ...]:
    """The guesses; of incidents that are dated, a column of sentences is no key but the title: the same may
    befall again."""
    made = list(guesses)
    header, is_dated = header_of(made, "key"), header_of(made, "started_at") or header_of(made, "day")
    if kind != "incidents" or not header or not is_dated or not are_texts(cells_of(header)):
        return tuple(guesses)
    called = "" if header_of(made, "title") else "title"
    put(made, Guess(header, called, _CONFIDENCE, _BEFELL))
    return tuple(made)
