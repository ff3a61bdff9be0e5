"""Plans that name what follows a step, and by the clock when it began in truth."""

from __future__ import annotations

from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.workplace import Workplace
from tests.app.services.imports.test_activities import bring, sequence_of
from tests.app.services.imports.test_activities import window as window


def test_successors_are_links_the_other_way(workplace: Workplace, window: int) -> None:
    text = "ID,Task,Duration,Successors\nA1,Down,15m,A2;A3SS+5m\nA2,Copy,1h,A3\nA3,Up,30m,A9\n"
    understood = understand(workplace, text.encode(), "activities")
    planned = plan(
        workplace, understood.table, understood.proposal.mapping, "Europe/Berlin", window_id=window
    )
    assert (
        'row 4, "A9" names no step of the plan as successor; no link was made.' in planned.conversion.warnings
    )
    apply(workplace, planned, "plan.csv")
    sequence = sequence_of(workplace, window)
    keys = {step.id: step.source_key for step in sequence.activities}
    found = {
        (keys[one.predecessor], keys[one.successor], one.kind.value, one.lag_minutes)
        for one in sequence.links
    }
    assert found == {("A1", "A2", "FS", 0), ("A1", "A3", "SS", 5), ("A2", "A3", "FS", 0)}
    assert (bring(workplace, window, text).unchanged, len(sequence.activities)) == (3, 3)


def test_clock_times_say_when_steps_began_in_truth(workplace: Workplace, window: int) -> None:
    text = (
        "ID,Task,Start,Finish,Actual start,Actual finish\n"
        "1,Down,22:00,23:30,21:55,23:40\n2,Copy,23:30,00:15,23:50,00:40\n3,Up,00:15,00:30,,\n"
        "4,Call,00:30,00:45,2026-03-29,2026-03-29 00:50\n"
    )
    bring(workplace, window, text)
    steps = {step.source_key: step for step in sequence_of(workplace, window).activities}
    actual = {key: (step.actual_start, step.actual_finish) for key, step in steps.items()}
    assert actual == {"1": (55, 160), "2": (170, 220), "3": (None, None), "4": (180, 230)}
    assert bring(workplace, window, text).unchanged == 4


def test_deadlines_are_instants_clock_times_or_whole_days(workplace: Workplace, window: int) -> None:
    text = (
        "ID,Task,Duration,Start,Must finish by\n1,Down,15m,21:00,23:30\n2,Copy,1h,21:15,2026-03-29 02:00\n"
        "3,Up,30m,22:15,2026-03-28\n4,Tell,5m,22:45,\n"
    )
    bring(workplace, window, text)
    found = [step.deadline for step in sequence_of(workplace, window).activities]
    assert found == [150, 300, 180, None]
    assert bring(workplace, window, text).unchanged == 4
