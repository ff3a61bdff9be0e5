"""Lists of windows that recur by weekdays, given the rule and the hours of each in columns of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from app.importing.cells.weekly_patterns import Pattern, clock_said, pattern_of, rule_said
from app.importing.proposing.composed import field_composed
from app.importing.proposing.entries import says_window
from app.importing.reading.delimited import Records
from app.importing.reading.places import cell_at, cells_at
from app.importing.times.dates import DateReader
from app.importing.times.weekdays import weekday_of
from app.importing.words.durations import minutes_in, minutes_of
from app.importing.words.spelling import spellings
from app.importing.words.synonyms import SYNONYMS

RULE, OPENS, CLOSES = "Recurrence rule", "Opens", "Closes"
_STARTS, _ENDS = frozenset(SYNONYMS["starts_at"]), frozenset(SYNONYMS["ends_at"])
_LENGTHS = frozenset(SYNONYMS["duration_minutes"])
_DAY_MINUTES = 1_440
_SOME_DAY = date(2000, 1, 1)
_LEAST_SHARE = 0.6
_SAMPLED = 300
_FIRST = 3
"""Cells of a column that are looked at before all of its sample are."""


def with_rules(parsed: Records) -> Records:
    """A list of windows whose days are told by weekdays, not by dates, with `RULE`, `OPENS` and `CLOSES` in
    front; what a row does not say stays empty. Any other list is given back as it is."""
    if len(parsed.records) < 2:
        return parsed
    header, rows = parsed.records[0], parsed.records[1:]
    place, patterns = _column(header, rows)
    if place is None or not (_is_of_windows(header, rows) or _has_rules(rows, place)):
        return parsed
    made = [
        [*(pattern or Pattern("")), *row] if row else [] for pattern, row in zip(patterns, rows, strict=True)
    ]
    return Records(
        parsed.delimiter,
        [[RULE, OPENS, CLOSES, *header], *made],
        parsed.width + 3,
        parsed.regularity,
        parsed.warnings,
    )


def _column(header: Sequence[str], rows: Sequence[list[str]]) -> tuple[int | None, list[Pattern | None]]:
    """The first column of patterns, one of rules before all others, and the pattern of each row, its hours
    from other columns if need be."""
    for place in sorted(range(len(header)), key=lambda one: not _has_rules(rows, one)):
        if not any(map(pattern_of, cells_at(rows[:_FIRST], place))):
            continue
        if _are_of_dates(rows[:_SAMPLED], place, len(header)):
            continue
        sample = cells_at(rows[:_SAMPLED], place)
        told = [pattern for cell in sample if (pattern := pattern_of(cell))]
        if len(told) < _LEAST_SHARE * len(sample):
            continue
        starts, ends = _place_of(header, _STARTS, "starts_at"), _place_of(header, _ENDS, "ends_at")
        lasts = _place_of(header, _LENGTHS, "")
        found = [pattern_of(cell) if (cell := cell_at(row, place)) else None for row in rows]
        if all(pattern.opens for pattern in told):
            return place, found
        if starts is not None and (ends is not None or lasts is not None) and place not in (starts, ends):
            hours = [_hours_of(row, header, starts, ends, lasts) for row in rows]
            if sum(all(both) for both in hours) >= _LEAST_SHARE * len(rows):
                return place, [
                    pattern and Pattern(pattern.rule, pattern.opens or both[0], pattern.closes or both[1])
                    for pattern, both in zip(found, hours, strict=True)
                ]
    return None, []


def _are_of_dates(rows: Sequence[list[str]], place: int, width: int) -> bool:
    """Whether the weekdays of a column are just those of the dates in another: these come once."""
    days = [weekday_of(cell_at(row, place)) for row in rows if row]
    if None in days:
        return False
    columns = [[cell_at(row, other) for row in rows if row] for other in range(width) if other != place]
    return any(_weekdays(cells, order) == days for cells in columns for order in ("dmy", "mdy"))


def _weekdays(cells: Sequence[str], order: str) -> list[int | None]:
    dates = DateReader(order, "UTC")
    return [day.weekday() if (day := dates.whole_day(cell)) else None for cell in cells]


def _hours_of(
    row: Sequence[str], header: Sequence[str], starts: int, ends: int | None, lasts: int | None
) -> tuple[str, str]:
    """From when to when a row's window lasts, by its end or else by its length."""
    opens = clock_said(cell_at(row, starts))
    if ends is not None or lasts is None:
        return opens, clock_said(cell_at(row, ends or 0))
    minutes = minutes_of(cell_at(row, lasts), minutes_in(header[lasts]))
    if not opens or not minutes or minutes >= _DAY_MINUTES:
        return opens, ""
    closes = datetime.combine(_SOME_DAY, time.fromisoformat(opens)) + timedelta(minutes=minutes)
    return opens, f"{closes:%H:%M}"


def _place_of(header: Sequence[str], words: frozenset[str], field: str) -> int | None:
    """The first column that is called so, by itself or by its words together."""
    return next(
        (
            place
            for place, name in enumerate(header)
            if words & set(spellings(name)) or (field and field_composed(name, "windows") == field)
        ),
        None,
    )


def _has_rules(rows: Sequence[list[str]], place: int) -> bool:
    return any(rule_said(cell_at(row, place)) for row in rows[:_SAMPLED])


def _is_of_windows(header: Sequence[str], rows: Sequence[list[str]]) -> bool:
    return any(says_window(cell) for row in (header, *rows[:_SAMPLED]) for cell in row)
