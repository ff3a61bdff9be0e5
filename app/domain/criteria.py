"""The default criteria of the two default checkpoints: what *In for test* and *Ready for production* ask."""

from __future__ import annotations

from app.domain.gates import CriterionKind, CriterionSpec
from app.domain.register import Role, Stage

IN_FOR_TEST_STATES = (
    "Ready for test",
    "In test",
    "Tested",
    "Ready for release",
    "Resolved",
    "Done",
    "Closed",
)
READY_STATES = ("Tested", "Ready for release", "Resolved", "Done", "Closed")

IN_FOR_TEST: tuple[CriterionSpec, ...] = (
    CriterionSpec(
        "build", "Build succeeded on a registered build machine", "Build", CriterionKind.BUILD_SUCCEEDED
    ),
    CriterionSpec(
        "test", "Deployed into test without issues", "Test", CriterionKind.DEPLOYED, stage=Stage.TEST
    ),
    CriterionSpec(
        "tickets",
        "Related tickets are in an allowed state",
        "Tickets",
        CriterionKind.TICKETS_IN_STATE,
        allowed_states=IN_FOR_TEST_STATES,
    ),
    CriterionSpec("date", "Deployment date is approved", "Date", CriterionKind.DATE_APPROVED),
)

READY_FOR_PRODUCTION: tuple[CriterionSpec, ...] = (
    CriterionSpec(
        "qa-deployed", "Deployed into QA without issues", "QA env", CriterionKind.DEPLOYED, stage=Stage.QA
    ),
    CriterionSpec(
        "qa",
        "QA signed off as tested",
        "QA",
        CriterionKind.ATTESTED,
        role=Role.QA_MANAGER,
        needs_evidence=True,
    ),
    CriterionSpec(
        "pre-production",
        "Promoted to pre-production without issues",
        "Pre",
        CriterionKind.DEPLOYED,
        stage=Stage.PRE_PRODUCTION,
    ),
    CriterionSpec(
        "verified",
        "Pre-production verified",
        "Verified",
        CriterionKind.ATTESTED,
        role=Role.OPERATIONS,
        needs_evidence=True,
    ),
    CriterionSpec(
        "digest",
        "Same digest in test, QA and pre-production as planned for production",
        "Digest",
        CriterionKind.SAME_DIGEST,
        stages=(Stage.TEST, Stage.QA, Stage.PRE_PRODUCTION),
    ),
    CriterionSpec(
        "tickets-final",
        "All tickets are in an allowed state",
        "Tickets",
        CriterionKind.TICKETS_IN_STATE,
        allowed_states=READY_STATES,
    ),
    CriterionSpec(
        "plans", "Backout and verification plans are present", "Plans", CriterionKind.PLANS_PRESENT
    ),
    CriterionSpec(
        "steps",
        "The sequence has its activities, each with an owner",
        "Steps",
        CriterionKind.ACTIVITIES_OWNED,
    ),
)
