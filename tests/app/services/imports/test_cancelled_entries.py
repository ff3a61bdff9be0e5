"""What was cancelled in a calendar makes no window here, and that is said."""

from __future__ import annotations

import pytest

from app.importing.errors import UnreadableList
from app.importing.reading.files import read_table
from app.services.workplace import Workplace
from tests.app.services.imports.test_kinds import CALENDAR, WEEKLY, YEAR_END, bring, planned_of

CANCELLED = YEAR_END.replace("DTSTART", "STATUS:CANCELLED\nDTSTART", 1)
MEND = "If the desk has it, cancel it in the calendar there."


def test_cancelled_events_of_a_calendar_are_told() -> None:
    told = read_table(CALENDAR.format(events=f"{WEEKLY}\n{CANCELLED}").encode()).warnings
    assert told == (
        "Cancelled in the calendar and passed over: Year-end freeze. "
        "What the desk has of them, cancel in its own calendar.",
    )


def test_a_calendar_of_cancellations_alone_says_so() -> None:
    with pytest.raises(UnreadableList, match="All events of the calendar are cancelled"):
        read_table(CALENDAR.format(events=CANCELLED).encode())


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        ("Night A,2027-01-20 22:00,2027-01-21 02:00,Cancelled\n", f"It was cancelled. {MEND}"),
        (
            "Canceled: Night A,2027-01-20 22:00,2027-01-21 02:00,Planned\n",
            f"Its title says that it was cancelled. {MEND}",
        ),
        ("Patching: Night A,2027-01-20 22:00,2027-01-21 02:00,Planned\n", ""),
    ],
)
def test_cancelled_windows_of_a_list_are_refused(workplace: Workplace, rows: str, refused: str) -> None:
    text = f"Window,Start,End,Status\n{rows}Night B,2027-01-24 22:00,2027-01-25 02:00,Planned\n"
    reasons = [one.reason for one in planned_of(workplace, text, "windows").outcome.rejected]
    assert reasons == [refused] * bool(refused)
    assert bring(workplace, text, "windows").created == 2 - len(reasons)


def test_a_clock_time_without_a_day_says_what_such_a_list_is(workplace: Workplace) -> None:
    planned = planned_of(workplace, "Window,Start,End\nNightly,22:00,02:00\n", "windows")
    assert [one.reason for one in planned.outcome.rejected] == [
        "It has a time of day, but no day that can be read. "
        "Windows that recur are imported as a list of series."
    ]
