"""What is wrong with a change or a record that hangs on it, before it is stored."""

from __future__ import annotations

from datetime import datetime

from app.domain.changes import Attestation, Build, Change, Deployment, DeploymentOutcome, Ticket, Waiver
from app.domain.field_problems import (
    FieldProblem,
    digest_problems,
    name_problems,
    range_problems,
)

_LONGEST_TITLE = 20_000
_LONGEST_DOWNTIME_MINUTES = 7 * 24 * 60  # no window is longer


def change_problems(value: Change) -> list[FieldProblem]:
    """All problems of a change's own data."""
    found = name_problems(value.key, "key", "key")
    if not value.title.strip():
        found.append(FieldProblem("title", "A title is missing; type one."))
    if len(value.title) > _LONGEST_TITLE:
        found.append(
            FieldProblem(
                "title", f"A title may have {_LONGEST_TITLE:,} characters; put the rest into the description."
            )
        )
    found += range_problems("impact", value.impact, 1, 5) + range_problems(
        "likelihood", value.likelihood, 1, 5
    )
    found += range_problems(
        "expected_downtime_minutes", value.expected_downtime_minutes, 0, _LONGEST_DOWNTIME_MINUTES
    )
    found += digest_problems(value.planned_digest, "planned_digest")
    if value.is_date_approved and value.deployment_on is None:
        found.append(
            FieldProblem("is_date_approved", "There is no deployment date to approve; set it first.")
        )
    if value.created_at is not None:
        found += _instant("created_at", value.created_at)
    return found


def ticket_problems(value: Ticket) -> list[FieldProblem]:
    """All problems of a related ticket."""
    return name_problems(value.key, "key", "key")


def build_problems(value: Build) -> list[FieldProblem]:
    """All problems of a build; one that succeeded has a digest, or nothing could be compared with it."""
    found = name_problems(value.number, "number", "build number") + digest_problems(value.digest)
    if value.is_success and not value.digest:
        found.append(
            FieldProblem("digest", "A build that succeeded has a digest; give the SHA-256 of its artifact.")
        )
    if value.built_at is not None:
        found += _instant("built_at", value.built_at)
    return found


def deployment_problems(value: Deployment) -> list[FieldProblem]:
    """All problems of a deployment."""
    found = _instant("deployed_at", value.deployed_at) + digest_problems(value.digest)
    if value.outcome is DeploymentOutcome.WITH_ISSUES and not value.issues.strip():
        found.append(FieldProblem("issues", "It ended with issues; say which."))
    return found


def attestation_problems(value: Attestation) -> list[FieldProblem]:
    """All problems of a role's word on a criterion."""
    found = name_problems(value.criterion_code, "criterion_code", "criterion")
    found += name_problems(value.checkpoint_name, "checkpoint_name", "checkpoint")
    return found + _instant("attested_at", value.attested_at)


def waiver_problems(value: Waiver) -> list[FieldProblem]:
    """All problems of a waiver: it says why, and who signed."""
    found = _instant("granted_at", value.granted_at)
    if not value.reason.strip():
        found.append(FieldProblem("reason", "Say why the criterion is waived; the record keeps the reason."))
    if not value.signatures.strip():
        found.append(FieldProblem("signatures", "Nobody signed; a waiver needs its signatures."))
    return found


def _instant(field: str, moment: datetime) -> list[FieldProblem]:
    if moment.tzinfo is None:
        return [
            FieldProblem(field, "The time has no zone; give one, so that it means the same on every desk.")
        ]
    return []
