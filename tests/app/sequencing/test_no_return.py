"""Points of no return, worked by hand."""

from __future__ import annotations

from app.sequencing.model import ActivityState, Link, Phase
from app.sequencing.no_return import points_of_no_return
from app.sequencing.passes import schedule
from tests.app.sequencing.worlds import network, step

PARTS = (
    # C: deploy 0-60, verify 60-90, rollback 40; D stands on C: deploy 90-150, rollback steps 20 + 15
    step("c1", 60, change_key="C", rollback_minutes=40),
    step("c2", 30, change_key="C", phase=Phase.VERIFY),
    step("d1", 60, change_key="D", rollback_minutes=999),
    step("d9", 20, change_key="D", phase=Phase.ROLLBACK),
    step("d8", 15, change_key="D", phase=Phase.ROLLBACK),
    # E stands on D: deploy 150-160, rollback 5. F stands alone and says nothing.
    step("e1", 10, change_key="E", rollback_minutes=5),
    step("f1", 10, change_key="F"),
    Link("c1", "c2"),
    Link("c2", "d1"),
    Link("d1", "e1"),
)


def test_what_stands_on_a_change_is_rolled_back_before_it() -> None:
    sequence = network(*PARTS, window=240)
    points = points_of_no_return(sequence, schedule(sequence))
    assert {key: point.minute for key, point in points.items()} == {
        "C": 240 - 40 - (20 + 15) - 5,
        "D": 240 - 35 - 5,
        "E": 240 - 5,
    }
    assert points["C"].dependants == ("D", "E")
    assert points["C"].dependants_rollback_minutes == 40
    assert points["C"].proven_at == 90
    assert not points["C"].is_past


def test_a_change_proven_after_its_point_is_past_it() -> None:
    sequence = network(*PARTS, window=165)
    points = points_of_no_return(sequence, schedule(sequence))
    assert (points["C"].minute, points["C"].is_past) == (85, True)
    assert (points["D"].minute, points["D"].is_past) == (125, True)
    assert (points["E"].minute, points["E"].is_past) == (160, False)


def test_a_dependant_deployed_before_does_not_count() -> None:
    sequence = network(
        step("c", 30, change_key="C", rollback_minutes=40, planned_start=100),
        step("d", 30, change_key="D", rollback_minutes=20),
        Link("c", "d", lag_minutes=-130),
        window=240,
    )
    points = points_of_no_return(sequence, schedule(sequence))
    assert points["C"].minute == 200


def test_a_skipped_dependant_does_not_count() -> None:
    sequence = network(
        step("c", 30, change_key="C", rollback_minutes=40),
        step("d", 30, change_key="D", rollback_minutes=20, state=ActivityState.SKIPPED),
        Link("c", "d"),
        window=240,
    )
    assert points_of_no_return(sequence, schedule(sequence))["C"].minute == 200
