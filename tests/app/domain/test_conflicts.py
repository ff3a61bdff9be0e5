"""Every flag of a change on the board with its reason, and none where nothing stands in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.domain.changes import Change, Deployment, DeploymentOutcome
from app.domain.conflict_facts import ConflictFacts
from app.domain.conflicts import conflicts, spans_of
from app.domain.register import Application, ConfigurationItem, Stage
from app.domain.windows import Checkpoint, EnvironmentBooking, Freeze, MaintenanceWindow

STARTS_AT = datetime(2026, 11, 28, 21, tzinfo=UTC)
ENDS_AT = STARTS_AT + timedelta(hours=8)
WINDOW = MaintenanceWindow("Weekly window", STARTS_AT, ENDS_AT, "Europe/Berlin", capacity_minutes=960)
FIRST = Change("CHG-1", "First", id=1, applications=(1,), configuration_items=(10,))
SECOND = Change("CHG-2", "Second", id=2, applications=(2,), configuration_items=(11,))
CLUSTER, DATABASE = ConfigurationItem("DB cluster 2", id=10), ConfigurationItem("Orders database", id=11)
FINAL = Checkpoint("Ready", STARTS_AT - timedelta(days=1), STARTS_AT, is_final=True)
FACTS = ConflictFacts(
    WINDOW, (FINAL,), (FIRST, SECOND), {1: (0, 60), 2: (30, 90)}, {1: 60, 2: 60}, (CLUSTER, DATABASE),
    (), (), {}, {1: Stage.TEST, 4: Stage.PRODUCTION},
)  # fmt: skip
FREEZE = Freeze("Year end", STARTS_AT, ENDS_AT, "Europe/Berlin", applications=(1,))
BOOKING = EnvironmentBooking("Load test", STARTS_AT, ENDS_AT, "UTC", environment_id=1, applications=(1,))
LATE = Deployment(1, 1, FINAL.cutoff_at - timedelta(hours=5), DeploymentOutcome.SUCCEEDED)
SAME = (FIRST, replace(SECOND, configuration_items=(10,)))
STANDS_ON = (CLUSTER, replace(DATABASE, depends_on=(10,)))
NEEDS = (Application("Portal", id=1, depends_on=(2,)), Application("Ledger", id=2))

CASES: list[tuple[str, dict[str, Any], dict[int, str]]] = [
    ("nothing", {}, {}),
    ("same item", {"changes": SAME}, {1: "also taken by CHG-2, 22:30–23:00", 2: "also taken by CHG-1"}),
    ("an item it depends on", {"items": STANDS_ON}, {2: "DB cluster 2 also taken by CHG-1"}),
    ("same item one after the other", {"changes": SAME, "spans": {1: (0, 60), 2: (60, 90)}}, {}),
    ("freeze", {"freezes": (FREEZE,)}, {1: "Freeze 'Year end'"}),
    ("freeze of all", {"freezes": (replace(FREEZE, applications=()),)}, {1: "Freeze", 2: "Freeze"}),
    ("freeze that is over", {"freezes": (replace(FREEZE, ends_at=STARTS_AT),)}, {}),
    ("booking", {"bookings": (BOOKING,)}, {1: "Environment booked: Load test"}),
    ("long-range work", {"bookings": (replace(BOOKING, environment_id=None),)}, {}),
    ("places", {"window": replace(WINDOW, capacity_deployments=1)}, {2: "2 changes for 1 deployments"}),
    ("minutes", {"window": replace(WINDOW, capacity_minutes=100)}, {2: "120 min for 100 min"}),
    ("too long", {"minutes": {1: 481, 2: 60}}, {1: "Needs 481 min; the window has 480 min"}),
    ("ends late", {"spans": {1: (450, 500), 2: (0, 9)}}, {1: "end 20 min after the window"}),
    ("little QA time", {"deployments": {1: (LATE,)}}, {1: "QA has 5 h of the 24 h"}),
    ("enough QA time", {"deployments": {1: (replace(LATE, deployed_at=STARTS_AT - timedelta(3)),)}}, {}),
    ("not calculated", {"spans": {1: (0, 60), 2: None}}, {2: "Not calculated"}),
    ("no sequence yet", {"spans": {}}, {}),
    ("wrong order", {"applications": NEEDS}, {1: "Portal needs Ledger, which CHG-2 deploys until 23:30"}),
    ("right order", {"applications": NEEDS, "spans": {1: (90, 99), 2: (30, 90)}}, {}),
]


@pytest.mark.parametrize(("facts", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_flags(facts: dict[str, Any], expected: dict[int, str]) -> None:
    """Exactly the changes concerned carry one flag, with its reason."""
    found = conflicts(replace(FACTS, **facts))
    assert set(found) == set(expected)
    for change_id, text in expected.items():
        assert len(found[change_id]) == 1
        assert text in found[change_id][0]


@pytest.mark.parametrize(
    ("steps", "span"),
    [([], None), ([(None, 5)], None), ([(10, 5), (None, 5)], None), ([(10, 5), (0, 3)], (0, 15))],
)
def test_a_span_is_known_once_all_steps_are_planned(
    steps: list[tuple[int | None, int]], span: tuple[int, int] | None
) -> None:
    """First start to last end."""
    assert spans_of(steps) == span
