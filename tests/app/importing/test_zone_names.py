"""Zones as calendars and people call them."""

from __future__ import annotations

from typing import Any

import pytest

from app.importing.converting.mapped import zone_of
from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.times.zone_names import zone_called


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("/example.org/20070227_1/America/New_York", "America/New_York"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ('"Eastern Standard Time"', "America/New_York"),
        ("Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern", "Europe/Amsterdam"),
        ("(UTC+01:00) Ámsterdam, Berlín, Berna", "Europe/Amsterdam"),
        ("(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/Dublin"),
        ("(GMT+03:00) Istanbul", "Europe/Istanbul"),
        ("(UTC-03:00) Brasilia", "Etc/GMT+3"),
        ("UTC+2", "Etc/GMT-2"),
        ("(UTC) Coordinated Universal Time", "UTC"),
        ("tzone://Microsoft/Utc", "UTC"),
        ("CET", "Europe/Berlin"),
        ("Our zone", None),
        ("", None),
    ],
)
def test_a_zone_has_many_names(name: str, zone: str | None) -> None:
    assert zone_called(name) == zone


def converted(text: str, zone: str) -> list[dict[str, Any]]:
    table = read_table(text.encode())
    return [row.values for row in convert(table, propose(table).mapping, zone).rows]


def test_times_of_a_row_that_names_its_zone_are_read_in_it() -> None:
    text = (
        "Window,Window start,Window end,Time zone\n"
        "East,2027-01-09 22:00,2027-01-10 04:00,Eastern Standard Time\n"
        "West,2027-01-09 22:00,2027-01-10 04:00,Europe/Lisbon\n"
        "Here,2027-01-09 22:00,2027-01-10 04:00,\n"
    )
    found = converted(text, "Europe/Berlin")
    assert [f"{row['starts_at']:%d %H:%M} {row['ends_at']:%H:%M}" for row in found] == [
        "10 03:00 09:00",
        "09 22:00 04:00",
        "09 21:00 03:00",
    ]
    assert [row["zone_name"] for row in found] == ["America/New_York", "Europe/Lisbon", ""]


def test_clock_times_of_a_day_are_read_in_the_zone_of_the_row() -> None:
    text = (
        "Window,Date,Window start,Window end,Time zone\n"
        "East,2027-01-09,22:00,04:00,America/New_York\nFar,2027-01-09,22:00,04:00,Asia/Tokyo\n"
    )
    found = converted(text, "Europe/Berlin")
    assert [f"{row['starts_at']:%d %H:%M} {row['ends_at']:%d %H:%M}" for row in found] == [
        "10 03:00 10 09:00",
        "09 13:00 09 19:00",
    ]


@pytest.mark.parametrize(
    ("header", "hour"),
    [
        ("Planned start (EST)", 1),
        ("Planned start (UTC)", 20),
        ("Planned start (CET)", 19),
        ("Planned start (GMT+2)", 18),
        ("Planned start (Asia/Kolkata)", 14),
        ("Planned start", 19),
    ],
)
def test_a_header_names_the_zone_of_its_column(header: str, hour: int) -> None:
    text = f"Step,Task name,{header},Duration\n1,Stop batch,2027-01-09 20:00,30 min\n"
    assert converted(text, "Europe/Berlin")[0]["start"].hour == hour


@pytest.mark.parametrize(
    ("header", "list_zone", "zone"),
    [
        ("Start (CET)", "Europe/Paris", "Europe/Paris"),
        ("Start (UTC)", "Europe/Paris", "UTC"),
        ("Created UTC", "Europe/Paris", "UTC"),
        ("Start (Asia/Tehran)", "Asia/Kathmandu", "Asia/Tehran"),
        ("Start (local)", "Europe/Paris", "Europe/Paris"),
        ("Date (DD/MM/YYYY)", "Europe/Paris", "Europe/Paris"),
    ],
)
def test_the_lists_own_zone_stands_where_its_clocks_are_meant(header: str, list_zone: str, zone: str) -> None:
    assert zone_of(header, list_zone) == zone
