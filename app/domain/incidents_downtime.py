"""Downtime of applications against what a calendar month allows, in a zone's own months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.zones import local, local_instant

Month = tuple[int, int]
"""Year and month (1 = January)."""


@dataclass(frozen=True, slots=True)
class Outage:
    """A stretch of time (UTC, end not included) in which an application was down."""

    application_id: int
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class MonthOfDowntime:
    """One application's downtime in one calendar month, and what was allowed, in minutes."""

    application_id: int
    month: Month
    downtime_minutes: int
    allowed_minutes: int

    @property
    def over_minutes(self) -> int:
        """By how much the allowance is exceeded; 0 when it is not."""
        return max(0, self.downtime_minutes - self.allowed_minutes)


def downtime(outages: Iterable[Outage], zone_name: str) -> dict[tuple[int, Month], timedelta]:
    """Time down by application and calendar month of the zone.

    Outages of an application that overlap count once; one that lasts over a month's end is split at local
    midnight. An outage that ends before it starts counts nothing.
    """
    spans: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    for outage in outages:
        if outage.ends_at > outage.starts_at:
            spans[outage.application_id].append((outage.starts_at, outage.ends_at))
    found: dict[tuple[int, Month], timedelta] = defaultdict(timedelta)
    for application_id, own in spans.items():
        for start, end in merged(own):
            for month, length in by_month(start, end, zone_name):
                found[application_id, month] += length
    return dict(found)


def months_of_downtime(
    outages: Iterable[Outage], allowed: Mapping[int, int], zone_name: str
) -> tuple[MonthOfDowntime, ...]:
    """Downtime in whole minutes beside what is allowed a month, by month and application."""
    found = downtime(outages, zone_name)
    return tuple(
        MonthOfDowntime(application_id, month, int(length / timedelta(minutes=1)), allowed[application_id])
        for (application_id, month), length in sorted(found.items(), key=lambda one: (one[0][1], one[0][0]))
        if application_id in allowed
    )


def merged(spans: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """The spans by start, those that overlap or touch as one."""
    found: list[tuple[datetime, datetime]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def by_month(start: datetime, end: datetime, zone_name: str) -> list[tuple[Month, timedelta]]:
    """A span's length in each calendar month of the zone that it touches, in order."""
    found: list[tuple[Month, timedelta]] = []
    while start < end:
        wall = local(start, zone_name)
        following = date(wall.year + wall.month // 12, wall.month % 12 + 1, 1)
        turn = local_instant(datetime.combine(following, datetime.min.time()), zone_name)
        until = min(turn, end)
        found.append(((wall.year, wall.month), until - start))
        start = until
    return found
