"""Instants written thousands at once are written as they are one by one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.instants import iso_texts, local_texts

OFFSETS = st.integers(-1_400, 1_400).map(lambda minutes: timezone(timedelta(minutes=minutes)))
IN_UTC = st.datetimes(timezones=st.just(UTC))
ELSEWHERE = st.builds(datetime.astimezone, IN_UTC.filter(lambda moment: 1 < moment.year < 9999), OFFSETS)
MOMENTS = IN_UTC | IN_UTC.map(lambda moment: moment.replace(microsecond=0)) | ELSEWHERE


@given(st.lists(st.none() | MOMENTS))
def test_they_are_written_as_one_by_one(moments: list[datetime | None]) -> None:
    assert iso_texts(moments) == [
        moment and moment.astimezone(UTC).isoformat(timespec="microseconds") for moment in moments
    ]
    assert local_texts(moments) == [
        moment and moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f").rjust(26, "0")
        for moment in moments
    ]


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no zone"):
        iso_texts([datetime(2026, 1, 1)])  # noqa: DTZ001 - what must be refused
