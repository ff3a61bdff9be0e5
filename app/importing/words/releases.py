"""Which window a fix version, sprint or milestone may mean, by what its name says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.importing.words.spelling import plain

_BY_TITLE, _BY_DATE, _BY_WEEK = 0.95, 0.9, 0.75
_YEAR_FIRST = re.compile(r"(?<!\d)(20\d\d)[-._/ ]?(\d\d)[-._/ ]?(\d\d)(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})[-._/](\d{1,2})[-._/](20\d\d|\d\d)(?!\d)")
_WEEK = re.compile(
    r"(?<!\d)(?:(20\d\d)[-._/ ]?(?:w|wk|week|kw|s|sem|semaine|semana|hafta|tydzien)[-._/ ]?(\d{1,2})"
    r"|(?:w|wk|week|kw|sem|semaine|semana|hafta|tydzien)[-._/ ]?(\d{1,2})[-._/ ]{1,3}(20\d\d))(?!\d)",
    re.IGNORECASE,
)
_CHOSEN = re.compile(r"^(?:\d{1,9}|20\d\d-\d\d-\d\d)?$")


@dataclass(frozen=True, slots=True)
class WindowOffer:
    """A window that still takes changes: its id, title, and the local day on which it starts."""

    window_id: int
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class ReleaseGuess:
    """The window that a name seems to mean; `confidence` runs from 0 to 1, `reason` is a few words."""

    window_id: int
    confidence: float
    reason: str


def guess_window(name: str, offers: Sequence[WindowOffer]) -> ReleaseGuess | None:
    """The window that bears the name, or alone starts on the day or in the week that it names; else None.

    A date that can be read two ways counts only where one of them has a window.
    """
    words = plain(name)
    titled = [one.window_id for one in offers if words and plain(one.title) == words]
    if len(titled) == 1:
        return ReleaseGuess(titled[0], _BY_TITLE, "the window's title")
    days = set(_days_in(name))
    dated = [one.window_id for one in offers if one.day in days]
    if days:
        return ReleaseGuess(dated[0], _BY_DATE, "the date in its name") if len(dated) == 1 else None
    weeks = set(_weeks_in(name))
    weekly = [one.window_id for one in offers if one.day.isocalendar()[:2] in weeks]
    return ReleaseGuess(weekly[0], _BY_WEEK, "the week in its name") if len(weekly) == 1 else None


def is_window_choice(text: str) -> bool:
    """Whether a value map may say this of a name: a window's id, the day it starts, or nothing at all."""
    if not _CHOSEN.match(text):
        return False
    return "-" not in text or _day(*map(int, text.split("-"))) is not None


def chosen_window(text: str, offers: Sequence[WindowOffer]) -> int | None:
    """The window that a value map says; None for no window, and for one that takes no changes any more."""
    if text.isdecimal():
        return next((one.window_id for one in offers if one.window_id == int(text)), None)
    return next((one.window_id for one in offers if one.day.isoformat() == text), None)


def _days_in(name: str) -> Iterator[date]:
    for year, month, day in _YEAR_FIRST.findall(name):
        if (found := _day(int(year), int(month), int(day))) is not None:
            yield found
    for one, other, year in _YEAR_LAST.findall(name):
        full = int(year) if len(year) == 4 else 2000 + int(year)
        for day, month in ((one, other), (other, one)):
            if (found := _day(full, int(month), int(day))) is not None:
                yield found


def _weeks_in(name: str) -> Iterator[tuple[int, int]]:
    """ISO weeks as (year, week)."""
    for first_year, first_week, last_week, last_year in _WEEK.findall(name):
        year, week = int(first_year or last_year), int(first_week or last_week)
        if 1 <= week <= 53:
            monday = date.fromisocalendar(year, 1, 1) + timedelta(weeks=week - 1)
            yield monday.isocalendar()[:2]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
