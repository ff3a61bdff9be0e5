"""Incidents through the services: recorded, analysed, followed up, counted, and seen on the board."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.debts import DebtLevel
from app.domain.incidents import FollowUpAction, Incident, RootCauseAnalysis, TimelineEntry
from app.domain.rca import IncidentStanding
from app.services.audit import verify_chain
from app.services.board import board
from app.services.errors import RefusedError
from app.services.follow_up_debts import debt_badges, debts_at
from app.services.incidents.listing import list_incidents
from app.services.incidents.reading import incident_choices, read_incident
from app.services.incidents.recording import (
    conclude_analysis,
    finish_action,
    save_action,
    save_analysis,
    save_incident,
)
from tests.app.services.aftermath_world import ZONE, fail
from tests.app.services.audit_verify.signed_world import make_signed_world
from tests.app.services.board_world import World
from tests.app.services.packet_world import make_frozen_world
from tests.templates import CopyOf


@pytest.fixture
def world(copy_of: CopyOf) -> World:
    """The small organisation with a frozen checkpoint, on each engine."""
    return copy_of(make_frozen_world)


def analysis(world: World, incident: Incident) -> RootCauseAnalysis:
    """A whole analysis, stored."""
    late = TimelineEntry(incident.started_at + timedelta(hours=1), "Restarted")
    told = (late, TimelineEntry(incident.started_at, "It rang"))
    whole = RootCauseAnalysis(incident.id or 0, told, ("queue full", " ", "no alarm"), ("night",), "No alarm")
    return save_analysis(world.workplace, whole).value


def test_from_outage_to_closed_actions(world: World) -> None:
    incident = fail(world, hours=None)
    assert list_incidents(world.workplace).rows[0].standing is IncidentStanding.LASTING
    ended = save_incident(world.workplace, replace(incident, ended_at=world.clock.now)).value
    assert ended.rca_due_at == world.clock.now + timedelta(days=7)
    with pytest.raises(RefusedError, match="begin with the timeline"):
        conclude_analysis(world.workplace, ended.id or 0)
    stored = analysis(world, ended)
    assert [entry.text for entry in stored.timeline] == ["It rang", "Restarted"]
    assert stored.whys == ("queue full", "no alarm")
    with pytest.raises(RefusedError, match="No action follows"):
        conclude_analysis(world.workplace, ended.id or 0)
    day = date(2026, 12, 1)
    with pytest.raises(RefusedError, match="done by nobody"):
        save_action(world.workplace, FollowUpAction(ended.id or 0, "Alarm", day))
    action = save_action(
        world.workplace, FollowUpAction(ended.id or 0, "Alarm", day, world.people[0].id)
    ).value
    conclude_analysis(world.workplace, ended.id or 0)
    assert list_incidents(world.workplace).rows[0].standing is IncidentStanding.ACTIONS_OPEN
    with pytest.raises(RefusedError, match="what it says stays"):
        save_analysis(world.workplace, replace(stored, root_cause="another"))
    finish_action(world.workplace, action, "rings now")
    row = list_incidents(world.workplace).rows[0]
    assert (row.standing, row.level, row.is_open) == (IncidentStanding.CLOSED, DebtLevel.SETTLED, False)
    assert debt_badges(world.workplace)["incidents"] == 0
    assert verify_chain(world.workplace).is_ok


def test_who_signed_an_approved_exception_let_it_through(copy_of: CopyOf) -> None:
    signed = copy_of(make_signed_world)
    started = signed.clock.now
    new = Incident("INC-1", "Down", started, ZONE, change_id=signed.change.id)
    incident = save_incident(signed.workplace, new).value
    passed = read_incident(signed.workplace, incident.id or 0).passed
    approved = [(one.who, one.role, one.what) for one in passed if one.meaning == "approved"]
    what = "the exception late at a checkpoint"
    assert approved == [("Quinn Abara", "qa_manager", what), ("Bea Lindt", "business_owner", what)]


def test_the_change_and_what_let_it_through_are_shown(world: World) -> None:
    change = world.changes[2]
    incident = save_incident(world.workplace, replace(fail(world), change_id=change.id)).value
    view = read_incident(world.workplace, incident.id or 0)
    assert {gate.checkpoint_name for gate in view.gates} == {"In for test"}
    assert [(one.who, one.role, one.meaning) for one in view.passed] == [
        ("Quinn Abara", "qa_manager", "attested")
    ]
    assert view.steps[0].startswith("Step")
    assert list_incidents(world.workplace).rows[0].change_key == change.key
    assert change.key in {key for _, key, _ in incident_choices(world.workplace).changes}


def test_overdue_actions_show_on_the_applications_next_gate(world: World) -> None:
    incident = fail(world)
    yesterday = world.clock.now.date() - timedelta(days=1)
    action = FollowUpAction(incident.id or 0, "Ring earlier", yesterday, world.people[0].id)
    stored = save_action(world.workplace, action).value

    def flagged() -> set[str]:
        cards = board(world.workplace, world.window_id).cards
        return {card.key for card in cards for reason in card.conflicts if "Ring earlier" in reason}

    in_flow = {one.key for one in world.changes if world.applications[0].id in one.applications}
    assert flagged() == in_flow
    with world.workplace.read() as connection:
        kinds = [debt.kind for debt in debts_at(connection, world.clock.now)]
    assert kinds == ["follow-up action", "root cause analysis"]
    finish_action(world.workplace, stored)
    assert flagged() == set()


def test_downtime_counts_overlaps_once_and_splits_months(world: World) -> None:
    fail(world, hours_ago=3, hours=2)
    fail(world, hours_ago=2.5, hours=1)
    uncounted = fail(world, hours_ago=1, hours=1)
    save_incident(world.workplace, replace(uncounted, counts_as_downtime=False))
    found = list_incidents(world.workplace)
    (row,) = found.of_month(found.this_month)
    assert (row.application, row.downtime.downtime_minutes) == ("Payments ledger", 120)
    assert row.downtime.allowed_minutes == world.applications[0].allowed_downtime_minutes


@pytest.mark.parametrize(
    ("hours", "length", "words"), [(-1, 1, "in the future"), (2, -1, "ends before it starts")]
)
def test_impossible_times_are_refused(world: World, hours: float, length: float, words: str) -> None:
    start = world.clock.now - timedelta(hours=hours)
    with pytest.raises(RefusedError, match=words):
        save_incident(
            world.workplace, Incident("", "Down", start, ZONE, ended_at=start + timedelta(hours=length))
        )
