"""Files with several calendars, and files that hold none whole."""

from __future__ import annotations

import pytest

from app.importing.errors import UnreadableList
from app.importing.reading.files import read_table


def test_several_calendars_in_one_file_are_read_each_in_its_zone() -> None:
    text = "".join(
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-TIMEZONE:{zone}\r\nBEGIN:VEVENT\r\nUID:{zone}\r\nSUMMARY:{zone}\r\n"
        "DTSTART:20260301T220000\r\nDURATION:PT6H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        for zone in ("Europe/Berlin", "America/New_York")
    )
    assert [row[2] for row in read_table(text.encode()).rows] == [
        "2026-03-01T21:00:00+00:00",
        "2026-03-02T03:00:00+00:00",
    ]


def test_a_calendar_that_is_cut_off_says_so() -> None:
    with pytest.raises(UnreadableList, match=r"damaged \(it is cut off\)\. Export the calendar again"):
        read_table(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n")
