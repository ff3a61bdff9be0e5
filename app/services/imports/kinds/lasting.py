"""How long the steps of a plan last, and how long what follows them waits, where the plan counts days: by its
own starts and finishes where it has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.importing.cells.predecessors import Predecessor
from app.importing.converting.rows import IN_DAYS, ImportRow
from app.sequencing.model import LinkKind

_DAY_MINUTES, _WORKING_MINUTES = 1_440, 480
"""Of a day, and of one of work as project programs count it unless told otherwise."""
_MOST_TOLD = 3


class Lengths:
    """The lengths of a plan's steps, given each once, in minutes; times are read in `zone`.

    A plan of whole days works its last days to their end, and its bare durations are of days where none is of
    more minutes than the days it takes. Where they come to far fewer, they count weeks or what not.
    """

    def __init__(self, rows: Sequence[ImportRow], zone: ZoneInfo) -> None:
        self._zone = zone
        self._is_of_whole_days = is_of_whole_days(rows, zone)
        days = self._bare_days(rows) if self._is_of_whole_days else []
        self._counts_bare_days = bool(days) and all(said <= lasted for said, lasted in days)
        self._counts_fewer = 2 * sum(said for said, _ in days) < sum(lasted for _, lasted in days)
        spans = [
            (row.values["duration_minutes"], self._span(row.values)) for row in rows if IN_DAYS in row.values
        ]
        self._counts_work = any(0 < span < said for said, span in spans)
        self._is_told = any(span for _, span in spans)

    def of(self, values: Mapping[str, Any]) -> int | None:
        """The minutes that a step lasts; None where the plan says nothing of it.

        Where days of work are counted, it is from start to finish; where it has no such times and other
        steps of the plan tell that its days are those of work, these are of eight hours.
        """
        said: int | None = values.get("duration_minutes")
        span = self._span(values)
        if said and self._counts_bare_days:
            said = span if span and self._counts_fewer else said * _DAY_MINUTES
        if span and (said is None or (said >= _DAY_MINUTES and said > span)):
            return span
        if said and not span and IN_DAYS in values and self._counts_work:
            return round(said * _WORKING_MINUTES / _DAY_MINUTES)
        return said

    def is_guess(self, values: Mapping[str, Any]) -> bool:
        """Whether nothing tells how long the days of a step are."""
        return IN_DAYS in values and not self._span(values) and not self._is_told

    def _span(self, values: Mapping[str, Any]) -> int:
        """The minutes from start to finish; 0 where one of them is missing."""
        start, finish = values.get("start"), values.get("finish")
        if not isinstance(start, datetime) or not isinstance(finish, datetime):
            return 0
        end = finish + timedelta(days=1) if self._is_of_whole_days else finish
        return max(0, round((end - start).total_seconds() / 60))

    def _bare_days(self, rows: Sequence[ImportRow]) -> list[tuple[int, int]]:
        """The number that each duration says, and the days from start to finish."""
        said = ((row.values.get("duration_minutes"), self._days_of(row.values)) for row in rows)
        return [(number, days) for number, days in said if number]

    def _days_of(self, values: Mapping[str, Any]) -> int:
        """From the first day to the last as the calendar counts them, whatever the clocks do between them."""
        start, finish = values.get("start"), values.get("finish")
        if not isinstance(start, datetime) or not isinstance(finish, datetime):
            return 0
        return (finish.astimezone(self._zone).date() - start.astimezone(self._zone).date()).days + 1


def is_of_whole_days(rows: Sequence[ImportRow], zone: ZoneInfo) -> bool:
    """Whether a plan names days without times: then its last days are worked to their end."""
    moments = (row.values.get(name) for row in rows for name in ("start", "finish"))
    return len({one.astimezone(zone).time() for one in moments if isinstance(one, datetime)}) == 1


def lag_between(
    link: Predecessor, before: Mapping[str, Any], after: Mapping[str, Any], *, are_whole_days: bool
) -> tuple[int, bool]:
    """The minutes that `after` waits for `before`, and whether that is a guess: days may be those of work.

    They are no longer than what lies between the two in the plan's own times, where it has them and days of
    work would fit in.
    """
    lag, kind = link.lag_minutes, LinkKind(link.kind)
    if not lag or not link.is_in_days:
        return lag, False
    first = before.get("finish" if kind.is_from_finish else "start")
    second = after.get("finish" if kind.is_to_finish else "start")
    if not isinstance(first, datetime) or not isinstance(second, datetime):
        return lag, True
    days = (kind.is_to_finish - kind.is_from_finish) if are_whole_days else 0
    gap = round((second - first).total_seconds() / 60) + days * _DAY_MINUTES
    if lag < 0:
        return max(lag, gap) if gap <= 0 else lag, False
    is_contradiction = gap < lag * _WORKING_MINUTES / _DAY_MINUTES
    return lag if is_contradiction else min(lag, gap), is_contradiction


def told_days(durations: Sequence[str], lags: Sequence[str]) -> list[str]:
    """That days were counted from midnight to midnight where the plan does not tell what it means by one."""
    if not durations and not lags:
        return []
    counted = [_counted(durations, "duration"), _counted(lags, "lag")]
    return [
        f"A day is counted as 24 hours in {' and '.join(filter(None, counted))}: the plan has no start and "
        "finish that tell otherwise. Project programs mean a day of work by it, mostly of 8 hours; if this "
        "plan does, let it say hours."
    ]


def _counted(examples: Sequence[str], what: str) -> str:
    if not examples:
        return ""
    several = f"{len(examples):,} {what}s" if len(examples) > 1 else f"1 {what}"
    more = ", …" if len(examples) > _MOST_TOLD else ""
    return f"{several} ({', '.join(examples[:_MOST_TOLD])}{more})"
