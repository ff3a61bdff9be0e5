"""Windows that a list moves to where they may not go: their rows are rejected, the others come in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.windows import MaintenanceWindow, WindowState
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.test_calendars import bring, planned_of

LIST = (
    "UID,Title,Type,Start,End\n"
    "1,Weekly,Window,2026-12-05 21:00,2026-12-06 03:00\n"
    "2,Patches,Window,2026-12-12 21:00,2026-12-13 03:00\n"
    "3,Audit,Freeze,2026-12-20 00:00,2026-12-21 00:00\n"
)


def starts_of(workplace: Workplace) -> dict[str, str]:
    with workplace.read() as connection:
        return {one.title: f"{one.starts_at:%d %H:%M}" for one in find(connection, MaintenanceWindow)}


@pytest.mark.parametrize(
    ("before", "after", "column", "reason"),
    [
        ("2026-12-06 03:00", "2026-12-16 03:00", "End", "A window lasts at most 7 days"),
        ("2026-12-05 21:00,2026-12-06 03:00", "2020-12-05 21:00,2020-12-06 03:00", "Start", "in the past"),
    ],
)
def test_a_window_that_may_not_move_is_rejected_alone(
    workplace: Workplace, before: str, after: str, column: str, reason: str
) -> None:
    bring(workplace, LIST)
    text = LIST.replace(before, after).replace("Audit,Freeze,2026-12-20", "Audit,Freeze,2026-12-19")
    (rejected,) = planned_of(workplace, text).outcome.rejected
    assert (rejected.row_number, rejected.column) == (2, column)
    assert reason in rejected.reason
    assert bring(workplace, text) == (0, 1, 1, 1)
    assert starts_of(workplace)["Weekly"] == "05 21:00"
    assert bring(workplace, text) == (0, 0, 2, 1)


def test_a_closed_window_stays_where_it_was(workplace: Workplace) -> None:
    bring(workplace, LIST)
    with workplace.write() as work:
        (weekly,) = work.find(MaintenanceWindow, title="Weekly")
        work.save(replace(weekly, state=WindowState.CLOSED))
        work.commit()
    (rejected,) = planned_of(workplace, LIST.replace("2026-12-06 03:00", "2026-12-06 04:00")).outcome.rejected
    assert "the past stays as it was" in rejected.reason
