"""Every editable record: sound ones have no problem, unsound ones all of theirs, each beside its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from app.domain.changes import Attestation, Build, Change, Deployment, DeploymentOutcome, Ticket, Waiver
from app.domain.criteria import IN_FOR_TEST, READY_FOR_PRODUCTION
from app.domain.gates import CriterionKind, CriterionSpec
from app.domain.register import (
    Absence,
    Application,
    BuildMachine,
    ConfigurationItem,
    Environment,
    Person,
    Role,
    Stage,
    Team,
)
from app.domain.schedule import default_checkpoints
from app.domain.validation import problems
from app.domain.windows import (
    Checkpoint,
    EnvironmentBooking,
    Freeze,
    MaintenanceWindow,
    WindowSeries,
)

AT = datetime(2026, 11, 28, 21, tzinfo=UTC)
BARE = AT.replace(tzinfo=None)
LATER = AT + timedelta(hours=8)
DIGEST = "a" * 64
SERIES = WindowSeries(
    "Weekly",
    "FREQ=WEEKLY;BYDAY=SA",
    date(2026, 1, 3),
    time(22),
    time(6),
    "Europe/Berlin",
    checkpoints=default_checkpoints(),
)
RULE = SERIES.checkpoints[0]
WINDOW = MaintenanceWindow("Weekly", AT, LATER, "Europe/Berlin")
CHANGE = Change("CHG-1", "Title")
BUILD = Build(1, "412", digest=DIGEST, is_success=True, built_at=AT)
PERSON = Person("Q. Abara", email="q@example.org", zone_name="Europe/Berlin")
SOUND: list[Any] = [
    SERIES,
    RULE,
    WINDOW,
    CHANGE,
    BUILD,
    PERSON,
    Team("Platform"),
    Environment("QA", Stage.QA),
    BuildMachine("ci-1"),
    Application("Ledger"),
    ConfigurationItem("DB"),
    Checkpoint("In for test", AT, LATER, IN_FOR_TEST + READY_FOR_PRODUCTION),
    Freeze("Year end", AT, LATER, "UTC"),
    EnvironmentBooking("Load test", AT, LATER, "UTC"),
    Ticket(1, "A-1"),
    Deployment(1, 1, AT, DeploymentOutcome.SUCCEEDED, digest=DIGEST),
    Attestation(1, "qa", "Ready", True, Role.QA_MANAGER, 1, AT),
    Waiver(1, "Ready", "qa", "Agreed", "Q. Abara", AT),
]


@pytest.mark.parametrize("value", SOUND, ids=lambda value: type(value).__name__)
def test_a_sound_record_has_no_problem(value: Any) -> None:
    assert problems(value) == []


def test_what_no_rule_knows_does_not_pass_as_sound() -> None:
    with pytest.raises(KeyError):
        problems("text")


@pytest.mark.parametrize(
    ("value", "changed", "fields"),
    [
        (
            Application("A"),
            {"name": " ", "tier": 5, "allowed_downtime_minutes": -1},
            ["name", "tier", "allowed_downtime_minutes"],
        ),
        (Application("A"), {"id": 3, "depends_on": (3,)}, ["depends_on"]),
        (Application("A"), {"name": "x" * 201}, ["name"]),
        (ConfigurationItem("C"), {"capacity": 0, "id": 3, "depends_on": (3,)}, ["capacity", "depends_on"]),
        (PERSON, {"zone_name": "Mars/Olympus", "work_days": (0, 8)}, ["zone_name", "work_days"]),
        (PERSON, {"email": "q@example.org\nBcc: x@example.org"}, ["email"]),
        (PERSON, {"email": "@"}, ["email"]),
        (PERSON, {"work_until": time(9)}, ["work_until"]),
        (PERSON, {"absences": (Absence(date(2026, 2, 2), date(2026, 2, 1)),)}, ["absences"]),
        (
            SERIES,
            {"rule": "nonsense", "zone_name": "", "capacity_minutes": -1},
            ["zone_name", "rule", "capacity_minutes"],
        ),
        (SERIES, {"checkpoints": (RULE, RULE)}, ["checkpoints"]),
        (
            SERIES,
            {"checkpoints": (replace(RULE, is_final=True), replace(RULE, name="B", is_final=True))},
            ["checkpoints"],
        ),
        (RULE, {"days_before": -1, "meeting": time(11)}, ["days_before", "meeting"]),
        (RULE, {"criteria": (IN_FOR_TEST[0], IN_FOR_TEST[0])}, ["criteria"]),
        (RULE, {"criteria": (CriterionSpec("a", "A", "A", CriterionKind.SAME_DIGEST),)}, ["criteria"]),
        (RULE, {"criteria": (CriterionSpec("a", "A", "A", CriterionKind.TICKETS_IN_STATE),)}, ["criteria"]),
        (WINDOW, {"ends_at": AT, "title": ""}, ["title", "ends_at"]),
        (WINDOW, {"starts_at": BARE}, ["starts_at"]),
        (WINDOW, {"ends_at": AT + timedelta(days=8)}, ["ends_at"]),
        (Freeze("F", AT, LATER, "UTC"), {"ends_at": AT, "zone_name": "x"}, ["zone_name", "ends_at"]),
        (
            CHANGE,
            {"key": "", "title": " ", "impact": 0, "likelihood": 6},
            ["key", "title", "impact", "likelihood"],
        ),
        (
            CHANGE,
            {"expected_downtime_minutes": -1, "planned_digest": "A" * 64},
            ["expected_downtime_minutes", "planned_digest"],
        ),
        (CHANGE, {"is_date_approved": True}, ["is_date_approved"]),
        (CHANGE, {"created_at": BARE}, ["created_at"]),
        (BUILD, {"digest": "a" * 63, "number": ""}, ["number", "digest"]),
        (BUILD, {"digest": "", "built_at": BARE}, ["digest", "built_at"]),
        (SOUND[15], {"deployed_at": BARE, "digest": "z" * 64}, ["deployed_at", "digest"]),
        (SOUND[15], {"outcome": DeploymentOutcome.WITH_ISSUES}, ["issues"]),
        (SOUND[17], {"reason": "", "signatures": " "}, ["reason", "signatures"]),
        (SOUND[11], {"meeting_at": AT - timedelta(hours=1)}, ["meeting_at"]),
    ],
)
def test_all_problems_are_said_beside_their_field(
    value: Any, changed: dict[str, Any], fields: list[str]
) -> None:
    found = problems(replace(value, **changed))
    assert [one.field for one in found] == fields
    assert all(one.message.endswith(".") for one in found)
