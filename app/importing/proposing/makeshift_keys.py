"""Columns that stand in where none is called a key, or the change that builds and deployments are of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.cells.keys_within import names_a_key
from app.importing.proposing.guess import Cells, Guess, first_called, header_of, put
from app.importing.proposing.looks import LEAST_SHARE, all_differ, are_numbers, count, tell_apart
from app.importing.proposing.makeshift_words import BEGINNINGS, COMMITTED, HOSTS, NUMBERED
from app.importing.proposing.named_ids import header_of_named_ids
from app.importing.proposing.nameless import KEY
from app.importing.words.of_records import are_of_incidents
from app.importing.words.spelling import spellings

_LEVEL = re.compile(r"^[A-Za-z] ?\d$")
_CONFIDENCE = 0.5
_BUILT_AS_KEYS = 0.8
_DIFFER = "No column is called a key; these differ from row to row, and so tell them apart."
_LINES = "These only number the lines."
_KEYS = "These are built as keys are."
_NAMED_BEFORE = "The predecessors name what stands here."
_NUMBERS = "These are the numbers of what is asked for."
_NAMING = "No column is called a change; most of these name one."
_BEGUN = "No column says when it was done; this one says when it began."
DONE_AT = {"builds": "built_at", "deployments": "deployed_at"}
"""Kinds that are of a change, and the field that says when."""


def put_key(kind: str, made: list[Guess], cells_of: Cells) -> None:
    """Let a column stand in for a missing key of changes or incidents or for the ids of a plan's steps, and
    for a key that only numbers the lines."""
    if kind in ("changes", "tickets") and (line := header_of(made, "key")) and count(cells_of(line)):
        header = _column_of_keys(made, cells_of)
        if header or kind == "tickets":
            put(made, Guess(line, "", 0.0, _LINES))
        if header:
            put(made, Guess(header, "key", _BUILT_AS_KEYS, _KEYS))
    if kind == "changes" and not header_of(made, "key"):
        _put_key_of_changes(made, cells_of)
    if kind == "incidents" and not header_of(made, "key"):
        header = _column_of_incidents(made, cells_of) or _column_of_keys(made, cells_of)
        if header:
            put(made, Guess(header, "key", _BUILT_AS_KEYS, _KEYS))
    if kind == "activities" and (header := header_of_named_ids(made, cells_of)):
        put(made, Guess(header, "source_id", _BUILT_AS_KEYS, _NAMED_BEFORE))


def put_change_and_time(kind: str, made: list[Guess], cells_of: Cells) -> None:
    """Let columns stand in for the missing change of builds or deployments, and for when they were done."""
    done_at = DONE_AT[kind]
    if not header_of(made, "change_key") and (header := _column_naming_keys(made, cells_of)):
        put(made, Guess(header, "change_key", _CONFIDENCE, _NAMING))
    if not header_of(made, done_at):
        begun = [one.header for one in made if not one.field and BEGINNINGS & set(spellings(one.header))]
        if begun:
            put(made, Guess(begun[0], done_at, _CONFIDENCE, _BEGUN))


def _put_key_of_changes(made: list[Guess], cells_of: Cells) -> None:
    """Let a column of keys, of numbers of what is asked for, or else the titles tell changes apart."""
    if header := _column_of_keys(made, cells_of):
        put(made, Guess(header, "key", _CONFIDENCE, _DIFFER))
        return
    if header := first_called(made, (NUMBERED,), lambda name: are_numbers(cells_of(name))):
        put(made, Guess(header, "key", _CONFIDENCE, _NUMBERS))
        return
    first = made[0]
    if not first.field and are_numbers(cells := cells_of(first.header)) and not count(cells):
        put(made, Guess(first.header, "key", _CONFIDENCE, _DIFFER))
        return
    titles = [guess.header for guess in made if guess.field == "title"]
    if titles and tell_apart([cell for header in titles for cell in cells_of(header)]):
        for header in titles:
            put(made, Guess(header, "key", _CONFIDENCE, _DIFFER))


def _column_of_keys(guesses: Sequence[Guess], cells_of: Cells) -> str:
    """A column without a field whose cells are all built as keys are: CHG0001, OPS-12, #7; but P1 and S2 are
    levels, unless they stand first."""
    most = max((len(cells_of(guess.header)) for guess in guesses), default=0)
    for place, guess in enumerate(guesses):
        if not guess.field and HOSTS.isdisjoint(spellings(guess.header)):
            cells = cells_of(guess.header)
            is_level = place > 0 and all(_LEVEL.match(cell.strip()) for cell in cells)
            is_filled = len(cells) == most  # a row without a key is rejected
            if (
                is_filled
                and all_differ(cells)
                and all(KEY.match(cell.strip()) for cell in cells)
                and not is_level
            ):
                return guess.header
    return ""


def _column_of_incidents(guesses: Sequence[Guess], cells_of: Cells) -> str:
    """A column without a field whose cells all differ and are built as keys of incidents are: INC-2026-12."""
    open_ones = (guess.header for guess in guesses if not guess.field)
    return next(
        (one for one in open_ones if all_differ(cells_of(one)) and are_of_incidents(cells_of(one))), ""
    )


def _column_naming_keys(guesses: Sequence[Guess], cells_of: Cells) -> str:
    """The column of what was committed of whose cells most, and more than of others, name a key within."""
    shares = {
        guess.header: sum(map(names_a_key, cells)) / len(cells)
        for guess in guesses
        if guess.field in ("", "issues")
        and not COMMITTED.isdisjoint(spellings(guess.header))
        and (cells := cells_of(guess.header))
    }
    best = max(shares, key=lambda header: shares[header], default="")
    return best if best and shares[best] >= LEAST_SHARE else ""
