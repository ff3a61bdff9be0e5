"""What the demo tells of the days after its nights: every state of a fix, a detection and an incident."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from app.domain.debts import DebtLevel
from app.domain.rca import IncidentStanding
from app.domain.reconciliation import Settled, Standing
from app.services.board import board
from app.services.demo.month import DemoResult, make_demo
from app.services.fixes.listing import list_fixes
from app.services.incidents.listing import list_incidents
from app.services.reconciliation.listing import list_detected
from app.services.workplace import Workplace, open_workplace

pytestmark = pytest.mark.slow

MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workplace, DemoResult]]:
    """The demo of a Monday."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    workplace = open_workplace(f"sqlite:///{path}", "demo", lambda: MONDAY)
    yield workplace, make_demo(workplace, 7, with_packets=False)
    workplace.close()


def test_fixes_stand_at_every_level(demo: tuple[Workplace, DemoResult]) -> None:
    rows = list_fixes(demo[0]).rows
    assert {row.level for row in rows} == set(DebtLevel)
    assert any(row.change_key for row in rows)
    assert all(row.fix.entered_at <= MONDAY for row in rows)


def test_detections_stand_in_every_class(demo: tuple[Workplace, DemoResult]) -> None:
    rows = list_detected(demo[0]).rows
    assert {row.standing for row in rows} == set(Standing)
    assert {Settled.OPEN, Settled.MATCHED, Settled.EXPLAINED} <= {row.sighting.settled for row in rows}
    assert all(row.first.detected_at <= MONDAY for row in rows)


def test_incidents_are_in_every_state(demo: tuple[Workplace, DemoResult]) -> None:
    rows = list_incidents(demo[0]).rows
    assert {row.standing for row in rows} == set(IncidentStanding) - {IncidentStanding.NOT_ASKED}
    assert any(row.change_key for row in rows)


def test_an_overdue_action_stands_at_a_coming_gate(demo: tuple[Workplace, DemoResult]) -> None:
    workplace, made = demo
    reasons = [reason for card in board(workplace, made.next_window_id).cards for reason in card.conflicts]
    assert any(reason.startswith("Overdue since") for reason in reasons)
