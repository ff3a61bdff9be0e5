"""Builds recurrence rules (RFC 5545) from plain choices, and says a rule in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.domain.errors import RecurrenceRuleError
from app.domain.recurrence import WEEKDAYS, rule_parts
from app.domain.time_words import DAYS, MONTHS

_PLACES = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "last but one"}
_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_UNSAID = ("BYSETPOS", "BYYEARDAY", "BYWEEKNO")
_COUNTED = ("", "", "second", "third", "fourth", "fifth", "sixth")


def weekly(weekdays: Sequence[int], every: int = 1) -> str:
    """A rule for ISO weekdays (1 = Monday) of every, every second, ... week; raises RecurrenceRuleError."""
    names = ",".join(_weekday(day) for day in sorted(set(weekdays)))
    if not names:
        raise RecurrenceRuleError("Choose at least one weekday.")
    return f"FREQ=WEEKLY{_interval(every)};BYDAY={names}"


def monthly_on_weekday(place: int, weekday: int, every: int = 1) -> str:
    """A rule for the first (1) to fifth (5) or last (-1) weekday of a month; raises RecurrenceRuleError."""
    if place not in _PLACES:
        raise RecurrenceRuleError(
            f"A month has no weekday number {place}; choose 1 to 5, or -1 for the last."
        )
    return f"FREQ=MONTHLY{_interval(every)};BYDAY={place}{_weekday(weekday)}"


def monthly_on_day(day: int, every: int = 1) -> str:
    """A rule for a day of the month (1 to 31, or -1 for the last one); raises RecurrenceRuleError."""
    if not (1 <= day <= 31 or day == -1):
        raise RecurrenceRuleError(f"A month has no day {day}; choose 1 to 31, or -1 for the last.")
    return f"FREQ=MONTHLY{_interval(every)};BYMONTHDAY={day}"


def in_words(text: str, first_day: date) -> str:
    """A rule as a phrase: 'every Saturday', 'the second Tuesday of every month, until 31 Dec 2026'.

    A rule with parts that no short phrase can say is given as it is written. Raises ValueError on a text
    that is no rule at all.
    """
    parts = rule_parts(text)
    if "FREQ" not in parts or parts["FREQ"] not in _UNITS or any(name in parts for name in _UNSAID):
        return f"by the rule {text.strip()}"
    every = int(parts.get("INTERVAL", "1"))
    unit = _UNITS[parts["FREQ"]]
    phrase = {"WEEKLY": _weekly_words, "MONTHLY": _monthly_words}.get(parts["FREQ"], _plain_words)(
        parts, first_day, every, unit
    )
    if not phrase:
        return f"by the rule {text.strip()}"
    if "BYMONTH" in parts:
        phrase += f" in {_listed([MONTHS[int(month) - 1] for month in parts['BYMONTH'].split(',')])}"
    return phrase + _end_words(parts)


def _weekly_words(parts: dict[str, str], first_day: date, every: int, unit: str) -> str:
    names = [_day_name(code) for code in parts.get("BYDAY", WEEKDAYS[first_day.weekday()]).split(",")]
    if every == 1:
        return f"every {_listed(names)}"
    return f"{_listed(names)} of {_every(every, unit)}"


def _monthly_words(parts: dict[str, str], first_day: date, every: int, unit: str) -> str:
    if "BYDAY" in parts and "BYMONTHDAY" in parts:
        return ""
    if "BYDAY" in parts:
        named = [_placed(code) for code in parts["BYDAY"].split(",")]
        return f"the {_listed(named)} of {_every(every, unit)}" if all(named) else ""
    days = [int(day) for day in parts.get("BYMONTHDAY", str(first_day.day)).split(",")]
    if days == [-1]:
        return f"the last day of {_every(every, unit)}"
    if min(days) < 1:
        return ""
    return f"day {_listed([str(day) for day in days])} of {_every(every, unit)}"


def _plain_words(parts: dict[str, str], first_day: date, every: int, unit: str) -> str:
    if parts["FREQ"] == "YEARLY":
        is_plain = not parts.keys() & {"BYDAY", "BYMONTHDAY", "BYMONTH"}
        return f"{first_day.day} {MONTHS[first_day.month - 1]} of {_every(every, unit)}" if is_plain else ""
    if parts.keys() & {"BYDAY", "BYMONTHDAY"}:
        return ""
    return _every(every, unit)


def _every(every: int, unit: str) -> str:
    if every == 1:
        return f"every {unit}"
    return f"every {_COUNTED[every]} {unit}" if every < len(_COUNTED) else f"every {every} {unit}s"


def _placed(code: str) -> str:
    place = code[:-2]
    if not place or int(place) not in _PLACES:
        return ""
    return f"{_PLACES[int(place)]} {_day_name(code[-2:])}"


def _end_words(parts: dict[str, str]) -> str:
    if "COUNT" in parts:
        return ", once" if parts["COUNT"] == "1" else f", {parts['COUNT']} times"
    if "UNTIL" not in parts:
        return ""
    until = parts["UNTIL"]
    return f", until {int(until[6:8])} {MONTHS[int(until[4:6]) - 1]} {until[:4]}"


def _listed(words: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _day_name(code: str) -> str:
    return DAYS[WEEKDAYS.index(code)]


def _weekday(iso_weekday: int) -> str:
    if not 1 <= iso_weekday <= 7:
        raise RecurrenceRuleError(f"There is no weekday {iso_weekday}; 1 is Monday, 7 Sunday.")
    return WEEKDAYS[iso_weekday - 1]


def _interval(every: int) -> str:
    if every < 1:
        raise RecurrenceRuleError("A rule recurs every 1 or more weeks or months.")
    return "" if every == 1 else f";INTERVAL={every}"
