"""Columns that stand in where none is a key, a change or a title, and columns that say nothing."""

from __future__ import annotations

from collections.abc import Sequence

from app.importing.fields import SAID_ONCE
from app.importing.proposing.checklists import column_of_ticks
from app.importing.proposing.guess import Cells, Guess, first_called, header_of, put
from app.importing.proposing.looks import LEAST_SHARE, tell_apart
from app.importing.proposing.makeshift_keys import DONE_AT, put_change_and_time, put_key
from app.importing.proposing.makeshift_titles import put_title
from app.importing.proposing.makeshift_words import SAYS_WHAT
from app.importing.proposing.nameless import KEY
from app.importing.words.durations import says_nothing
from app.importing.words.monitors import are_of_monitors
from app.importing.words.values import choose

_CONFIDENCE = 0.5
_BY_TICKS = 0.8
_EMPTY = "The column is empty."
_REPORTED = "No column says when it began or ended; this one says when that was reported."
_TICKED = "No column is called a state; this one says by ticks what is done."
_UP_OR_DOWN = "No column is called a state; this one says what is down, and what is up again."
_BY_CELLS = "The columns have no names; the cells of this one are built so."
_EVENT = "No column says what changed; this one tells the events in words."
_SORT = "No column says what changed; this one says what sort of change it was."


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
    is_titled = bool(header_of(made, "title"))  # even where the titles come to be the keys
    put_key(kind, made, cells_of)
    if kind == "detected" and not header_of(made, "what"):
        _put_sort(made, cells_of)
    if kind == "activities" and not header_of(made, "state"):
        _put_ticks(made, cells_of)
    if kind == "incidents":
        _put_of_incidents(made, cells_of)
    if kind in ("changes", "incidents") and not is_titled and is_nameless(made):
        _put_told_by_cells(made, cells_of)
    if kind in DONE_AT:
        put_change_and_time(kind, made, cells_of)
    if not is_titled and not header_of(made, "title"):
        put_title(kind, made, cells_of)
    return tuple(made)


def _put_sort(made: list[Guess], cells_of: Cells) -> None:
    """Let a column of events told in words, or one that says what sort of thing changed, say what did."""
    told = header_of(made, "event_id")
    if told and _are_told(cells_of(told)):
        put(made, Guess(told, "what", _CONFIDENCE, _EVENT))
        return
    header = first_called(made, SAYS_WHAT, lambda name: not all(map(says_nothing, cells_of(name))))
    if header:
        put(made, Guess(header, "what", _CONFIDENCE, _SORT))


def _are_told(cells: Sequence[str]) -> bool:
    """Whether most events are told in words, and not by numbers or codes."""
    told = sum(len(cell.split()) > 1 or not any(map(str.isdecimal, cell)) for cell in cells)
    return told > LEAST_SHARE * len(cells)


def _put_ticks(made: list[Guess], cells_of: Cells) -> None:
    """Let a column of ticks be the state of the steps."""
    untaken = [guess.header for guess in made if not guess.field]
    if header := column_of_ticks(untaken, cells_of):
        put(made, Guess(header, "state", _BY_TICKS, _TICKED))


def _put_of_incidents(made: list[Guess], cells_of: Cells) -> None:
    """Let the times of reports be those of the incidents, and what monitors say be the state."""
    if not (header_of(made, "key") or header_of(made, "started_at")):
        for reported, field in (("created_in_source", "started_at"), ("closed_in_source", "ended_at")):
            if (header := header_of(made, reported)) and not header_of(made, field):
                put(made, Guess(header, field, _CONFIDENCE, _REPORTED))
    if not header_of(made, "state"):
        open_ones = (guess.header for guess in made if not guess.field)
        if header := next((one for one in open_ones if are_of_monitors(cells_of(one))), ""):
            put(made, Guess(header, "state", _CONFIDENCE, _UP_OR_DOWN))


def is_nameless(guesses: Sequence[Guess]) -> bool:
    """Whether the columns are called by their places, for the list names none."""
    return all(guess.header == f"Column {place}" for place, guess in enumerate(guesses, start=1))


def _put_told_by_cells(made: list[Guess], cells_of: Cells) -> None:
    """Let columns without names be the title and the state where their cells are built as such."""
    for field, suits in (("state", _are_states), ("title", _are_sentences)):
        fitting = [one.header for one in made if not one.field and suits(cells_of(one.header))]
        if fitting and not header_of(made, field):
            put(made, Guess(fitting[0], field, _CONFIDENCE, _BY_CELLS))


def _are_states(cells: Sequence[str]) -> bool:
    return bool(cells) and all(choose("state", cell) is not None for cell in cells)


def _are_sentences(cells: Sequence[str]) -> bool:
    """Whether nearly all texts differ, and most are of several words."""
    several = sum(len(cell.split()) > 2 for cell in cells)
    return tell_apart(cells) and several > LEAST_SHARE * len(cells)
