"""Steps that the desk removed from a sequence and their plan still names: left out, or taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.imports.apply import apply
from app.services.imports.conflicts import disappeared, left_out, settled
from app.services.imports.dry import plan, understand
from app.services.imports.kind import Planned
from app.services.imports.undo import undo_import
from app.services.sequences import open_sequence, save_sequence
from app.services.workplace import Workplace
from tests.app.services.imports.test_activities import bring
from tests.app.services.imports.test_activities import window as window
from tests.app.services.imports.test_plans_numbered_anew import links_of, steps_of

HEADER = "ID,Task,Duration,Predecessors\n"
NUMBERED = HEADER + "1,Stop,10m,\n2,Backup,30m,1\n3,Install,1h,2\n4,Test,20m,3\n5,Open,5m,4\n"
NAMED = HEADER + "T1,Stop,10m,\nT2,Backup,30m,T1\nT3,Install,1h,T2\nT4,Test,20m,T3\nT5,Open,5m,T4\n"
PLANS = {"numbered": NUMBERED, "named": NAMED}
TOLD = "Removed here, and left out though the list names them: "


@pytest.fixture(params=list(PLANS))
def text(request: pytest.FixtureRequest, workplace: Workplace, window: int) -> str:
    """A plan whose backup was taken out of the sequence after it was imported."""
    text = PLANS[str(request.param)]
    bring(workplace, window, text)
    remove(workplace, window, "Backup")
    return text


def remove(workplace: Workplace, window: int, *titles: str) -> None:
    """Take steps out on the desk, with their links."""
    view = open_sequence(workplace, window)
    kept = tuple(one for one in view.sequence.activities if one.title not in titles)
    ids = {one.id for one in kept}
    links = tuple(one for one in view.sequence.links if {one.predecessor, one.successor} <= ids)
    save_sequence(workplace, window, replace(view.sequence, activities=kept, links=links), view.version)


def planned_of(workplace: Workplace, window: int, text: str) -> Planned:
    understood = understand(workplace, text.encode(), "activities")
    return plan(workplace, understood.table, understood.proposal.mapping, "UTC", window_id=window)


def titles(workplace: Workplace, window: int) -> set[str]:
    return {title for title, _ in steps_of(workplace, window).values()}


def test_removed_steps_stay_out_and_are_told(workplace: Workplace, window: int, text: str) -> None:
    for _ in range(2):
        planned = planned_of(workplace, window, text)
        assert (len(planned.outcome.unchanged), len(planned.outcome.created)) == (5, 0)
        assert planned.outcome.conflicts == []
        assert sum(one.startswith(TOLD) for one in planned.conversion.warnings) == 1
        assert disappeared(workplace, planned, "") == ()
        apply(workplace, planned, "plan.csv")
    assert titles(workplace, window) == {"Stop", "Install", "Test", "Open"}


def test_a_removed_step_of_which_the_plan_says_something_else_is_offered(
    workplace: Workplace, window: int, text: str
) -> None:
    text = text.replace("30m", "45m")
    planned = planned_of(workplace, window, text)
    (conflict,) = planned.outcome.conflicts
    assert (conflict.field, conflict.on_the_desk, left_out(planned)) == ("record", "removed", ())
    done = apply(workplace, planned, "plan.csv").value
    assert (done.created, done.unchanged) == (0, 5)
    assert planned_of(workplace, window, text).outcome.conflicts == [], "it was said once"
    undo_import(workplace, done.import_id)
    planned = planned_of(workplace, window, text)
    apply(
        workplace, settled(planned, {(one.key, one.field) for one in planned.outcome.conflicts}), "plan.csv"
    )
    assert "Backup" in titles(workplace, window)


def test_a_step_comes_back_with_its_links(workplace: Workplace, window: int, text: str) -> None:
    before = steps_of(workplace, window)
    planned = planned_of(workplace, window, text)
    (offered,) = left_out(planned)
    assert offered.in_the_source == "Backup"
    done = apply(workplace, settled(planned, {(offered.key, "record")}), "plan.csv").value
    assert (done.created, done.unchanged) == (1, 4)
    first, second, third = (key for key in sorted(steps_of(workplace, window)) if key[-1] in "123")
    assert {(first, second, 0), (second, third, 0)} <= links_of(workplace, window)
    assert len(planned_of(workplace, window, text).outcome.unchanged) == 5
    undo_import(workplace, done.import_id)
    assert steps_of(workplace, window) == before
    assert len(left_out(planned_of(workplace, window, text))) == 1


def test_a_plan_that_was_taken_out_whole_comes_in_whole(workplace: Workplace, window: int, text: str) -> None:
    remove(workplace, window, "Stop", "Install", "Test", "Open")
    assert bring(workplace, window, text).created == 5
    assert len(links_of(workplace, window)) == 4


def test_numbers_that_count_rows_move_no_removed_step(workplace: Workplace, window: int) -> None:
    """It stays out, under whatever number; a new step that has its number now is a new one."""
    bring(workplace, window, NUMBERED)
    remove(workplace, window, "Test")
    head = f"{HEADER}1,Stop,10m,\n2,Backup,30m,1\n"
    longer = head + "3,Drain,5m,2\n4,Install,1h,2\n5,Test,20m,4\n6,Open,5m,5\n"
    done = bring(workplace, window, longer)
    assert (done.created, done.unchanged) == (1, 5)
    assert titles(workplace, window) == {"Stop", "Backup", "Drain", "Install", "Open"}
    other = head + "3,Install,1h,2\n4,Tell,1m,3\n5,Open,5m,\n"
    assert planned_of(workplace, window, other).outcome.conflicts == []
    assert bring(workplace, window, other).created == 1
    assert "Tell" in titles(workplace, window)
