"""Times of a plan's steps that are of the window's night: clock times, and distances from its start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.windows import MaintenanceWindow
from app.importing.cells.moments import first_after, in_the_night
from app.importing.converting.rows import ImportRow
from app.services.imports.kinds.meant import EARLIEST

_ACTUAL = ("actual_start", "actual_finish")
_DEADLINE = "deadline"
_HALF_A_DAY = timedelta(hours=12)


def with_distances(rows: Sequence[ImportRow]) -> list[ImportRow]:
    """The rows of a plan that counts down to the start of the night and then on from it without a sign, with
    0:15 counted so, too; clock times before or among the distances are those of a day."""
    starts = [row.values.get("start") for row in rows]
    down = [(place, start) for place, start in enumerate(starts) if isinstance(start, timedelta)]
    clocks = [(place, start) for place, start in enumerate(starts) if isinstance(start, time)]
    is_one_count = down and clocks and clocks[0][0] > down[-1][0] and down[-1][1] <= timedelta()
    if not is_one_count or [clock for _, clock in clocks] != sorted(clock for _, clock in clocks):
        return list(rows)
    found = []
    for row in rows:
        counted = {
            name: timedelta(hours=clock.hour, minutes=clock.minute)
            for name in ("start", "finish")
            if isinstance(clock := row.values.get(name), time)
        }
        found.append(replace(row, values={**row.values, **counted}))
    return found


def in_its_night(values: Mapping[str, Any], window: MaintenanceWindow | None) -> dict[str, Any]:
    """The values with clock times and distances made instants of the window's night; what comes up to some
    hours before the window is its preparation. A step began, in truth, at the time nearest to the planned
    one that clocks show so, and a day without a time begins at midnight; a deadline lasts to the end of its
    day."""
    found = dict(values)
    if window is None:
        return found
    zone = ZoneInfo(window.zone_name)
    night = (window.starts_at, window.ends_at, zone, EARLIEST)
    for first, last in (("start", "finish"), ("actual_start", "actual_finish")):
        start, finish = values.get(first), values.get(last)
        planned = found.get("start")
        if isinstance(start, time) and first == "actual_start" and isinstance(planned, datetime):
            start = found[first] = first_after(planned - _HALF_A_DAY, start, zone)
        elif isinstance(start, time | timedelta):
            start = found[first] = in_the_night(start, *night)
        if isinstance(finish, time) and isinstance(start, datetime):
            found[last] = first_after(start, finish, zone)
        elif isinstance(finish, time | timedelta):
            found[last] = in_the_night(finish, *night)
    if (deadline := values.get(_DEADLINE)) is not None:
        is_of_the_night = isinstance(deadline, time | timedelta)
        found[_DEADLINE] = in_the_night(deadline, *night) if is_of_the_night else _over(deadline, zone)
    return {name: _midnight(value, zone) if name in _ACTUAL else value for name, value in found.items()}


def _over(moment: Any, zone: ZoneInfo) -> Any:
    """A day is over when the next begins."""
    is_day = isinstance(moment, date) and not isinstance(moment, datetime)
    return _midnight(moment + timedelta(days=1), zone) if is_day and moment < date.max else moment


def _midnight(moment: Any, zone: ZoneInfo) -> Any:
    is_day = isinstance(moment, date) and not isinstance(moment, datetime)
    return datetime.combine(moment, time(), zone).astimezone(UTC) if is_day else moment
