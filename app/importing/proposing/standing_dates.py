"""Columns of dates that stand in where none says when a change was opened or an incident began."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from app.importing.cells.moments import moment_of
from app.importing.fields import DATED_BY, SPANS, field_named
from app.importing.proposing.composed_times import is_of_a_start, is_of_an_end
from app.importing.proposing.guess import Cells, Guess, first_called, put
from app.importing.times.dates import DateReader
from app.importing.times.spans import is_clock
from app.importing.words.concepts_times import PLANNED
from app.importing.words.spelling import plain, spellings, spelt

_CONFIDENCE = 0.5
_DATES = spelt("date, fecha, datum, data, tarih, day, jour, dia, giorno, dzień, gün, when, timestamp, 日付")
_MOMENTS = _DATES | spelt(
    """
    time, date time, datetime, date and time, date hour, fecha hora, fecha y hora, data hora, data e hora,
    data ora,
    data e ora, date heure, date et heure, datum uhrzeit, datum und uhrzeit, datum zeit, data i godzina,
    data godzina, tarih saat, tarih ve saat"""
)
_BEGAN = ("started_at", "created_in_source", "day")
_ONLY_DATE = "No column says when it was opened; this is the date of the row."
_DAYS_APART = ("incidents", "windows", "freezes")
_BARE = {
    "changes": (("deployment_on", is_of_a_start),),
    "incidents": (("started_at", is_of_a_start), ("ended_at", is_of_an_end)),
}
"""What begins, or ends, by a header that says no more than that."""
_ONLY_BARE = "No other column says when it is done or was; this one says when it begins or ends."
_OPENED = ("created_in_source", "deployment_on")
_ONLY_DUE = "No other column says how long the steps take; they may be due when they end."
_ONLY_DATED = "No column says when it began; this is the first that holds nothing but dates."


def with_its_date(kind: str, guesses: Sequence[Guess], cells_of: Cells) -> tuple[Guess, ...]:
    """The guesses; a column called a date and no more says when changes or tickets were opened, where no
    other does, and the first of nothing but dates when incidents began."""
    made = list(guesses)
    if kind == "incidents" and not any(guess.field in DATED_BY[kind] for guess in guesses):
        open_ones = (one.header for one in made if not one.field and not _is_to_come(one.header))
        if header := next((one for one in open_ones if _are_dates(cells_of(one))), ""):
            put(made, Guess(header, "started_at", _CONFIDENCE, _ONLY_DATED))
        return tuple(made)
    if kind == "incidents" and not any(guess.field in _BEGAN for guess in guesses):
        if header := first_called(made, (_MOMENTS,), lambda name: _are_dates(cells_of(name))):
            put(made, Guess(header, "started_at", _CONFIDENCE, _ONLY_DATE))
        return tuple(made)
    if kind == "incidents":
        return _begun_on_its_day(guesses)
    told = (guess.field in _OPENED and cells_of(guess.header) for guess in guesses)
    if kind not in ("changes", "tickets") or any(told):
        return tuple(guesses)
    if header := first_called(made, (_DATES,), lambda name: _are_dates(cells_of(name))):
        put(made, Guess(header, "created_in_source", _CONFIDENCE, _ONLY_DATE))
    return tuple(made)


def _begun_on_its_day(guesses: Sequence[Guess]) -> tuple[Guess, ...]:
    """The guesses; incidents without keys, which are told apart by when they began, did on their day where
    nothing says at which time."""
    named = {guess.field for guess in guesses}
    if "day" not in named or not named.isdisjoint(("key", "started_at")):
        return tuple(guesses)
    return tuple(replace(one, field="started_at") if one.field == "day" else one for one in guesses)


def with_its_start(
    kind: str, guesses: Sequence[Guess], cells_of: Cells, said: Collection[str]
) -> tuple[Guess, ...]:
    """The guesses; where no column says when changes are done, incidents began or ended, or steps of a plan
    end, one that only says when each begins, ends, or is due, does.

    `said` are the plain headers whose meaning the program the list comes from has settled.
    """
    made = list(guesses)
    for field, is_so in _BARE.get(kind, ()):
        if any(guess.field == field for guess in guesses):
            continue
        open_ones = (one.header for one in made if not one.field and is_so(one.header))
        free = (header for header in open_ones if not set(spellings(header)) & set(said))
        are_fit = _are_dates if kind == "changes" else _are_moments
        if header := next((one for one in free if are_fit(cells_of(one))), ""):
            put(made, Guess(header, field, _CONFIDENCE, _ONLY_BARE))
    if kind in _DAYS_APART:
        _put_day(kind, made, cells_of)
    if kind == "activities":
        _put_end(made)
    return tuple(made)


def _put_end(made: list[Guess]) -> None:
    """Let steps be due when they end, in a plan that says when they begin and not how long they take."""
    fed = {guess.field: guess.header for guess in made}
    if {"start", "deadline"} <= fed.keys() and fed.keys().isdisjoint(("finish", "duration_minutes")):
        put(made, Guess(fed["deadline"], "finish", _CONFIDENCE, _ONLY_DUE))


def _put_day(kind: str, made: list[Guess], cells_of: Cells) -> None:
    """Let the first column of nothing but dates be the day of what begins at a clock time."""
    begins = SPANS[kind][0]
    begun = [cell for guess in made if guess.field == begins for cell in cells_of(guess.header)]
    if not begun or not all(map(is_clock, begun)) or any(guess.field == "day" for guess in made):
        return
    open_ones = (one.header for one in made if not one.field and not one.completes)
    if header := next((one for one in open_ones if _are_dates(cells_of(one))), ""):
        put(made, Guess(header, "day", _CONFIDENCE, _ONLY_DATED))


def _is_to_come(header: str) -> bool:
    """Whether a header is of when something is due or planned."""
    planned = field_named("changes", "deployment_on")
    is_one = planned is not None and any(words in planned.headers for words in spellings(header))
    return is_one or not PLANNED.isdisjoint(plain(header).split())


def _are_moments(cells: Sequence[str]) -> bool:
    """Whether all are moments, also clock times, whose day another column says."""
    dates = DateReader("dmy", "UTC")
    return bool(cells) and all(moment_of(cell.strip(), dates) is not None for cell in cells)


def _are_dates(cells: Sequence[str]) -> bool:
    dates = DateReader("dmy", "UTC")
    return bool(cells) and all(dates.day(cell.strip()) is not None for cell in cells)
