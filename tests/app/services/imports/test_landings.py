"""Where the changes of an import are, told at its end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.windows import MaintenanceWindow
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.imports.landings import Landed, where_landed
from app.services.workplace import Workplace

HEAD = "Key,Title,State\n"


def bring(workplace: Workplace, rows: str, window_id: int | None = None) -> int:
    """Import a list; returns the number of the import."""
    understood = understand(workplace, (HEAD + rows).encode(), "changes")
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC")
    return apply(workplace, planned, "list.csv", window_id=window_id).value.import_id


@pytest.fixture
def window_id(workplace: Workplace) -> int:
    """A window in three days."""
    starts = workplace.clock() + timedelta(days=3)
    with workplace.write() as work:
        window = MaintenanceWindow("Weekly", starts, starts + timedelta(hours=6), "UTC")
        made = work.add(window, "test")
        work.commit()
    return int(made.id or 0)


def test_changes_that_are_over_are_told_apart_from_those_that_wait(workplace: Workplace) -> None:
    number = bring(workplace, "A-1,One,New\nA-2,Two,Closed\nA-3,Three,Closed\n")
    assert where_landed(workplace, number) == Landed(1, {}, 2)


def test_what_an_import_left_alone_is_not_counted(workplace: Workplace, window_id: int) -> None:
    bring(workplace, "A-1,One,New\nA-2,Two,Closed\n")
    number = bring(workplace, "A-1,One,New\nA-2,Two,Closed\nA-3,Three,New\n", window_id)
    assert where_landed(workplace, number) == Landed(0, {window_id: 1}, 0)


def test_the_activities_of_a_plan_are_in_the_sequence_of_its_window(
    workplace: Workplace, window_id: int
) -> None:
    understood = understand(workplace, b"Id,Title\n1,Stop\n2,Start\n", "activities")
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC", window_id=window_id)
    number = apply(workplace, planned, "plan.csv", window_id=window_id).value.import_id
    assert where_landed(workplace, number) == Landed(0, {}, 0, {window_id: 2})
