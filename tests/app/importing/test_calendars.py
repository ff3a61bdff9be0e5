"""Calendar files become tables: dates, zones, recurrence with its exceptions, whole days, damage."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.importing.errors import UnreadableList
from app.importing.reading.calendars import is_calendar
from app.importing.reading.files import read_table


def rows_of(*lines: str) -> list[tuple[str, ...]]:
    """The rows of a calendar with one event of these lines."""
    body = "\r\n".join(
        ("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR")
    )
    return read_table(body.encode()).rows


def starts_of(*lines: str) -> list[str]:
    return [row[2] for row in rows_of("UID:1", "SUMMARY:Night", *lines)]


@pytest.mark.parametrize(
    ("lines", "starts"),
    [
        (("DTSTART:20260301T220000Z", "DTEND:20260302T040000Z"), ["2026-03-01T22:00:00+00:00"]),
        (
            ("DTSTART;TZID=Europe/Berlin:20260301T220000", "DURATION:PT6H"),
            ["2026-03-01T21:00:00+00:00"],
        ),
        (("DTSTART;VALUE=DATE:20260301",), ["2026-03-01T00:00:00"]),
        (
            ("DTSTART;VALUE=DATE:20260301", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20260302"),
            ["2026-03-01T00:00:00", "2026-03-03T00:00:00"],
        ),
        (
            ('DTSTART;TZID="W. Europe Standard Time":20260301T220000', "DURATION:PT6H"),
            ["2026-03-01T21:00:00+00:00"],
        ),
        (
            ('DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20260301T220000', "DURATION:PT6H"),
            ["2026-03-02T03:00:00+00:00"],
        ),
        (
            (
                'DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern":20260301T220000',
                "DURATION:PT6H",
                "RRULE:FREQ=DAILY;COUNT=3",
                'EXDATE;TZID="(UTC+01:00) Amsterdam, Berlin, Bern":20260302T220000',
            ),
            ["2026-03-01T21:00:00+00:00", "2026-03-03T21:00:00+00:00"],
        ),
        (
            ("DTSTART:20260301T220000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20260308T220000Z"),
            ["2026-03-01T22:00:00+00:00", "2026-03-08T22:00:00+00:00"],
        ),
        (
            ("DTSTART;TZID=Europe/Berlin:20260322T220000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2"),
            ["2026-03-22T21:00:00+00:00", "2026-03-29T20:00:00+00:00"],
        ),
    ],
)
def test_events_start_when_the_calendar_says(lines: tuple[str, ...], starts: list[str]) -> None:
    assert starts_of(*lines) == starts


def test_a_whole_day_ends_at_the_next_midnight() -> None:
    assert rows_of("UID:1", "SUMMARY:Day", "DTSTART;VALUE=DATE:20260301")[0][3] == "2026-03-02T00:00:00"


_DESCRIBED = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTIMEZONE\nTZID:{called}\n"
    "BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n"
    "BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
    "BEGIN:VEVENT\nUID:1\nSUMMARY:Night\nDTSTART;TZID={called}:20260701T220000\nDURATION:PT1H\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:2\nSUMMARY:Day\nDTSTART;VALUE=DATE:20260702\nEND:VEVENT\nEND:VCALENDAR\n"
)


@pytest.mark.parametrize(
    ("called", "zone"),
    [
        ("Mitteleuropäische Zeit", "Europe/Berlin"),
        ("Central European Standard Time", "Europe/Warsaw"),
        ("Customized Time Zone", "Europe/Berlin"),
    ],
)
def test_a_zone_that_the_calendar_describes_is_known_by_its_name_or_its_clocks(
    called: str, zone: str
) -> None:
    night, day = read_table(_DESCRIBED.format(called=called).encode()).rows
    assert night[2:5] == ("2026-07-01T20:00:00+00:00", "2026-07-01T21:00:00+00:00", zone)
    assert day[2:5] == ("2026-07-01T22:00:00+00:00", "2026-07-02T22:00:00+00:00", zone)


def test_utc_among_the_zones_that_a_calendar_describes_does_not_hide_the_other() -> None:
    also = (
        "BEGIN:VTIMEZONE\nTZID:UTC\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0000\n"
        "TZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT"
    )
    text = _DESCRIBED.format(called="Romance Standard Time").replace("BEGIN:VEVENT", also, 1)
    assert read_table(text.encode()).rows[1][2] == "2026-07-01T22:00:00+00:00"


def test_a_zone_that_nothing_tells_is_told() -> None:
    text = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Night\n"
        "DTSTART;TZID=Our zone:20260301T220000\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    table = read_table(text.encode())
    assert table.rows[0][2:5] == ("2026-03-01T22:00:00", "2026-03-01T23:00:00", "")
    assert table.warnings == (
        "The time zone “Our zone” is not known; its times were read as times without a zone.",
    )


@pytest.mark.parametrize(
    ("rule", "count", "is_told"),
    [
        ("FREQ=DAILY", 200, True),
        ("FREQ=DAILY;COUNT=500", 200, True),
        ("FREQ=DAILY;UNTIL=20271231T220000Z", 200, True),
        ("FREQ=DAILY;COUNT=200", 200, False),
        ("FREQ=DAILY;UNTIL=20260303T220000Z", 3, False),
        ("FREQ=YEARLY", 51, True),
        ("FREQ=YEARLY;UNTIL=20300301T220000Z", 5, False),
        ("FREQ=DAILY;BYDAY=MO,FR;BYYEARDAY=366", 4, True),
    ],
)
def test_recurrence_for_very_long_is_cut_and_told(rule: str, count: int, is_told: bool) -> None:
    text = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Night\nDTSTART:20260301T220000Z\n"
        f"RRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    table = read_table(text.encode())
    assert len(table.rows) == count
    assert [("Night recurs for very long" in one) for one in table.warnings] == [True] * is_told


@pytest.mark.parametrize(
    "damage",
    [
        "BEGIN:VCALENDAR",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:tomorrow\nEND:VEVENT\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nEND:VEVENT",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260301T220000Z\nRRULE:FREQ=SOMETIMES\nEND:VEVENT\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260301T220000Z\nDTEND:20260301\nEND:VEVENT\nEND:VCALENDAR",
    ],
)
def test_a_damaged_calendar_is_refused_or_read(damage: str) -> None:
    assert is_calendar(damage.encode())
    try:
        assert read_table(damage.encode()).rows
    except UnreadableList as refusal:
        assert "calendar" in str(refusal)  # noqa: PT017 - either answer is right


@pytest.mark.parametrize(
    ("lines", "spans"),
    [
        (
            ("DTSTART:20260301T220000Z", "DURATION:PT1H", "RDATE:20260305T220000Z,20260301T220000Z"),
            ["2026-03-01T22:00 1:00:00", "2026-03-05T22:00 1:00:00"],
        ),
        (
            (
                "DTSTART;TZID=Europe/Berlin:20260301T220000",
                "DURATION:PT1H",
                "RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20260401T220000/PT3H,20260402T220000/20260403T000000",
            ),
            ["2026-03-01T21:00 1:00:00", "2026-04-01T20:00 3:00:00", "2026-04-02T20:00 2:00:00"],
        ),
        (
            ("DTSTART;VALUE=DATE:20260301", "RDATE;VALUE=DATE:20260310", "RDATE;VALUE=DATE:20260305"),
            [f"2026-03-{day}T00:00 1 day, 0:00:00" for day in ("01", "05", "10")],
        ),
        (
            (
                "DTSTART:20260301T220000Z",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;COUNT=3",
                "RDATE:20260310T220000Z",
                "EXDATE:20260308T220000Z",
                "EXDATE;VALUE=DATE:20260310",
            ),
            ["2026-03-01T22:00 1:00:00", "2026-03-15T22:00 1:00:00"],
        ),
    ],
)
def test_added_dates_and_periods_are_read(lines: tuple[str, ...], spans: list[str]) -> None:
    found = [
        (datetime.fromisoformat(row[2]), datetime.fromisoformat(row[3]))
        for row in rows_of("UID:1", "SUMMARY:Night", *lines)
    ]
    assert [f"{start:%Y-%m-%dT%H:%M} {end - start}" for start, end in found] == spans


def test_a_moved_date_of_an_event_with_added_dates_stands_once() -> None:
    text = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Night\nDTSTART:20260301T220000Z\n"
        "DURATION:PT1H\nRDATE:20260305T220000Z\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nSUMMARY:Night, moved\n"
        "RECURRENCE-ID:20260305T220000Z\nDTSTART:20260306T220000Z\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    assert [row[1] for row in read_table(text.encode()).rows] == ["Night", "Night, moved"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=WEEKLY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=DAILY;BYSETPOS=3",
        "FREQ=WEEKLY;BYSETPOS=9",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=HOURLY;BYWEEKNO=53;BYYEARDAY=366",
    ],
)
def test_a_rule_that_no_day_meets_leaves_the_start_alone(rule: str) -> None:
    assert starts_of("DTSTART:20260301T220000Z", "DURATION:PT1H", f"RRULE:{rule}") == [
        "2026-03-01T22:00:00+00:00"
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MINUTELY;BYDAY=MO,FR;BYWEEKNO=53;BYYEARDAY=366;BYHOUR=3",
        "FREQ=MINUTELY;UNTIL=20261231T000000Z;BYDAY=2TU;BYMONTHDAY=-1",
        "FREQ=SECONDLY;BYDAY=SU;BYHOUR=3;BYMINUTE=0;BYSECOND=0",
    ],
)
def test_minutes_of_days_that_may_be_years_apart_are_not_tried(rule: str) -> None:
    text = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Night\nDTSTART:20260301T220000Z\n"
        f"DURATION:PT1H\nRRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    table = read_table(text.encode())
    assert len(table.rows) == 1
    assert table.warnings, "that there are more is told"


def test_what_recurs_by_the_clock_is_read() -> None:
    found = starts_of("DTSTART:20260301T220000Z", "RRULE:FREQ=HOURLY;COUNT=3;BYDAY=SU")
    assert found == [f"2026-03-{when}:00:00+00:00" for when in ("01T22", "01T23", "08T00")]
    found = starts_of("DTSTART:20260301T220000Z", "RRULE:FREQ=MINUTELY;COUNT=2;INTERVAL=30")
    assert found == ["2026-03-01T22:00:00+00:00", "2026-03-01T22:30:00+00:00"]


def test_one_of_several_times_a_day_is_chosen() -> None:
    found = starts_of("DTSTART:20260301T000000Z", "RRULE:FREQ=DAILY;COUNT=2;BYHOUR=1,2,3;BYSETPOS=3")
    assert found == ["2026-03-01T03:00:00+00:00", "2026-03-02T03:00:00+00:00"]


def test_a_rule_that_is_met_seldom_is_read() -> None:
    found = starts_of("DTSTART:20260301T220000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2;BYYEARDAY=366")
    assert found == ["2028-12-31T22:00:00+00:00", "2032-12-31T22:00:00+00:00"]


def test_an_event_that_cannot_be_read_is_told_and_the_others_are_read() -> None:
    text = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Night\nDTSTART:20260301T220000Z\n"
        "END:VEVENT\nBEGIN:VEVENT\nUID:2\nSUMMARY:Broken\nDTSTART:20260302T220000Z\n"
        "RRULE:FREQ=DAILY;INTERVAL=0\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    table = read_table(text.encode())
    assert [row[1] for row in table.rows] == ["Night"]
    assert table.warnings == (
        "1 event is damaged and was passed over: Broken (A rule repeats every 0 times).",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_a_calendar_may_be_in_any_common_encoding(encoding: str) -> None:
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        "SUMMARY:Wartungsfenster für Überweisungen\r\n"
        "DTSTART:20270109T220000Z\r\nDTEND:20270110T040000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert read_table(text.encode(encoding)).rows[0][1] == "Wartungsfenster für Überweisungen"
