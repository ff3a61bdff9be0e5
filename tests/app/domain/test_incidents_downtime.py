"""Downtime by application and calendar month: split at local midnight, overlaps counted once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.incidents_downtime import Outage, by_month, downtime, merged, months_of_downtime

BERLIN = "Europe/Berlin"
ZONES = st.sampled_from([BERLIN, "America/New_York", "Australia/Lord_Howe", "UTC"])
START = datetime(2026, 1, 1, tzinfo=UTC)
SPANS = st.lists(
    st.tuples(st.integers(1, 3), st.integers(0, 200_000), st.integers(-50, 100_000)), max_size=12
).map(
    lambda raw: [
        Outage(key, START + timedelta(minutes=begin), START + timedelta(minutes=begin + length))
        for key, begin, length in raw
    ]
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("spans", "wanted"),
    [
        ([("2026-11-03T10:00", "2026-11-03T11:30")], {(2026, 11): 90}),
        # October ends at 23:00 UTC by the clocks of Berlin: an hour belongs to each month.
        ([("2026-10-31T22:00", "2026-11-01T00:00")], {(2026, 10): 60, (2026, 11): 60}),
        (
            [("2026-11-03T10:00", "2026-11-03T11:00"), ("2026-11-03T10:30", "2026-11-03T11:30")],
            {(2026, 11): 90},
        ),
        ([("2026-11-03T10:00", "2026-11-03T10:00"), ("2026-11-03T12:00", "2026-11-03T11:00")], {}),
        # March 2026 is an hour short in Berlin.
        ([("2026-02-28T23:00", "2026-03-31T22:00")], {(2026, 3): (31 * 24 - 1) * 60}),
    ],
)
def test_minutes_by_month(spans: list[tuple[str, str]], wanted: dict[tuple[int, int], int]) -> None:
    found = downtime([Outage(1, at(start), at(end)) for start, end in spans], BERLIN)
    assert {month: length // timedelta(minutes=1) for (_, month), length in found.items()} == wanted


def test_what_is_over_the_allowance() -> None:
    outages = [Outage(7, at("2026-11-03T10:00"), at("2026-11-03T11:30")), Outage(9, START, START)]
    (row,) = months_of_downtime(outages, {7: 60}, BERLIN)
    assert (row.application_id, row.month, row.downtime_minutes, row.over_minutes) == (7, (2026, 11), 90, 30)


@given(SPANS, ZONES)
def test_no_minute_is_lost_or_counted_twice(outages: list[Outage], zone: str) -> None:
    found = downtime(outages, zone)
    for key in {outage.application_id for outage in outages}:
        own = [(one.starts_at, one.ends_at) for one in outages if one.application_id == key]
        minutes = set()
        for start, end in own:
            moment = start
            while moment < end:
                minutes.add(moment)
                moment += timedelta(minutes=500)
        once = sum(
            (end - start for start, end in merged([one for one in own if one[1] > one[0]])), timedelta()
        )
        assert sum((length for (one, _), length in found.items() if one == key), timedelta()) == once
        assert once <= sum((max(end - start, timedelta()) for start, end in own), timedelta())
        assert all(any(start <= moment < end for start, end in merged(own)) for moment in minutes)


@given(st.integers(0, 500_000), st.integers(1, 100_000), ZONES)
def test_the_parts_of_a_span_make_the_whole(begin: int, length: int, zone: str) -> None:
    start = START + timedelta(minutes=begin)
    parts = by_month(start, start + timedelta(minutes=length), zone)
    assert sum((part for _, part in parts), timedelta()) == timedelta(minutes=length)
    assert [month for month, _ in parts] == sorted({month for month, _ in parts})
