"""Conflicts of a window's changes: each kind, its reason, and who else is involved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.changes import Change, Deployment, DeploymentOutcome
from app.domain.conflicts import ConflictFacts, ConflictKind, all_conflicts, conflicts, is_in_scope, spans_of
from app.domain.exceptions import ExceptionKind, ExceptionRequest
from app.domain.register import Application, ConfigurationItem, Stage
from app.domain.windows import Checkpoint, EnvironmentBooking, Freeze, FreezeStrength, MaintenanceWindow

START = datetime(2026, 11, 28, 21, tzinfo=UTC)
HOUR = timedelta(hours=1)
WINDOW = MaintenanceWindow(
    "Weekly", START, START + 8 * HOUR, "Europe/Berlin", id=1, capacity_deployments=9, capacity_minutes=480
)
FINAL = Checkpoint("Ready", START - 35 * HOUR, START - 34 * HOUR, is_final=True)
ONE = Change("CHG-1", "a", id=1, configuration_items=(10,), applications=(100,))
TWO = Change("CHG-2", "b", id=2, configuration_items=(11,), applications=(101,))
FACTS = ConflictFacts(
    window=WINDOW,
    checkpoints=(FINAL,),
    changes=(ONE, TWO),
    spans={1: (0, 60), 2: (60, 120)},
    minutes={1: 60, 2: 60},
    items=(ConfigurationItem("DB", id=10, depends_on=(11,)), ConfigurationItem("SAN", id=11)),
    freezes=(),
    bookings=(),
    deployments={},
    stages={1: Stage.TEST, 2: Stage.PRODUCTION},
)
FREEZE = Freeze("Year end", START - HOUR, START + HOUR, "Europe/Berlin")
BOOKING = EnvironmentBooking("Load test", START, START + HOUR, "Europe/Berlin", environment_id=2)
LEDGER = (Application("Ledger", id=100, depends_on=(101,)), Application("Rates", id=101))
SOFT = replace(FREEZE, strength=FreezeStrength.WITH_SIGNATURES, id=3)


def into(freeze_id: int) -> ExceptionRequest:
    """An exception into a freeze."""
    return ExceptionRequest(1, ExceptionKind.FREEZE, 1, 1, 1, freeze_id=freeze_id)


def kinds(facts: ConflictFacts, change_id: int) -> list[ConflictKind]:
    """The kinds of a change's conflicts, as they are shown."""
    return [flag.kind for flag in all_conflicts(facts).get(change_id, ())]


def test_nothing_in_the_way_is_no_conflict() -> None:
    assert all_conflicts(FACTS) == {}
    assert conflicts(FACTS) == {}


@pytest.mark.parametrize(
    ("more", "kind", "word"),
    [
        ({"freezes": (FREEZE,)}, ConflictKind.FREEZE, "Year end"),
        (
            {"spans": {1: (0, 61), 2: (60, 120)}},
            ConflictKind.SHARED_ITEM,
            "SAN also taken by CHG-2, 23:00–23:01",
        ),
        (
            {"applications": LEDGER},
            ConflictKind.DEPENDENCY_ORDER,
            "Ledger needs Rates, which CHG-2 deploys until 00:00; this begins 22:00",
        ),
        ({"minutes": {1: 481}}, ConflictKind.OUTSIDE_WINDOW, "Needs 481 min; the window has 480 min"),
        ({"spans": {1: (470, 490), 2: (0, 1)}}, ConflictKind.OUTSIDE_WINDOW, "end 10 min after"),
        ({"spans": {1: (-5, 10), 2: (60, 61)}}, ConflictKind.OUTSIDE_WINDOW, "begin 5 min before"),
        (
            {"changes": (replace(ONE, deployment_on=date(2026, 12, 5)), TWO)},
            ConflictKind.DATE_DIFFERS,
            "Sat 5 Dec",
        ),
        ({"bookings": (BOOKING,)}, ConflictKind.ENVIRONMENT_BOOKED, "Load test"),
        (
            {"bookings": (replace(BOOKING, environment_id=1, applications=(100,)),)},
            ConflictKind.ENVIRONMENT_BOOKED,
            "Load test",
        ),
        (
            {"window": replace(WINDOW, capacity_deployments=0)},
            ConflictKind.CAPACITY,
            "2 changes for 0 deployments",
        ),
        ({"window": replace(WINDOW, capacity_minutes=59)}, ConflictKind.CAPACITY, "120 min for 59 min"),
        (
            {
                "deployments": {
                    1: (Deployment(1, 1, FINAL.cutoff_at - 3 * HOUR, DeploymentOutcome.SUCCEEDED),)
                }
            },
            ConflictKind.QA_TIME,
            "QA has 3 h of the 24 h",
        ),
        (
            {"now": FINAL.cutoff_at - 5 * HOUR},
            ConflictKind.QA_TIME,
            "not in test yet: QA has at most 5 h of the 24 h",
        ),
        ({"night": {1: ("Ann is needed twice",)}}, ConflictKind.NIGHT, "Ann is needed twice"),
        ({"overdue_actions": {100: ("INC-1: fence it",)}}, ConflictKind.OVERDUE_ACTION, "INC-1"),
        ({"spans": {2: (60, 120)}}, ConflictKind.NOT_CALCULATED, "not planned yet"),
    ],
)
def test_each_kind_says_its_reason(more: dict[str, object], kind: ConflictKind, word: str) -> None:
    facts = replace(FACTS, **more)  # type: ignore[arg-type]
    flags = [flag for flag in all_conflicts(facts)[1] if flag.kind is kind]
    assert flags
    assert flags[0].change_key == "CHG-1"
    assert word in flags[0].reason
    assert flags[0].reason in conflicts(facts)[1]


def test_others_are_named() -> None:
    facts = replace(FACTS, spans={1: (0, 61), 2: (60, 120)})
    assert all_conflicts(facts)[1][0].others == ("CHG-2",)


@pytest.mark.parametrize(
    "more",
    [
        {"freezes": (replace(FREEZE, ends_at=START),)},
        {"freezes": (replace(FREEZE, applications=(999,)),)},
        {"freezes": (replace(FREEZE, environments=(1,)),)},
        {"bookings": (replace(BOOKING, environment_id=None),)},
        {"bookings": (replace(BOOKING, environment_id=1),)},
        {"bookings": (replace(BOOKING, starts_at=START - HOUR, ends_at=START),)},
        {"applications": LEDGER, "spans": {1: (60, 120), 2: (0, 60)}},
        {"now": FINAL.cutoff_at - 24 * HOUR},
        {"now": FINAL.cutoff_at + HOUR},
        {"freezes": (SOFT,), "approved": {1: (into(3),), 2: (into(3),)}},
        {
            "window": replace(WINDOW, capacity_deployments=1),
            "approved": {2: (ExceptionRequest(2, ExceptionKind.OVER_CAPACITY, 1, 1, 1),)},
        },
    ],
)
def test_what_only_touches_is_no_conflict(more: dict[str, object]) -> None:
    assert all_conflicts(replace(FACTS, **more)) == {}  # type: ignore[arg-type]


def test_a_freeze_of_production_covers_every_change_of_a_window() -> None:
    frozen = replace(FREEZE, environments=(2,))
    assert kinds(replace(FACTS, freezes=(frozen,)), 2) == [ConflictKind.FREEZE]
    assert not is_in_scope(frozen, ONE)
    assert is_in_scope(frozen, ONE, frozenset({2}))


def test_an_exception_opens_its_own_freeze_and_no_hard_one() -> None:
    other = replace(FACTS, freezes=(SOFT,), approved={1: (into(4),)})
    hard = replace(FACTS, freezes=(replace(FREEZE, id=3),), approved={1: (into(3),)})
    for facts in (other, hard):
        assert kinds(facts, 1) == [ConflictKind.FREEZE]


def test_not_calculated_is_silent_until_the_sequence_has_begun() -> None:
    unplanned = replace(FACTS, spans={}, changes=(ONE,))
    assert kinds(unplanned, 1) == [ConflictKind.NOT_CALCULATED]
    assert conflicts(unplanned) == {}


def test_the_span_of_steps() -> None:
    assert spans_of([(10, 5), (0, 3)]) == (0, 15)
    assert spans_of([(10, 5), (None, 3)]) is None
    assert spans_of([]) is None
