"""Days and months that a spreadsheet program took for each other are put back; all other dates are kept."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.changed_places import with_days_and_months_back
from app.importing.reading.delimited import Records
from app.importing.reading.files import read_table

DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))


def records(cells: list[str]) -> Records:
    return Records(",", [["Key", "Due"], *([f"A-{place}", cell] for place, cell in enumerate(cells))], 2, 1.0)


def opened(day: date, written: str, expected: str) -> str:
    """What such a program shows of a day that was written by one order of its parts and read by another."""
    parts = {"d": day.day, "m": day.month}
    told = dict(zip(expected, (parts[letter] for letter in written), strict=True))
    if told["m"] > 12:
        return f"{parts[written[0]]:02}/{parts[written[1]]:02}/{day.year}"
    return f"{day.year}-{told['m']:02}-{told['d']:02}"


@given(st.lists(DAYS, min_size=5, max_size=30, unique=True), st.sampled_from(["dm", "md"]))
def test_days_are_those_that_were_written(days: list[date], written: str) -> None:
    cells = [opened(day, written, written[::-1]) for day in days]
    is_told = len({cell[4] == "-" for cell in cells}) == 2
    right = with_days_and_months_back(records(cells))
    assert (right.warnings != ()) == is_told
    if is_told:
        shown = [row[1] for row in right.records[1:]]
        assert [cell for cell in shown if cell[4] == "-"] == [
            day.isoformat() for day in days if day.day <= 12
        ]


@given(st.lists(DAYS, max_size=30))
def test_a_list_that_has_one_sort_of_dates_is_kept(days: list[date]) -> None:
    for cells in ([day.isoformat() for day in days], [f"{day:%d/%m/%Y}" for day in days]):
        given_ = records(cells)
        assert with_days_and_months_back(given_) is given_


@pytest.mark.parametrize(
    "cells",
    [
        ["2026-03-11", "2026-03-14", "13/03/2026", "14/03/2026", "20/03/2026"],  # the 14th is no month
        ["2026-03-11", "2026-03-12", "10/03/2026", "14/03/2026", "20/03/2026"],  # the 10th could be one
        ["2026-03-11", "13/03/2026", "03/14/2026", "20/03/2026", "21/03/2026"],  # neither order fits
        ["2026-03-11", "13/03/2026"],  # may be so by chance
        [*["2026-12-05"] * 30, "13.12.2026"],  # one night for all of them, and one cell typed otherwise
        [*(f"2026-12-{day:02}" for day in range(1, 13)), "31.02.2026"],  # no such day: a slip of the pen
        ["", "", "", "", ""],
    ],
)
def test_what_may_be_right_is_kept(cells: list[str]) -> None:
    given_ = records(cells)
    assert with_days_and_months_back(given_) is given_


def test_of_a_workbook_times_stay_beside_their_days() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Issue key", "Summary", "Status", "Created"])
    created = [
        datetime(2026, 10, 2, 9, 10),  # noqa: DTZ001 - "10/02/2026 09:10" read as the second of October
        "13/02/2026 22:00",
        "25/02/2026 06:30",
        datetime(2026, 2, 11),  # noqa: DTZ001
        "28/02/2026 00:15",
    ]
    for place, cell in enumerate(created):
        sheet.append([f"A-{place}", "Log level", "Open", cell])
    file = BytesIO()
    book.save(file)
    table = read_table(file.getvalue())
    assert len(table.warnings) == 1
    assert "“Created”" in table.warnings[0]
    assert "2026-10-02 09:10:00 is read as 2026-02-10 09:10:00" in table.warnings[0]
    rows = convert(table, propose(table).mapping, "UTC").rows
    assert [row.values["created_in_source"] for row in rows] == [
        datetime(2026, 2, 10, 9, 10, tzinfo=UTC),
        datetime(2026, 2, 13, 22, 0, tzinfo=UTC),
        datetime(2026, 2, 25, 6, 30, tzinfo=UTC),
        datetime(2026, 11, 2, tzinfo=UTC),
        datetime(2026, 2, 28, 0, 15, tzinfo=UTC),
    ]
