"""Zones by name, wall times and back, and times and durations in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UnknownZoneError
from app.domain.time_words import duration_words, moment_words, span_words, zone_word
from app.domain.zones import local, local_instant, zone_named, zone_problem

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia", "UTC")


def at(text: str) -> datetime:
    """A UTC instant."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "name", ["", "Mars/Olympus", "../etc/passwd", "America", "/etc/localtime", "Europe/ Berlin"]
)
def test_what_is_no_zone_is_said_with_an_example(name: str) -> None:
    assert "Europe/Berlin" in zone_problem(name)
    with pytest.raises(UnknownZoneError, match="choose one"):
        zone_named(name)
    with pytest.raises(UnknownZoneError):
        local_instant(datetime(2026, 1, 1), name)  # noqa: DTZ001


@given(
    moment=st.datetimes(datetime(1990, 1, 1), datetime(2036, 1, 1)),  # noqa: DTZ001
    zone=st.sampled_from(ZONES),
)
def test_a_wall_time_that_exists_comes_back_as_it_was(moment: datetime, zone: str) -> None:
    instant = local_instant(moment, zone)
    shown = local(instant, zone)
    assert instant.utcoffset() == timedelta(0)
    before = moment.replace(tzinfo=ZoneInfo(zone), fold=0).utcoffset()
    after = moment.replace(tzinfo=ZoneInfo(zone), fold=1).utcoffset()
    assert before is not None
    assert after is not None
    gap = max(after - before, timedelta(0))  # only in a gap is the later reading's offset the larger one
    assert shown.replace(tzinfo=None, fold=0) == moment + gap
    assert shown.fold == 0


@pytest.mark.parametrize(
    ("start", "end", "zone", "words"),
    [
        ("2026-11-28T21:00", "2026-11-29T05:00", "Europe/Berlin", "Sat 28 Nov, 22:00 – Sun 06:00 CET"),
        ("2026-11-28T21:00", "2026-11-28T22:30", "Europe/Berlin", "Sat 28 Nov, 22:00 – 23:30 CET"),
        ("2026-10-24T20:00", "2026-10-25T05:00", "Europe/Berlin", "Sat 24 Oct, 22:00 CEST – Sun 06:00 CET"),
        ("2026-12-18T17:00", "2027-01-04T07:00", "Europe/Berlin", "Fri 18 Dec, 18:00 – Mon 4 Jan, 08:00 CET"),
        (
            "2026-04-04T11:00",
            "2026-04-04T19:30",
            "Australia/Lord_Howe",
            "Sat 4 Apr, 22:00 UTC+11:00 – Sun 06:00 UTC+10:30",
        ),
    ],
)
def test_a_span_in_words(start: str, end: str, zone: str, words: str) -> None:
    assert span_words(at(start), at(end), zone) == words


def test_a_moment_in_words_has_its_zone() -> None:
    assert moment_words(at("2026-11-28T21:00"), "America/New_York") == "Sat 28 Nov, 16:00 EST"
    assert moment_words(at("2026-11-28T21:00"), "UTC", with_year=True) == "Sat 28 Nov 2026, 21:00 UTC"
    assert zone_word(at("2026-11-28T21:00"), "Asia/Kathmandu") == "UTC+05:45"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (35, "35 min"),
        (160, "2 h 40 min"),
        (480, "8 h"),
        (-95, "−1 h 35 min"),
        (47 * 60, "47 h"),
        (51 * 60, "2 d 3 h"),
        (48 * 60 + 20, "2 d"),
    ],
)
def test_a_duration_in_words(minutes: int, words: str) -> None:
    assert duration_words(timedelta(minutes=minutes)) == words
