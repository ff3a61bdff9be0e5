"""Columns of dates that stand in where none says when a change was opened or an incident began."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.importing.fields import DATED_BY, field_named
from app.importing.proposing.composed_times import is_of_a_start
from app.importing.proposing.guess import Cells, Guess, first_called, put
from app.importing.times.dates import DateReader
from app.importing.words.spelling import spellings, spelt

_CONFIDENCE = 0.5
_DATES = spelt("date, fecha, datum, data, tarih, day, jour, dia, giorno, dzień, gün, when, timestamp, 日付")
_MOMENTS = _DATES | spelt(
    """
    date time, datetime, date and time, date hour, fecha hora, fecha y hora, data hora, data e hora, data ora,
    data e ora, date heure, date et heure, datum uhrzeit, datum und uhrzeit, datum zeit, data i godzina,
    data godzina, tarih saat, tarih ve saat"""
)
_BEGAN = ("started_at", "created_in_source", "day")
_ONLY_DATE = "No column says when it was opened; this is the date of the row."
_BEGUN = {"changes": "deployment_on", "incidents": "started_at"}
_ONLY_STARTED = "No other column says when it is done or was; this one says when it begins."
_OPENED = ("created_in_source", "deployment_on")
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
    told = (guess.field in _OPENED and cells_of(guess.header) for guess in guesses)
    if kind not in ("changes", "tickets") or any(told):
        return tuple(guesses)
    if header := first_called(made, (_DATES,), lambda name: _are_dates(cells_of(name))):
        put(made, Guess(header, "created_in_source", _CONFIDENCE, _ONLY_DATE))
    return tuple(made)


def with_its_start(
    kind: str, guesses: Sequence[Guess], cells_of: Cells, said: Collection[str]
) -> tuple[Guess, ...]:
    """The guesses; where no column says when changes are done or incidents began, one that only says when
    each begins does.

    `said` are the plain headers whose meaning the program the list comes from has settled.
    """
    made = list(guesses)
    begun = _BEGUN.get(kind, "")
    if not begun or any(guess.field == begun for guess in guesses):
        return tuple(guesses)
    open_ones = (one.header for one in made if not one.field and is_of_a_start(one.header))
    free = (header for header in open_ones if not set(spellings(header)) & set(said))
    if header := next((one for one in free if _are_dates(cells_of(one))), ""):
        put(made, Guess(header, begun, _CONFIDENCE, _ONLY_STARTED))
    return tuple(made)


def _is_to_come(header: str) -> bool:
    """Whether a header is of when something is due or planned."""
    planned = field_named("changes", "deployment_on")
    return planned is not None and any(words in planned.headers for words in spellings(header))


def _are_dates(cells: Sequence[str]) -> bool:
    dates = DateReader("dmy", "UTC")
    return bool(cells) and all(dates.day(cell.strip()) is not None for cell in cells)
