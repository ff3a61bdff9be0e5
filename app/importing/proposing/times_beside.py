"""Columns of days with a column beside them for the time of day, which completes them: "Date" and "Heure"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum, auto
from functools import lru_cache

from app.importing.fields import FieldType, field_named
from app.importing.proposing.guess import Cells, Guess
from app.importing.times.clock import ClockTime, read_clock
from app.importing.times.dates import DateReader, split_clock
from app.importing.times.spoken import spoken_hour
from app.importing.words.spelling import ARTICLES, plain, spellings, spelt

_DAY_WORDS = spelt(
    "date, datum, fecha, data, tarih, tarihi, day, tag, jour, dia, giorno, dzień, gün, günü, am"
)
_CLOCK_WORDS = spelt(
    """
    time, uhrzeit, zeit, heure, hora, horário, horario, ora, orario, godzina, czas, saat, saati, tijd,
    tijdstip, hour, clock, um"""
)
_SMALL_WORDS = ARTICLES | spelt("utc, gmt")
_COMPOUND = re.compile(r"^(\w{3,}?)(datum|uhrzeit|zeitpunkt|zeit|termin|tijd)$")
"""German and Dutch write "Startdatum" and "Startzeit" in one word."""
_MIDNIGHT = re.compile(r"^(?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?AM)$", re.IGNORECASE)
_MOST = 0.8
_OF_A_SPAN = 0.8
_SINCE = spelt(
    """
    from, start, begin, von, ab, beginn, de, du, début, desde, inicio, início, das, dal, dalle, inizio, od,
    początek, rozpoczęcia, başlangıç, van"""
)
_UNTIL = spelt(
    """
    to, until, till, end, finish, bis, ende, à, au, fin, hasta, a, até, às, fim, término, al, alle, fine, do,
    koniec, zakończenia, bitiş, tot"""
)
COMPLETED = (FieldType.INSTANT, FieldType.MOMENT)
"""Types of fields that say a time of day as well as the day."""
_Named = dict[tuple[str, ...], str]


class _Sort(Enum):
    """Of what a header speaks."""

    DAY = auto()
    CLOCK = auto()
    EITHER = auto()


def times_beside(headers: Sequence[str], cells_of: Cells) -> dict[str, str]:
    """By header of a column of days, the header of the column that has their times of day.

    The two are called alike but for the word for day or time, which one of them may lack: "Opened date" and
    "Opened time", "Start" and "Start time", "Fecha de comienzo" and "Comienzo". A column called a time and no
    more also belongs to the days just before it.
    """
    days, clocks, either = _by_what_they_are_of(headers)
    found = {days[of]: clock for of, clock in clocks.items() if of in days}
    found |= {either[of]: clock for of, clock in clocks.items() if of in either and of not in days}
    found |= {day: either[of] for of, day in days.items() if of in either and of not in clocks}
    bare = clocks.get(())
    if bare is not None and () not in days and (place := list(headers).index(bare)):
        before = headers[place - 1]
        if before in days.values():
            found.setdefault(before, bare)
    return {
        day: clock
        for day, clock in found.items()
        if _most(cells_of(day), _is_day) and _most(cells_of(clock), _is_clock)
    }


def _by_what_they_are_of(headers: Sequence[str]) -> tuple[_Named, _Named, _Named]:
    """Headers of days, headers of times and headers that may be of either, by what each is of."""
    by_sort: dict[_Sort, _Named] = {sort: {} for sort in _Sort}
    for header in dict.fromkeys(headers):
        sort, of = _parted(header)
        if sort is not _Sort.EITHER or of:
            by_sort[sort].setdefault(of, header)
    return by_sort[_Sort.DAY], by_sort[_Sort.CLOCK], by_sort[_Sort.EITHER]


def with_times(
    kind: str, guesses: Sequence[Guess], cells_of: Cells, *, are_settled: bool = False
) -> tuple[Guess, ...]:
    """The guesses; a column of times that completes the days of another feeds no field of its own.

    Where they `are_settled`, by a mapping of before, what each feeds stays; they only say what is completed.
    """
    made = {guess.header: guess for guess in guesses}
    for day, clock in times_beside(list(made), cells_of).items():
        if are_settled and (made[clock].field or not made[day].field):
            continue
        others = {guess.field for header, guess in made.items() if header not in (day, clock)}
        is_start = made[day].field == "day" and "started_at" not in others and not are_settled
        if kind == "incidents" and is_start:
            made[day] = replace(made[day], field="started_at")
        known = field_named(kind, made[day].field or made[clock].field)
        if known is None or known.type not in COMPLETED:
            continue
        told = made[day] if made[day].field else replace(made[clock], header=day)
        made[day] = replace(told, reason=f"{told.reason} The time of day is in “{clock}”.")
        made[clock] = Guess(clock, "", 0.0, f"The time of day of “{day}”.", completes=day)
    if kind == "changes" and not are_settled and not any(one.field == "deployment_on" for one in guesses):
        _put_day_done(made, cells_of)
    return tuple(made[guess.header] for guess in guesses)


def _put_day_done(made: dict[str, Guess], cells_of: Cells) -> None:
    """Have a column called a day and no more say when changes are done, where from and until what time of
    that day stands beside it."""
    day = next(
        (name for name in made if _parted(name) == (_Sort.DAY, ()) and _most(cells_of(name), _is_day)), ""
    )
    clocks = [name for name in made if not made[name].field and _most(cells_of(name), _is_clock)]
    since, until = (
        next((name for name in clocks if (of_which(name) or plain(name)) in words), "")
        for words in (_SINCE, _UNTIL)
    )
    if day and since and until:
        reason = f"“{since}” and “{until}” say from when to when it is done on that day."
        made[day] = Guess(day, "deployment_on", _OF_A_SPAN, reason)


@lru_cache(maxsize=16_384)
def whole(day: str, clock: str) -> str:
    """A day and the time of day beside it as one text; the day as it stands where either says nothing or the
    day says a time already."""
    time = _clock_of(clock)
    head, tail = split_clock(day.strip())
    if time is None or (tail and not _MIDNIGHT.match(tail)) or _READER.whole_day(head) is None:
        return day
    text = f"{head} {time.hour:02}:{time.minute:02}:{time.second:02}"
    if time.offset_minutes is None:
        return text
    hours, minutes = divmod(abs(time.offset_minutes), 60)
    return f"{text} {'-' if time.offset_minutes < 0 else '+'}{hours:02}:{minutes:02}"


def of_which(header: str) -> str:
    """What a day or a time of day is of, in plain words: "opened" of "Opened Date"; "" for other headers."""
    sort, of = _parted(header)
    return "" if sort is _Sort.EITHER else " ".join(of)


@lru_cache(maxsize=8192)
def _parted(header: str) -> tuple[_Sort, tuple[str, ...]]:
    """Whether a header names a day or a time of day, or has no word for just one, and what it is of."""
    known = [[part for word in words.split() for part in parts_of(word)] for words in spellings(header)]
    for parts in known:
        named = [part for part in parts if part in _DAY_WORDS or part in _CLOCK_WORDS]
        if len(named) == 1:
            return _Sort.CLOCK if named[0] in _CLOCK_WORDS else _Sort.DAY, _of(parts, named)
    return _Sort.EITHER, _of(known[0], [])


def _of(parts: Sequence[str], named: Sequence[str]) -> tuple[str, ...]:
    return tuple(part for part in parts if part not in named and part not in _SMALL_WORDS)


def parts_of(word: str) -> tuple[str, ...]:
    """The parts of a German or Dutch word for a day or a time of something: "startdatum", "endzeit"."""
    found = None if word in _CLOCK_WORDS else _COMPOUND.match(word)
    return (found[1], found[2]) if found else (word,)


def _is_day(text: str) -> bool:
    head, tail = split_clock(text.strip())
    return (not tail or _MIDNIGHT.match(tail) is not None) and _READER.whole_day(head) is not None


def _is_clock(text: str) -> bool:
    return _clock_of(text) is not None


def _clock_of(text: str) -> ClockTime | None:
    """The time of day in a column of such, where "20h" is an hour and no duration."""
    return read_clock(text.strip()) or read_clock(spoken_hour(text.strip()))


def _most(cells: Sequence[str], test: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(test, cells)) >= _MOST * len(cells)


_READER = DateReader("dmy", "UTC")
