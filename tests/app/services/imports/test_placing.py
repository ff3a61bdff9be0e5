"""Where imported changes go, and what is told of those that do not go where their date says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.changes import Change
from app.domain.windows import MaintenanceWindow, WindowState
from app.services.imports.apply import apply
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.lists import planned_of

HEADER = "Key,Title,Deployment date\n"
START = datetime(2026, 3, 7, 21, tzinfo=UTC)


def add_window(workplace: Workplace, title: str, weeks: int, state: WindowState) -> int:
    starts = START + timedelta(days=7 * weeks)
    with workplace.write() as work:
        made = work.add(MaintenanceWindow(title, starts, starts + timedelta(hours=8), "UTC", state=state))
        work.commit()
    return made.id or 0


def bring(workplace: Workplace, rows: str) -> tuple[dict[str, int | None], tuple[str, ...]]:
    """The windows of all changes after an import; the dry run tells what the import tells."""
    planned = planned_of(workplace, HEADER + rows)
    done = apply(workplace, planned, "list.csv").value
    assert [one for one in planned.conversion.warnings if one.startswith(("Not", "Left"))] == list(
        done.not_placed
    )
    with workplace.read() as connection:
        return {one.key: one.window_id for one in find(connection, Change)}, done.not_placed


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (WindowState.LOCKED, "The window is locked. What must go in late is put there on the board."),
        (WindowState.CANCELLED, "The window is cancelled."),
    ],
)
def test_a_date_of_a_window_that_is_shut_is_told(workplace: Workplace, state: WindowState, told: str) -> None:
    add_window(workplace, "Weekly", 0, state)
    windows, not_placed = bring(workplace, "CHG-1,A,2026-03-07\nCHG-2,B,\n")
    assert windows == {"CHG-1": None, "CHG-2": None}
    assert not_placed == (f"Not put on Weekly, Sat 07 Mar 2026, 21:00 (UTC): CHG-1. {told}",)


def test_an_open_window_of_the_same_day_comes_before_one_that_is_shut(workplace: Workplace) -> None:
    add_window(workplace, "Cancelled", 0, WindowState.CANCELLED)
    open_one = add_window(workplace, "Instead", 0, WindowState.PLANNED)
    assert bring(workplace, "CHG-1,A,2026-03-07\n") == ({"CHG-1": open_one}, ())


def test_a_change_that_the_source_dates_anew_stays_and_is_told(workplace: Workplace) -> None:
    first = add_window(workplace, "Weekly", 0, WindowState.PLANNED)
    add_window(workplace, "Next", 1, WindowState.PLANNED)
    bring(workplace, "CHG-1,A,2026-03-07\nCHG-2,B,2026-03-07\nCHG-3,C,2026-03-07\n")
    windows, told = bring(workplace, "CHG-1,A,2026-03-14\nCHG-2,B,2026-03-08\nCHG-3,C,\n")
    assert windows == dict.fromkeys(("CHG-1", "CHG-2", "CHG-3"), first)
    assert told == (
        "Left on Weekly, Sat 07 Mar 2026, 21:00 (UTC): CHG-1. The deployment date in the source is another "
        "one now; move it on the board.",
    ), "the window of CHG-2 lasts until the 8th"
