"""Which timings count for a group's stretch."""

from app.sequencing.model import Phase
from app.sequencing.passes import schedule
from app.sequencing.stretch import group_timings
from tests.app.sequencing.worlds import network, step


def test_dormant_rollback_steps_count_only_alone() -> None:
    deploy = step("d", 10, change_key="C", planned_start=60)
    back = step("r", 30, change_key="C", phase=Phase.ROLLBACK)
    sequence = network(deploy, back)
    plan = schedule(sequence)
    assert group_timings(sequence, plan, ["d", "r", "gone"]) == [plan.timings["d"]]
    assert group_timings(sequence, plan, ["r"]) == [plan.timings["r"]]
    assert group_timings(sequence, plan, []) == []
