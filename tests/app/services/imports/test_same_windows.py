"""A window or freeze is the same one by title and start, until a calendar's ids say that they are two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.windows import Freeze, MaintenanceWindow
from app.services.calendar_file import export_calendar
from app.services.imports.apply import apply
from app.services.imports.conflicts import settled
from app.services.imports.undo import undo_import
from app.services.windows import create_window
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.test_calendars import HEAD, WEEK_1, YEAR_END, bring, planned_of, titles

START, END = datetime(2026, 12, 5, 21, tzinfo=UTC), datetime(2026, 12, 6, 3, tzinfo=UTC)
TABLE = "Title,Start,End\nNight,2026-12-05 21:00,2026-12-06 03:00\n"
BOTH = f"{HEAD}Week 1,Freeze,2026-12-01 22:00,2026-12-09 04:00,,Closing\n{WEEK_1}{YEAR_END}"


def calendar(*events: tuple[str, str, str]) -> str:
    """A calendar file of these events: id, title and hour of the end."""
    told = "".join(
        f"BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{title}\nDTSTART:20261205T210000Z\nDTEND:20261206T{hour}0000Z\n"
        "END:VEVENT\n"
        for uid, title, hour in events
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n{told}END:VCALENDAR\n"


def windows(workplace: Workplace) -> list[MaintenanceWindow]:
    """All windows, the first one first."""
    with workplace.read() as connection:
        return sorted(find(connection, MaintenanceWindow), key=lambda one: one.id or 0)


def by_hand(workplace: Workplace) -> None:
    create_window(workplace, MaintenanceWindow("Night", START, END, "UTC"))


def from_a_table(workplace: Workplace) -> None:
    assert bring(workplace, TABLE, "windows") == (1, 0, 0, 0)


@pytest.mark.parametrize("make", [by_hand, from_a_table])
def test_a_window_that_was_here_comes_back_from_a_calendar_as_itself(
    workplace: Workplace, make: Callable[[Workplace], None]
) -> None:
    make(workplace)
    assert bring(workplace, calendar(("a", "Night", "03"))) == (0, 0, 1, 0)
    assert bring(workplace, calendar(("a", "Late night", "04"))) == (0, 1, 0, 0), "known by its id now"
    assert [(one.title, one.ends_at.hour) for one in windows(workplace)] == [("Late night", 4)]


def test_what_the_desk_has_of_it_is_kept_until_somebody_takes_the_calendar_s(workplace: Workplace) -> None:
    by_hand(workplace)
    planned = planned_of(workplace, calendar(("a", "Night", "05")))
    (conflict,) = planned.outcome.conflicts
    assert (conflict.field, conflict.on_the_desk) == ("ends_at", END)
    done = apply(workplace, settled(planned, {(conflict.key, "ends_at")}), "night.ics").value
    assert [one.ends_at.hour for one in windows(workplace)] == [5]
    undo_import(workplace, done.import_id)
    assert [one.ends_at for one in windows(workplace)] == [END]
    assert [one.field for one in planned_of(workplace, calendar(("a", "Night", "05"))).outcome.conflicts] == [
        "ends_at"
    ]


def test_two_events_of_a_calendar_are_two_windows_though_one_was_here(workplace: Workplace) -> None:
    by_hand(workplace)
    two = calendar(("a", "Night", "03"), ("b", "Night", "04"))
    assert bring(workplace, two) == (1, 0, 1, 0)
    assert bring(workplace, two) == (0, 0, 2, 0)
    assert [(one.title, one.ends_at.hour) for one in windows(workplace)] == [("Night", 3), ("Night", 4)]


def test_a_calendar_with_new_ids_is_the_same_calendar(workplace: Workplace) -> None:
    assert bring(workplace, calendar(("a", "Night", "03"), ("b", "Stop freeze", "03"))) == (2, 0, 0, 0)
    assert bring(workplace, calendar(("c", "Night", "03"), ("d", "Stop freeze", "03"))) == (0, 0, 2, 0)


@pytest.mark.parametrize("is_turned", [False, True])
def test_a_window_and_a_freeze_with_one_title_and_start_both_come_in(
    workplace: Workplace, is_turned: bool
) -> None:
    lines = BOTH.splitlines()[1:]
    text = HEAD + "\n".join(reversed(lines) if is_turned else lines) + "\n"
    assert bring(workplace, text) == (3, 0, 0, 0)
    assert titles(workplace) == ({"Week 1"}, {"Week 1", "Year end"})
    assert bring(workplace, text) == (0, 0, 3, 0)
    assert bring(workplace, text.replace("12-09 04:00", "12-09 05:00")) == (0, 1, 2, 0)
    for number in (3, 2, 1):
        undo_import(workplace, number)
    assert titles(workplace) == (set(), set())


def test_such_a_freeze_is_known_when_it_comes_alone_and_when_it_came_alone(workplace: Workplace) -> None:
    assert bring(workplace, BOTH, "freezes") == (2, 0, 0, 1)
    assert bring(workplace, BOTH) == (1, 0, 2, 0)
    assert bring(workplace, BOTH, "windows") == (0, 0, 1, 2)
    with workplace.write() as work:
        work.save(replace(work.find(Freeze, title="Week 1")[0], reason="Audit"), "desk")
        work.commit()
    conflicts = planned_of(workplace, BOTH.replace("Closing", "Stocktaking")).outcome.conflicts
    assert [(one.field, one.on_the_desk) for one in conflicts] == [("reason", "Audit")]


def test_the_desk_s_own_calendar_changes_nothing_where_it_comes_back(
    workplace: Workplace, tmp_path: Path
) -> None:
    bring(workplace, BOTH)
    series = "Window,Schedule,Time Zone\nPatching,First Saturday of the month 22:00-04:00,Europe/Berlin\n"
    assert bring(workplace, series) == (1, 0, 0, 0)
    before = titles(workplace), len(windows(workplace))
    export_calendar(workplace, tmp_path / "desk.ics")
    text = (tmp_path / "desk.ics").read_text("utf-8")
    planned = planned_of(workplace, text)
    told = Counter(one.reason.partition(",")[0] for one in planned.outcome.rejected)
    count = len(windows(workplace))
    assert set(told) == {f"It is a {one} in Lockstep's own calendar" for one in ("checkpoint", "meeting")}
    assert (len(planned.outcome.unchanged), planned.outcome.conflicts) == (count + 2, [])
    assert bring(workplace, text)[:3] == (0, 0, count + 2)
    assert (titles(workplace), len(windows(workplace))) == before
