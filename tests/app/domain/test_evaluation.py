"""Each criterion: met, not met with why, waived, and never met on missing data."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.changes import (
    Attestation,
    Build,
    Change,
    Deployment,
    DeploymentOutcome,
    Ticket,
    Waiver,
)
from app.domain.evaluation import Facts, applies, evaluate, gate
from app.domain.gates import CriterionKind, CriterionSpec, GateResult
from app.domain.register import Role, Stage
from app.domain.risk import RiskFacts, risk_of
from app.domain.windows import Checkpoint

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
GOOD, OTHER = "a" * 64, "b" * 64
NOTHING = Facts(Change("CHG-1", "t"), (), (), (), (), (), (), {1: Stage.TEST, 2: Stage.QA}, frozenset({7}))
MET, NOT_MET, UNKNOWN = GateResult.MET, GateResult.NOT_MET, GateResult.NOT_EVALUATED


def spec(kind: CriterionKind, **more: Any) -> CriterionSpec:
    """A criterion of a kind."""
    return CriterionSpec("code", "Label", "Short", kind, **more)


def deployed(environment: int, outcome: str = "succeeded", digest: str = GOOD) -> Deployment:
    """A deployment into an environment."""
    return Deployment(1, environment, AT, DeploymentOutcome(outcome), digest=digest)


def said(is_met: bool, evidence: str = "Run 1", role: Role = Role.QA_MANAGER) -> Attestation:
    """A role's word."""
    return Attestation(1, "code", "Gate", is_met, role, 1, AT, evidence)


BUILD = spec(CriterionKind.BUILD_SUCCEEDED)
TEST = spec(CriterionKind.DEPLOYED, stage=Stage.TEST)
DIGEST = spec(CriterionKind.SAME_DIGEST, stages=(Stage.TEST, Stage.QA))
TICKETS = spec(CriterionKind.TICKETS_IN_STATE, allowed_states=("Done",))
DATE, PLANS, STEPS = (
    spec(kind)
    for kind in (CriterionKind.DATE_APPROVED, CriterionKind.PLANS_PRESENT, CriterionKind.ACTIVITIES_OWNED)
)
WORD = spec(CriterionKind.ATTESTED, role=Role.QA_MANAGER, needs_evidence=True)
PLANNED = replace(NOTHING.change, planned_digest=GOOD)
DAY = date(2026, 11, 28)
CASES: list[tuple[CriterionSpec, dict[str, Any], GateResult, str]] = [
    (BUILD, {}, UNKNOWN, "No build"),
    (BUILD, {"builds": (Build(1, "9", machine_id=7, is_success=True),)}, MET, ""),
    (BUILD, {"builds": (Build(1, "9", machine_id=7, is_success=False),)}, NOT_MET, "failed"),
    (BUILD, {"builds": (Build(1, "9", machine_id=8, is_success=True),)}, NOT_MET, "not registered"),
    (BUILD, {"builds": (Build(1, "9", machine_name="pc", is_success=True),)}, NOT_MET, "pc"),
    (TEST, {}, UNKNOWN, "No deployment into test"),
    (TEST, {"deployments": (deployed(2),)}, UNKNOWN, "No deployment into test"),
    (TEST, {"deployments": (deployed(1),)}, MET, ""),
    (TEST, {"deployments": (deployed(1), deployed(1, "failed"))}, NOT_MET, "failed"),
    (TEST, {"deployments": (deployed(1, "with_issues"),)}, NOT_MET, "with issues"),
    (DIGEST, {"change": PLANNED}, UNKNOWN, "No digest is known from test"),
    (DIGEST, {"deployments": (deployed(1), deployed(2))}, UNKNOWN, "No digest is planned"),
    (DIGEST, {"change": PLANNED, "deployments": (deployed(1), deployed(2))}, MET, ""),
    (
        DIGEST,
        {"change": PLANNED, "deployments": (deployed(1), deployed(2, digest=OTHER))},
        NOT_MET,
        "QA has bbbb",
    ),
    (TICKETS, {}, UNKNOWN, "No related ticket"),
    (TICKETS, {"tickets": (Ticket(1, "A-1", state="done"),)}, MET, ""),
    (TICKETS, {"tickets": (Ticket(1, "A-1", state="Open"),)}, NOT_MET, "A-1 is Open"),
    (DATE, {}, UNKNOWN, "No deployment date"),
    (DATE, {"change": replace(PLANNED, deployment_on=DAY)}, NOT_MET, "not approved"),
    (DATE, {"change": replace(PLANNED, deployment_on=DAY, is_date_approved=True)}, MET, ""),
    (PLANS, {}, NOT_MET, "no backout plan and no verification plan"),
    (PLANS, {"change": replace(PLANNED, backout_plan="x", verification_plan="y")}, MET, ""),
    (STEPS, {}, UNKNOWN, "no step"),
    (STEPS, {"steps": (("Stop", True), ("Start", False))}, NOT_MET, "Start"),
    (STEPS, {"steps": (("Stop", True),)}, MET, ""),
    (WORD, {}, UNKNOWN, "has not attested"),
    (WORD, {"attestations": (said(True),)}, MET, ""),
    (WORD, {"attestations": (said(True), said(False))}, NOT_MET, "not met"),
    (WORD, {"attestations": (said(True, " "),)}, NOT_MET, "no evidence"),
    (WORD, {"attestations": (said(True, role=Role.OPERATIONS),)}, NOT_MET, "another role"),
]


@pytest.mark.parametrize(("criterion", "facts", "result", "why"), CASES)
def test_criterion(criterion: CriterionSpec, facts: dict[str, Any], result: GateResult, why: str) -> None:
    """The result and the reason for it."""
    found = gate("Gate", criterion, replace(NOTHING, **facts))
    assert found.result is result
    assert why in found.why


def test_who_attested_is_named_as_the_role_is() -> None:
    found = gate("Gate", WORD, replace(NOTHING, attestations=(said(True),)))
    assert found.evidence.startswith("QA manager, ")


@pytest.mark.parametrize("kind", list(CriterionKind))
def test_nothing_on_record_is_never_met(kind: CriterionKind) -> None:
    """Missing data does not pass, whatever is asked."""
    asked = spec(kind, stage=Stage.TEST, stages=(Stage.TEST,), allowed_states=("Done",), role=Role.QA_MANAGER)
    assert gate("Gate", asked, NOTHING).result in (NOT_MET, UNKNOWN)


def test_a_waiver_stands_only_for_its_own_criterion_and_only_where_it_is_needed() -> None:
    """Waived says what it would be otherwise; what is met stays met."""
    waiver = Waiver(1, "Gate", "code", "Agreed", "Q. Abara, O. Dahl", AT)
    waived = gate("Gate", BUILD, replace(NOTHING, waivers=(waiver,)))
    assert waived.result is GateResult.WAIVED
    assert "No build" in waived.why
    assert "Q. Abara" in waived.evidence
    assert gate("Other", BUILD, replace(NOTHING, waivers=(waiver,))).result is UNKNOWN
    built = (Build(1, "9", machine_id=7, is_success=True),)
    assert gate("Gate", BUILD, replace(NOTHING, waivers=(waiver,), builds=built)).result is MET


SPECS = st.builds(
    CriterionSpec,
    code=st.just("code"),
    label=st.just("Label"),
    short=st.just("Short"),
    kind=st.sampled_from(CriterionKind),
    stage=st.none() | st.sampled_from(Stage),
    stages=st.lists(st.sampled_from(Stage), max_size=4).map(tuple),
    allowed_states=st.lists(st.sampled_from(("", "Done")), max_size=2).map(tuple),
    role=st.none() | st.sampled_from(Role),
    needs_evidence=st.booleans(),
)


@given(asked=SPECS, digest=st.sampled_from(("", GOOD)), outcome=st.sampled_from(DeploymentOutcome))
def test_never_met_on_missing_data(asked: CriterionSpec, digest: str, outcome: DeploymentOutcome) -> None:
    """Without records, or with records that say nothing (no digest, no state, unknown environment)."""
    bare = replace(NOTHING, change=replace(NOTHING.change, planned_digest=digest))
    empty = replace(
        bare,
        tickets=(Ticket(1, "A-1"),),
        builds=(Build(1, "9", is_success=True),),
        deployments=(Deployment(1, 99, AT, outcome, digest=GOOD),),
        steps=(("Stop", False),),
    )
    for facts in (bare, empty):
        assert gate("Gate", asked, facts).result in (NOT_MET, UNKNOWN)


def test_the_wrong_build_is_named_even_before_a_digest_is_planned() -> None:
    """Two environments that differ are not met; a digest that was rolled back again is not known."""
    differing = replace(NOTHING, deployments=(deployed(1), deployed(2, digest=OTHER)))
    found = gate("Gate", DIGEST, differing)
    assert (found.result, found.why) == (
        NOT_MET,
        "test has aaaaaaaaaaaa, QA has bbbbbbbbbbbb: another build was tested.",
    )
    undone = replace(NOTHING, change=PLANNED, deployments=(deployed(1), deployed(2, "rolled_back")))
    assert gate("Gate", DIGEST, undone).result is UNKNOWN


def test_a_waiver_that_nobody_signed_waives_nothing() -> None:
    """Signatures are what makes it one."""
    waiver = Waiver(1, "Gate", "code", "Agreed", " ", AT)
    assert gate("Gate", BUILD, replace(NOTHING, waivers=(waiver,))).result is UNKNOWN


def test_evaluating_at_an_instant_leaves_out_what_came_later() -> None:
    """A deployment after the cutoff, and criteria of other kinds, do not count."""
    point = Checkpoint("Gate", AT, AT, (TEST, replace(BUILD, only_kinds=("network",))))
    facts = replace(NOTHING, deployments=(deployed(1),))
    assert [one.result for one in evaluate(facts, point, AT)] == [MET]
    assert [one.result for one in evaluate(facts, point, AT - timedelta(seconds=1))] == [UNKNOWN]


def test_a_criterion_may_ask_only_some_kinds() -> None:
    """A network change has no build to succeed."""
    asked = replace(BUILD, only_kinds=("application",))
    assert applies(asked, NOTHING.change)
    assert not applies(replace(asked, only_kinds=("network",)), NOTHING.change)


@pytest.mark.parametrize(
    ("facts", "level", "score"),
    [
        (RiskFacts(1, 1), "Low", 1),
        (RiskFacts(2, 3), "Medium", 6),
        (RiskFacts(4, 3), "High", 12),
        (RiskFacts(3, 3, tiers=(("Ledger", 1),)), "High", 12),
        (RiskFacts(3, 1, failures=(("Ledger", 1, 4),)), "Medium", 6),
        (RiskFacts(3, 1, failures=(("Ledger", 1, 2),)), "Low", 3),
        (RiskFacts(5, 5, is_emergency=True, is_late=True), "Critical", 25),
        (RiskFacts(3, 3, rollback_minutes=90, slack_minutes=60), "Medium", 11),
        (RiskFacts(3, 3, rollback_minutes=60, slack_minutes=60), "Medium", 9),
    ],
)
def test_risk_is_raised_by_facts_and_says_them(facts: RiskFacts, level: str, score: int) -> None:
    """Level, score, and a reason for every raise."""
    risk = risk_of(facts)
    assert (risk.level, risk.score) == (level, score)
    assert risk.reasons[0].startswith("impact")
