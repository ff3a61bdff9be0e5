"""Windows and freezes without ids that their list has moved: the same, where nothing else can be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.windows import Freeze, MaintenanceWindow, WindowState
from app.services.imports.conflicts import disappeared
from app.services.imports.undo import undo_import
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.test_calendars import bring, planned_of

HEAD = "Title,Type,Start,End\n"
ROWS = (
    "Weekly,Window,2026-12-05 21:00,2026-12-06 03:00\n",
    "Weekly,Window,2026-12-12 21:00,2026-12-13 03:00\n",
    "Year end,Freeze,2026-12-20 00:00,2027-01-03 00:00\n",
    "Audit,Freeze,2026-12-07 00:00,2026-12-08 00:00\n",
)
LIST = HEAD + "".join(ROWS)


def changed(*swaps: tuple[str, str]) -> str:
    text = LIST
    for before, after in swaps:
        assert before in text
        text = text.replace(before, after)
    return text


LATER = ("2026-12-05 21:00,2026-12-06 03:00", "2026-12-06 21:30,2026-12-07 03:30")
FREEZE = ("2026-12-07 00:00,2026-12-08", "2026-12-08 00:00,2026-12-09")


@pytest.mark.parametrize("swaps", [(LATER,), (FREEZE,), (LATER, FREEZE)])
def test_what_was_moved_is_the_same_and_told(workplace: Workplace, swaps: Sequence[tuple[str, str]]) -> None:
    bring(workplace, LIST)
    text, number = changed(*swaps), len(swaps)
    planned = planned_of(workplace, text)
    (told,) = [one for one in planned.conversion.warnings if "has moved" in one]
    assert told.count("row ") == number
    if LATER in swaps:
        assert "row 2, “Weekly” of Sat 05 Dec 2026, 21:00" in told
    assert disappeared(workplace, planned, "") == ()
    assert bring(workplace, text) == (0, number, 4 - number, 0)
    assert bring(workplace, text) == (0, 0, 4, 0)
    assert bring(workplace, LIST) == (0, number, 4 - number, 0), "and back"
    undo_import(workplace, 4)
    undo_import(workplace, 3)
    undo_import(workplace, 2)
    with workplace.read() as connection:
        assert (len(find(connection, MaintenanceWindow)), len(find(connection, Freeze))) == (2, 2)
    assert bring(workplace, LIST) == (0, 0, 4, 0)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (changed(("2026-12-05 21:00,2026-12-06", "2026-12-08 21:00,2026-12-09")), 1),
        (changed(("Weekly,Window,2026-12-05 21", "Monthly,Window,2026-12-05 20")), 1),
        (changed(("12-05 21:00", "12-05 20:00"), ("12-12 21:00", "12-12 20:00")), 2),
        (HEAD + ROWS[0].replace("21:00", "20:00"), 1),
        (LIST + ROWS[0].replace("21:00", "20:00"), 1),
    ],
    ids=["far", "called otherwise", "several", "a list of others", "one more"],
)
def test_what_may_be_another_comes_in_as_a_new_one(workplace: Workplace, text: str, new: int) -> None:
    bring(workplace, LIST)
    planned = planned_of(workplace, text)
    assert (len(planned.outcome.created), len(planned.outcome.changed)) == (new, 0)
    assert not any("has moved" in one for one in planned.conversion.warnings)


def test_a_window_that_may_not_be_moved_stays(workplace: Workplace) -> None:
    bring(workplace, LIST)
    with workplace.write() as work:
        first = next(one for one in work.find(MaintenanceWindow) if one.starts_at.day == 5)
        work.save(replace(first, state=WindowState.CANCELLED), "by hand")
        work.commit()
    assert len(planned_of(workplace, changed(LATER)).outcome.created) == 1


def test_what_is_over_was_not_moved(workplace: Workplace) -> None:
    now = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    over = LIST.replace("2026-12-05", "2026-03-01").replace("2026-12-06", "2026-03-02")
    bring(workplace, over)
    assert workplace.now() > now
    later = over.replace("2026-03-01 21:00", "2026-03-02 01:00")
    assert len(planned_of(workplace, later).outcome.created) == 1
