"""Columns that stand in where none is a key, a change or a title, and columns that say nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from app.importing.cells.keys_within import names_a_key
from app.importing.cells.objects import holds_objects
from app.importing.fields import SAID_ONCE, TITLED, field_named
from app.importing.proposing.checklists import column_of_ticks
from app.importing.proposing.fitting import is_dated
from app.importing.proposing.guess import Guess
from app.importing.proposing.makeshift_words import (
    BEGINNINGS,
    CAUSES,
    COMMITTED,
    HOSTS,
    NUMBERED,
    OF_A_SPAN,
    SAYS_WHAT,
)
from app.importing.proposing.named_ids import header_of_named_ids
from app.importing.proposing.nameless import KEY
from app.importing.words.monitors import are_of_monitors
from app.importing.words.of_kinds import are_of_incidents
from app.importing.words.spelling import spellings
from app.importing.words.values import choose, minutes_of, says_nothing

_LEVEL = re.compile(r"^[A-Za-z] ?\d$")
_CONFIDENCE = 0.5
_BUILT_AS_KEYS = 0.8
_LONGEST_TITLE = 160
_LEAST_SHARE = 0.5
_WORDS_OF_A_TITLE = 3
_TELLING_SHARE = 0.9
_DIFFER = "No column is called a key; these differ from row to row, and so tell them apart."
_EMPTY = "The column is empty."
_LINES = "These only number the lines."
_KEYS = "These are built as keys are."
_NAMED_BEFORE = "The predecessors name what stands here."
_SHORT = "No column is called a title; these are short enough to be."
_LOOKS = "No column is called a title; the texts of this one read like titles."
_NAMING = "No column is called a change; most of these name one."
_REPORTED = "No column says when it began or ended; this one says when that was reported."
_TICKED = "No column is called a state; this one says by ticks what is done."
_UP_OR_DOWN = "No column is called a state; this one says what is down, and what is up again."
_BY_CELLS = "The columns have no names; the cells of this one are built so."
_BEGUN = "No column says when it was done; this one says when it began."
_DONE_AT = {"builds": "built_at", "deployments": "deployed_at"}
"""Kinds that are of a change, and the field that says when."""

_NUMBERS = "These are the numbers of what is asked for."

_SPANS = ("windows", "freezes", "calendar", "window_series")
_SORT = "No column says what changed; this one says what sort of change it was."

Cells = Callable[[str], list[str]]
"""The first filled cells of a column."""


def without_empty(kind: str, guesses: Sequence[Guess], cells_of: Cells) -> tuple[Guess, ...]:
    """The guesses, but that an empty column feeds no field that can be said once for the whole list, and no
    key of incidents, nor of changes that have titles: a template has ids yet to come."""
    asked = SAID_ONCE.get(kind, ())
    titles = [cell for guess in guesses if guess.field == "title" for cell in cells_of(guess.header)]
    if kind == "incidents" or (kind == "changes" and not all(map(KEY.match, titles))):
        asked = ("key",)
    return tuple(
        Guess(guess.header, "", 0.0, _EMPTY) if guess.field in asked and not cells_of(guess.header) else guess
        for guess in guesses
    )


def made_do(kind: str, guesses: Sequence[Guess], cells_of: Cells) -> tuple[Guess, ...]:
    """The guesses, with columns that stand in for a missing key, change or title of a list of this kind."""
    made = list(guesses)
    titled = _header_of(made, "title")
    if kind in ("changes", "tickets") and (line := _header_of(made, "key")) and _counts(cells_of(line)):
        header = _column_of_keys(made, cells_of)
        if header or kind == "tickets":
            put(made, Guess(line, "", 0.0, _LINES))
        if header:
            put(made, Guess(header, "key", _BUILT_AS_KEYS, _KEYS))
    if kind == "changes" and not _header_of(made, "key"):
        _put_key(made, cells_of)
    header = _column_of_incidents(made, cells_of) or _column_of_keys(made, cells_of)
    if kind == "incidents" and not _header_of(made, "key") and header:
        put(made, Guess(header, "key", _BUILT_AS_KEYS, _KEYS))
    if kind == "activities" and (header := header_of_named_ids(made, cells_of)):
        put(made, Guess(header, "source_id", _BUILT_AS_KEYS, _NAMED_BEFORE))
    if kind == "detected" and not _header_of(made, "what"):
        header = first_called(made, SAYS_WHAT, lambda name: not all(map(says_nothing, cells_of(name))))
        if header:
            put(made, Guess(header, "what", _CONFIDENCE, _SORT))
    if kind == "activities" and not _header_of(made, "state"):
        untaken = [guess.header for guess in made if not guess.field]
        if header := column_of_ticks(untaken, cells_of):
            put(made, Guess(header, "state", _BUILT_AS_KEYS, _TICKED))
    if kind == "incidents" and not (_header_of(made, "key") or _header_of(made, "started_at")):
        for reported, field in (("created_in_source", "started_at"), ("closed_in_source", "ended_at")):
            if (header := _header_of(made, reported)) and not _header_of(made, field):
                put(made, Guess(header, field, _CONFIDENCE, _REPORTED))
    if kind == "incidents" and not _header_of(made, "state"):
        open_ones = (guess.header for guess in made if not guess.field)
        if header := next((one for one in open_ones if are_of_monitors(cells_of(one))), ""):
            put(made, Guess(header, "state", _CONFIDENCE, _UP_OR_DOWN))
    if kind in ("changes", "incidents") and not titled and is_nameless(made):
        _put_told_by_cells(made, cells_of)
        titled = _header_of(made, "title")
    if kind in _DONE_AT:
        _put_change_and_time(made, _DONE_AT[kind], cells_of)
    if kind in _SPANS and not _header_of(made, "title"):
        header = first_called(made, OF_A_SPAN, lambda name: _are_short(cells_of(name)))
        if header:
            put(made, Guess(header, "title", _CONFIDENCE, _SHORT))
    if kind == "window_series" and not _header_of(made, "title"):
        open_ones = (guess.header for guess in made if not guess.field)
        if header := next((one for one in open_ones if _are_short(cells_of(one))), ""):
            put(made, Guess(header, "title", _CONFIDENCE, _SHORT))
    told = _header_of(made, "description")
    if kind == "incidents" and not titled and not (told and _are_short(cells_of(told))):
        header = first_called(made, (CAUSES, HOSTS), lambda name: _are_short(cells_of(name)))
        if header:
            put(made, Guess(header, "title", _CONFIDENCE, _SHORT))
            titled = header
    if kind in TITLED and not titled:
        header = _header_of(made, "description")
        if not header and kind == "activities":
            fields = ("", "instructions") if _header_of(made, "source_id") else ("",)
            header = first_called(made, OF_A_SPAN[:1], lambda name: _are_short(cells_of(name)), fields)
        if header and _are_short(cells_of(header)):
            put(made, Guess(header, "title", _CONFIDENCE, _SHORT))
    return tuple(made)


def is_nameless(guesses: Sequence[Guess]) -> bool:
    """Whether the columns are called by their places, for the list names none."""
    return all(guess.header == f"Column {place}" for place, guess in enumerate(guesses, start=1))


def _put_told_by_cells(made: list[Guess], cells_of: Cells) -> None:
    """Let columns without names be the title and the state where their cells are built as such."""
    for field, suits in (("state", _are_states), ("title", _are_sentences)):
        fitting = [one.header for one in made if not one.field and suits(cells_of(one.header))]
        if fitting and not _header_of(made, field):
            put(made, Guess(fitting[0], field, _CONFIDENCE, _BY_CELLS))


def _are_states(cells: Sequence[str]) -> bool:
    return bool(cells) and all(choose("state", cell) is not None for cell in cells)


def _are_sentences(cells: Sequence[str]) -> bool:
    """Whether nearly all texts differ, and most are of several words."""
    several = sum(len(cell.split()) > 2 for cell in cells)
    return _tell_apart(cells) and several > _LEAST_SHARE * len(cells)


def with_its_title(kind: str, guesses: Sequence[Guess], cells_of: Cells) -> tuple[Guess, ...]:
    """The guesses; where no column is called a title, the first whose texts are a few words each, hardly ever
    the same, is one: keys alone would say nothing."""
    made = list(guesses)
    is_titled = bool(_header_of(made, "title")) or is_called_a_title(kind, _header_of(made, "key"))
    if kind in TITLED and not is_titled:
        open_ones = (guess.header for guess in made if not guess.field)
        if header := next((one for one in open_ones if _read_as_titles(cells_of(one))), ""):
            put(made, Guess(header, "title", _CONFIDENCE, _LOOKS))
    return tuple(made)


def is_called_a_title(kind: str, header: str) -> bool:
    """Whether a header names the title, as that of a title does which stands in for a missing key."""
    title = field_named(kind, "title")
    return title is not None and any(words in title.headers for words in spellings(header))


def _put_key(made: list[Guess], cells_of: Cells) -> None:
    """Let a column of keys, of numbers of what is asked for, or else the titles tell changes apart."""
    if header := _column_of_keys(made, cells_of):
        put(made, Guess(header, "key", _CONFIDENCE, _DIFFER))
        return
    if header := first_called(made, (NUMBERED,), lambda name: _are_numbers(cells_of(name))):
        put(made, Guess(header, "key", _CONFIDENCE, _NUMBERS))
        return
    first = made[0]
    if not first.field and _are_numbers(cells := cells_of(first.header)) and not _counts(cells):
        put(made, Guess(first.header, "key", _CONFIDENCE, _DIFFER))
        return
    titles = [guess.header for guess in made if guess.field == "title"]
    if titles and _tell_apart([cell for header in titles for cell in cells_of(header)]):
        for header in titles:
            put(made, Guess(header, "key", _CONFIDENCE, _DIFFER))


def _put_change_and_time(made: list[Guess], done_at: str, cells_of: Cells) -> None:
    if not _header_of(made, "change_key") and (header := _column_naming_keys(made, cells_of)):
        put(made, Guess(header, "change_key", _CONFIDENCE, _NAMING))
    if not _header_of(made, done_at):
        begun = [one.header for one in made if not one.field and BEGINNINGS & set(spellings(one.header))]
        if begun:
            put(made, Guess(begun[0], done_at, _CONFIDENCE, _BEGUN))


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


def _header_of(guesses: Sequence[Guess], field: str) -> str:
    return next((guess.header for guess in guesses if guess.field == field), "")


def put(guesses: list[Guess], stand_in: Guess) -> None:
    """Let a column stand in for what no other holds."""
    place = next(at for at, guess in enumerate(guesses) if guess.header == stand_in.header)
    guesses[place] = stand_in


def _column_of_keys(guesses: Sequence[Guess], cells_of: Cells) -> str:
    """A column without a field whose cells are all built as keys are: CHG0001, OPS-12, #7; but P1 and S2 are
    levels, unless they stand first."""
    for place, guess in enumerate(guesses):
        if not guess.field and HOSTS.isdisjoint(spellings(guess.header)):
            cells = cells_of(guess.header)
            is_level = place > 0 and all(_LEVEL.match(cell.strip()) for cell in cells)
            if _all_differ(cells) and all(KEY.match(cell.strip()) for cell in cells) and not is_level:
                return guess.header
    return ""


def _column_of_incidents(guesses: Sequence[Guess], cells_of: Cells) -> str:
    """A column without a field whose cells all differ and are built as keys of incidents are: INC-2026-12."""
    open_ones = (guess.header for guess in guesses if not guess.field)
    return next(
        (one for one in open_ones if _all_differ(cells_of(one)) and are_of_incidents(cells_of(one))), ""
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
    return best if best and shares[best] >= _LEAST_SHARE else ""


def _counts(cells: Sequence[str]) -> bool:
    """Whether the cells count 1, 2, 3 and on."""
    return bool(cells) and [cell.strip().rstrip(".") for cell in cells] == [
        str(number) for number in range(1, len(cells) + 1)
    ]


def _all_differ(cells: Sequence[str]) -> bool:
    return bool(cells) and len(set(cells)) == len(cells)


def _tell_apart(cells: Sequence[str]) -> bool:
    """Whether so few texts repeat that they tell almost every row from others."""
    return bool(cells) and len(set(cells)) >= _TELLING_SHARE * len(cells)


def _read_as_titles(cells: Sequence[str]) -> bool:
    """Whether the texts are short, different from row to row, and of more words than names of people.

    Objects, as programs write them, are no texts, and neither are moments and durations.
    """
    if any(map(holds_objects, cells)) or all(is_dated(one) or minutes_of(one) is not None for one in cells):
        return False
    words = sum(len(cell.split()) for cell in cells)
    return _are_short(cells) and _tell_apart(cells) and words >= _WORDS_OF_A_TITLE * len(cells)


def _are_numbers(cells: Sequence[str]) -> bool:
    return _all_differ(cells) and all(cell.strip().isdecimal() for cell in cells)


def _are_short(cells: Sequence[str]) -> bool:
    """Whether most of the texts are of one short line."""
    short = sum(len(cell) <= _LONGEST_TITLE and "\n" not in cell.strip() for cell in cells)
    return bool(cells) and short >= _LEAST_SHARE * len(cells)
