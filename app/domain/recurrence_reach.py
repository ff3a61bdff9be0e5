"""Whether a recurrence rule can fall on any day at all, told from its parts, without a search."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

_DAYS = {"WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
"""The most days that one turn of a rule can hold; a daily one holds one."""
_YEARS = (2024, 2025)
"""A leap year and another one."""


def can_fall(parts: Mapping[str, str]) -> bool:
    """Whether any day fits the rule's months, days of the month and of the year, and its set positions.

    A rule that passes may still fall on no day, by its intervals or its end; one that does not pass never
    falls on any, and searching it would take seconds. `parts` are those of RFC 5545 (3.3.10), in capitals;
    raises ValueError where a number is none.
    """
    held = _DAYS.get(parts.get("FREQ", ""), 1)
    if parts.get("FREQ") == "WEEKLY":
        held = len(parts.get("BYDAY", "MO").split(","))
    if "BYSETPOS" in parts and all(abs(place) > held for place in _numbers(parts["BYSETPOS"])):
        return False
    tests = [_TESTS[name](_numbers(parts[name])) for name in _TESTS if name in parts]
    return any(
        all(test(day) for test in tests)
        for year in _YEARS
        for day in (date(year, 1, 1) + timedelta(days=number) for number in range(_length(year)))
    )


def _numbers(text: str) -> frozenset[int]:
    return frozenset(int(one) for one in text.split(","))


def _length(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def _in_month(wanted: frozenset[int]) -> Callable[[date], bool]:
    return lambda day: day.month in wanted


def _on_month_day(wanted: frozenset[int]) -> Callable[[date], bool]:
    def fits(day: date) -> bool:
        after = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        return day.day in wanted or (day - after).days in wanted

    return fits


def _on_year_day(wanted: frozenset[int]) -> Callable[[date], bool]:
    def fits(day: date) -> bool:
        number = day.timetuple().tm_yday
        return number in wanted or number - 1 - _length(day.year) in wanted

    return fits


_TESTS: Mapping[str, Callable[[frozenset[int]], Callable[[date], bool]]] = {
    "BYMONTH": _in_month,
    "BYMONTHDAY": _on_month_day,
    "BYYEARDAY": _on_year_day,
}
