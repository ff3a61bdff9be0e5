"""Lists of windows and freezes together: one dry run, one import, undone as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.windows import Freeze, FreezeStrength, MaintenanceWindow
from app.services.errors import RefusedError
from app.services.imports.apply import apply
from app.services.imports.conflicts import disappeared, settled
from app.services.imports.dry import plan, understand
from app.services.imports.kind import Planned
from app.services.imports.undo import past_imports, undo_import
from app.services.workplace import Workplace
from app.store.reading import find

HEAD = "Title,Type,Start,End,Capacity,Reason\n"
WEEK_1 = "Week 1,Maintenance window,2026-12-01 22:00,2026-12-02 04:00,12,\n"
WEEK_2 = "Week 2,Maintenance window,2026-12-08 22:00,2026-12-09 04:00,12,\n"
YEAR_END = "Year end,Freeze,2026-12-20,2027-01-03,,Closing\n"
LIST = f"{HEAD}{WEEK_1}{YEAR_END}{WEEK_2}"
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
BEGIN:VEVENT
UID:night-1
SUMMARY:Night window
DTSTART:20261205T210000Z
DTEND:20261206T030000Z
RRULE:FREQ=WEEKLY;COUNT=3
END:VEVENT
BEGIN:VEVENT
UID:freeze-1
SUMMARY:Year-end freeze
DTSTART;VALUE=DATE:20261220
DTEND;VALUE=DATE:20270104
END:VEVENT
END:VCALENDAR
"""


def planned_of(workplace: Workplace, text: str, kind: str = "auto") -> Planned:
    """The dry run of a list."""
    understood = understand(workplace, text.encode(), kind)
    return plan(workplace, understood.table, understood.proposal.mapping, "UTC")


def bring(workplace: Workplace, text: str, kind: str = "auto") -> tuple[int, int, int, int]:
    """How many rows of a list were new, changed, unchanged and rejected; and the list is remembered."""
    understood = understand(workplace, text.encode(), kind)
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC")
    done = apply(workplace, planned, "list", shape=understood.proposal.shape).value
    return done.created, done.updated, done.unchanged, done.rejected


def titles(workplace: Workplace) -> tuple[set[str], set[str]]:
    """The titles of all windows, and of all freezes."""
    with workplace.read() as connection:
        windows, freezes = find(connection, MaintenanceWindow), find(connection, Freeze)
    return {one.title for one in windows}, {one.title for one in freezes}


@pytest.mark.parametrize(
    ("text", "windows", "freezes"),
    [
        (LIST, {"Week 1", "Week 2"}, {"Year end"}),
        (f"{HEAD}{WEEK_1}{YEAR_END}", {"Week 1"}, {"Year end"}),
        (CALENDAR, {"Night window"}, {"Year-end freeze"}),
    ],
)
def test_both_come_in_at_once_and_go_at_once(
    workplace: Workplace, text: str, windows: set[str], freezes: set[str]
) -> None:
    planned = planned_of(workplace, text)
    assert planned.conversion.warnings == ()
    rows = planned.rows
    assert bring(workplace, text) == (rows, 0, 0, 0)
    assert titles(workplace) == (windows, freezes)
    assert bring(workplace, text) == (0, 0, rows, 0)
    assert [one.kind for one in past_imports(workplace)] == ["calendar", "calendar"]
    undo_import(workplace, 2)
    assert undo_import(workplace, 1).value.removed == rows
    assert titles(workplace) == (set(), set())
    assert bring(workplace, text) == (rows, 0, 0, 0)


def test_what_came_in_as_each_before_is_known_again(workplace: Workplace) -> None:
    assert bring(workplace, LIST, "windows") == (2, 0, 0, 1)
    assert bring(workplace, LIST, "freezes") == (1, 0, 0, 2)
    assert planned_of(workplace, LIST).kind.name == "calendar"
    assert bring(workplace, LIST) == (0, 0, 3, 0)


def test_each_entry_gets_what_its_kind_of_record_has(workplace: Workplace) -> None:
    bring(workplace, LIST)
    with workplace.read() as connection:
        window, freeze = find(connection, MaintenanceWindow, title="Week 1")[0], find(connection, Freeze)[0]
    assert (window.capacity_deployments, freeze.reason) == (12, "Closing")
    assert freeze.ends_at == datetime(2027, 1, 4, tzinfo=UTC)


def test_a_soft_freeze_of_a_column_of_sorts_is_one_with_signatures(workplace: Workplace) -> None:
    bring(workplace, f"{HEAD}{WEEK_1}{YEAR_END.replace('Freeze', 'Soft freeze')}")
    with workplace.read() as connection:
        assert find(connection, Freeze)[0].strength is FreezeStrength.WITH_SIGNATURES


def test_changes_to_both_come_together_and_are_taken_back_together(workplace: Workplace) -> None:
    bring(workplace, LIST)
    moved = LIST.replace("2026-12-02 04:00", "2026-12-02 05:00").replace("2027-01-03", "2027-01-05")
    planned = planned_of(workplace, moved)
    assert [(one.row.key, one.row.values["entry"]) for one in planned.outcome.changed] == [
        ("Week 1 / 2026-12-01 22:00:00+00:00", "window"),
        ("Year end / 2026-12-20 00:00:00+00:00", "freeze"),
    ]
    assert bring(workplace, moved) == (0, 2, 1, 0)
    assert undo_import(workplace, 2).value.restored == 2
    assert bring(workplace, LIST) == (0, 0, 3, 0)


def test_a_conflict_is_settled_for_the_list_in_either_part(workplace: Workplace) -> None:
    bring(workplace, LIST)
    with workplace.write() as work:
        freeze = work.find(Freeze)[0]
        work.save(replace(freeze, reason="Audit"), "desk")
        work.commit()
    planned = planned_of(workplace, LIST.replace("Closing", "Stocktaking"))
    key = planned.outcome.conflicts[0].key
    apply(workplace, settled(planned, {(key, "reason")}), "list")
    with workplace.read() as connection:
        assert find(connection, Freeze)[0].reason == "Stocktaking"


def test_a_later_import_of_one_part_stands_in_the_way_of_undoing_both(workplace: Workplace) -> None:
    bring(workplace, LIST)
    bring(workplace, LIST.replace("2027-01-03", "2027-01-05"), "freezes")
    with pytest.raises(RefusedError) as refused:
        undo_import(workplace, 1)
    assert refused.value.problems == ("Import 2 has brought Year end again since; undo that first.",)


def test_what_either_part_does_not_name_any_more_is_told(workplace: Workplace) -> None:
    bring(workplace, LIST)
    understood = understand(workplace, f"{HEAD}{WEEK_2}{YEAR_END.replace('Year end', 'Easter')}".encode())
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC")
    gone = disappeared(workplace, planned, understood.proposal.shape)
    assert [one.title for one in gone] == ["Week 1", "Year end"]


def test_an_entry_that_is_neither_is_rejected_until_somebody_says_what_it_is(workplace: Workplace) -> None:
    text = f"{LIST}Spring,Holiday,2027-04-01,2027-04-02,,\n"
    planned = planned_of(workplace, text)
    assert [one.reason.partition(":")[0] for one in planned.outcome.rejected] == [
        "It is called neither a window nor a freeze"
    ]
    assert bring(workplace, text) == (3, 0, 0, 1)


def test_one_sort_alone_comes_in_where_somebody_asks_for_it(workplace: Workplace) -> None:
    assert bring(workplace, LIST, "windows") == (2, 0, 0, 1)
    assert titles(workplace) == ({"Week 1", "Week 2"}, set())


def test_a_list_of_one_sort_is_taken_as_both_by_its_own_words(workplace: Workplace) -> None:
    text = "Title,Start,End\nWeek 1,2026-12-01 22:00,2026-12-02 04:00\n"
    assert bring(workplace, text, "calendar") == (1, 0, 0, 0)
    assert titles(workplace) == ({"Week 1"}, set())


def test_a_plan_with_a_step_called_a_freeze_stays_a_plan(workplace: Workplace) -> None:
    text = "Task,Start,Finish,Duration,Predecessors\nCode freeze,22:00,22:10,10,\nDeploy,22:10,23:00,50,1\n"
    assert understand(workplace, text.encode()).proposal.kind == "activities"
