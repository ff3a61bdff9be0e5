"""Lists with a recurrence rule (RFC 5545) in a column: a row for each date of it, as in a calendar file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.importing.cells.weekly_patterns import rule_said
from app.importing.reading.calendar_rules import dates_by
from app.importing.reading.delimited import Records
from app.importing.reading.places import cell_at, cells_at
from app.importing.times.dates import DateReader
from app.importing.times.orders import orders_of
from app.importing.words.spelling import spellings, spelt
from app.importing.words.synonyms import SYNONYMS

_STARTS, _ENDS = frozenset(SYNONYMS["starts_at"]), frozenset(SYNONYMS["ends_at"])
_IDS = frozenset(SYNONYMS["uid"]) | spelt("id, key")
_OFFSET = re.compile(r"\s*(?:Z|[+-]\d{2}:?\d{2})$")
_UNTIL = re.compile(r"UNTIL=(\d{4})(\d{2})(\d{2})")
_SAMPLED = 300
_MOST_OCCURRENCES = 200
"""As many as are read of an event in a calendar file."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Places of the rule, of start and end, and of ids (None for none); the order of the dates."""

    rule: int
    start: int
    end: int
    key: int | None
    order: str


def with_dates_of_rules(parsed: Records) -> Records:
    """A list with a rule, a start and an end in each row, with a row for each date of the rule instead: start
    and end move by whole days, and ids are told apart by the day.

    Rows without a rule stay as they are. So does a list whose dates can be read in two ways, and one whose
    starts are times of day alone: that is one of series.
    """
    if len(parsed.records) < 2:
        return parsed
    columns = _columns(parsed.records[0], parsed.records[1:])
    if columns is None:
        return parsed
    cut: list[str] = []
    rows = [made for row in parsed.records[1:] for made in _dates_of(row, columns, cut)]
    told = [f"{len(parsed.records) - 1} entries, of which some recur, come in as {len(rows)} dates."]
    if cut:
        told.append(
            f"{', '.join(cut[:3])}: recurs for very long; its first {_MOST_OCCURRENCES} dates were read."
        )
    return Records(
        parsed.delimiter,
        [parsed.records[0], *rows],
        parsed.width,
        parsed.regularity,
        (*parsed.warnings, *told),
    )


def _columns(header: Sequence[str], rows: Sequence[list[str]]) -> _Columns | None:
    rule = next((place for place in range(len(header)) if _are_rules(cells_at(rows[:_SAMPLED], place))), None)
    start, end = _place_of(header, _STARTS), _place_of(header, _ENDS)
    if rule is None or start is None or end is None:
        return None
    found = {name: cells_at(rows, place) for name, place in (("start", start), ("end", end))}
    bare = {name: [_OFFSET.sub("", cell) for cell in cells] for name, cells in found.items()}
    orders = orders_of(bare)
    if any(order.is_ambiguous for order in orders.values()):
        return None
    order = next((one.order for one in orders.values()), "ymd")
    reader = DateReader(order, "UTC")
    if not all(reader.instant(cell) for cells in bare.values() for cell in cells):
        return None
    return _Columns(rule, start, end, _place_of(header, _IDS), order)


def _dates_of(row: list[str], columns: _Columns, cut: list[str]) -> Iterator[list[str]]:
    rule = rule_said(cell_at(row, columns.rule))
    starts, ends = cell_at(row, columns.start), cell_at(row, columns.end)
    reader = DateReader(columns.order, "UTC")
    begin, finish = (reader.instant(_OFFSET.sub("", cell)) for cell in (starts, ends))
    if not rule or begin is None or finish is None:
        yield row
        return
    wall = begin.replace(tzinfo=None)
    try:
        moments, is_cut = dates_by(rule, wall, _last(rule), _MOST_OCCURRENCES)
    except ValueError:
        yield row
        return
    cut += [starts] if is_cut else []
    for moment in moments:
        made, away = list(row), moment - wall
        made[columns.start] = _moved(starts, begin, away, reader)
        made[columns.end] = _moved(ends, finish, away, reader)
        if columns.key is not None:
            made[columns.key] = f"{cell_at(row, columns.key)} {moment:%Y-%m-%d}".strip()
        yield made


def _moved(said: str, moment: datetime, away: timedelta, reader: DateReader) -> str:
    """A cell as it would be some days later: a day stays a day, and an offset from UTC what it is."""
    offset = _OFFSET.search(said)
    bare = _OFFSET.sub("", said)
    later = moment.replace(tzinfo=None) + away
    if reader.whole_day(bare) is not None and later.time() == time():
        return f"{later:%Y-%m-%d}"
    return f"{later:%Y-%m-%d %H:%M:%S}{offset[0].strip() if offset else ''}"


def _last(rule: str) -> datetime | None:
    """The end of the last day of a rule: its time is one of UTC, which these lists seldom are in."""
    found = _UNTIL.search(rule)
    if found is None:
        return None
    return datetime.combine(date(*map(int, found.groups())), time(23, 59, 59))


def _are_rules(cells: Sequence[str]) -> bool:
    return bool(cells) and all(map(rule_said, cells))


def _place_of(header: Sequence[str], words: frozenset[str]) -> int | None:
    return next((place for place, name in enumerate(header) if words & set(spellings(name))), None)
