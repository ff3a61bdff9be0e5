"""The window of an imported plan: which one is meant, and one that is over, whose sequence is a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.windows import MaintenanceWindow, WindowState
from app.services.errors import RefusedError
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.imports.kinds.meant import NOT_TOLD, WindowMeant, window_meant
from app.services.imports.undo import undo_import
from app.services.windows import create_window
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.test_activities import START, bring, sequence_of, window

__all__ = ["window"]


def test_a_plan_without_a_window_is_refused(workplace: Workplace) -> None:
    understood = understand(workplace, b"ID,Task name,Duration\n1,One,5\n", "activities")
    with pytest.raises(RefusedError, match="window"):
        plan(workplace, understood.table, understood.proposal.mapping, "UTC")


DAYS = "Step,Activity,Start\n1,Copy,28.03.2026 {hour}\n2,Switch,28.03.2026 {hour}\n3,Tell,20.03.2026 09:00\n"


@pytest.mark.parametrize(
    ("hour", "is_meant"),
    [("21:30", True), ("16:00", True), ("09:00", False)],
)
def test_the_window_of_a_plan_is_told_by_when_most_steps_begin(
    workplace: Workplace, window: int, hour: str, is_meant: bool
) -> None:
    before = START - timedelta(days=14)
    create_window(
        workplace, MaintenanceWindow("Earlier", before, before + timedelta(hours=8), "Europe/Berlin")
    )
    with workplace.read() as connection:
        windows = find(connection, MaintenanceWindow)
    text = DAYS.format(hour=hour)
    found = understand(workplace, text.encode(), "activities")
    meant = window_meant(found.table, found.proposal, "Europe/Berlin", windows)
    begins_at = datetime(2026, 3, 20, 8, tzinfo=UTC)
    assert meant == (WindowMeant(window) if is_meant else WindowMeant(begins_at=begins_at))
    planned = plan(
        workplace, found.table, found.proposal.mapping, "Europe/Berlin", window_id=windows[-1].id or 0
    )
    told = [one for one in planned.conversion.warnings if "begin outside the window" in one]
    assert len(told) == 1


@pytest.mark.parametrize(
    ("text", "has_windows"),
    [
        ("Step,Activity,Start\n1,Copy,05/04/2026 09:00\n2,Switch,06/04/2026 09:00\n", True),
        ("Step,Activity,Start\n1,Copy,20.03.2026 09:00\n", False),
        ("Step,Activity,Start\n1,Copy,28.03.2026 21:30\n2,Switch,20.03.2026 09:00\n", True),
        ("Step,Activity\n1,Copy\n", True),
    ],
)
def test_it_is_not_told_that_a_plan_is_for_no_window_where_that_is_not_sure(
    workplace: Workplace, window: int, text: str, has_windows: bool
) -> None:
    """Dates that can be read two ways, no window planned yet, one step within a window, no dates."""
    with workplace.read() as connection:
        windows = find(connection, MaintenanceWindow) if has_windows else []
    found = understand(workplace, text.encode(), "activities")
    assert window_meant(found.table, found.proposal, "Europe/Berlin", windows) == NOT_TOLD


@pytest.mark.parametrize("state", [WindowState.CLOSED, WindowState.CANCELLED])
def test_the_sequence_of_a_window_that_is_over_is_a_record(
    workplace: Workplace, window: int, state: WindowState
) -> None:
    """No list writes into the past, and no undoing takes out of it."""
    plan_text = "Id,Task,Duration\n1,Stop,10\n2,Copy,30\n"
    first = bring(workplace, window, plan_text)
    before = sequence_of(workplace, window)
    with workplace.write() as work:
        work.save(replace(work.get(MaintenanceWindow, window), state=state))
        work.commit()
    with pytest.raises(RefusedError, match="its sequence is a record now"):
        bring(workplace, window, plan_text + "3,Start,5\n")
    with pytest.raises(RefusedError, match="its sequence is a record now"):
        undo_import(workplace, first.import_id)
    assert sequence_of(workplace, window) == before


def test_a_window_that_ends_between_dry_run_and_import_keeps_its_sequence(
    workplace: Workplace, window: int
) -> None:
    found = understand(workplace, b"Id,Task,Duration\n1,Stop,10\n", "activities")
    planned = plan(workplace, found.table, found.proposal.mapping, "UTC", window_id=window)
    with workplace.write() as work:
        work.save(replace(work.get(MaintenanceWindow, window), state=WindowState.CLOSED))
        work.commit()
    with pytest.raises(RefusedError, match="its sequence is a record now"):
        apply(workplace, planned, "plan.csv")
    assert not sequence_of(workplace, window).activities
