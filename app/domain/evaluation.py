"""Decides one criterion for one change from its records; missing data is never shown as met."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.changes import Attestation, Build, Change, Deployment, DeploymentOutcome, Ticket, Waiver
from app.domain.gates import CriterionKind, CriterionSpec, Gate, GateResult
from app.domain.register import Stage

MET, NOT_MET, UNKNOWN = GateResult.MET, GateResult.NOT_MET, GateResult.NOT_EVALUATED
Answer = tuple[GateResult, str, str]
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Facts:
    """What is on record about one change; sequences run oldest first. `steps` holds (title, is owned)."""

    change: Change
    tickets: tuple[Ticket, ...]
    builds: tuple[Build, ...]
    deployments: tuple[Deployment, ...]
    attestations: tuple[Attestation, ...]
    waivers: tuple[Waiver, ...]
    steps: tuple[tuple[str, bool], ...]
    stages: dict[int, Stage]
    machines: frozenset[int]


def applies(spec: CriterionSpec, change: Change) -> bool:
    """Whether a criterion asks anything of this kind of change."""
    return not spec.only_kinds or change.kind.value in spec.only_kinds


def gate(checkpoint: str, spec: CriterionSpec, facts: Facts) -> Gate:
    """The result of a criterion, with why and on what evidence; a waiver stands where it is not met."""
    result, why, evidence = _RULES[spec.kind](checkpoint, spec, facts)
    if result is not MET:
        for waiver in facts.waivers:
            if waiver.checkpoint_name == checkpoint and waiver.criterion_code == spec.code:
                text = f"{waiver.reason} (otherwise: {why})"
                result, why, evidence = GateResult.WAIVED, text, f"Signed: {waiver.signatures}"
    return Gate(checkpoint, spec.code, spec.label, spec.short, result, why, evidence)


def _build(_name: str, _spec: CriterionSpec, facts: Facts) -> Answer:
    if not facts.builds:
        return UNKNOWN, "No build is recorded.", ""
    newest = facts.builds[-1]
    if not newest.is_success:
        return NOT_MET, f"Build {newest.number} failed.", ""
    if newest.machine_id not in facts.machines:
        name = newest.machine_name or "an unknown machine"
        return NOT_MET, f"Build {newest.number} comes from {name}, which is not registered.", ""
    return MET, "", f"Build {newest.number}" + (f", {newest.digest[:_SHOWN]}" if newest.digest else "")


def _newest_in(stage: Stage | None, facts: Facts) -> Deployment | None:
    found = [one for one in facts.deployments if facts.stages.get(one.environment_id) == stage]
    return found[-1] if found else None


def _deployed(_name: str, spec: CriterionSpec, facts: Facts) -> Answer:
    where = _word(spec.stage)
    newest = _newest_in(spec.stage, facts)
    if newest is None:
        return UNKNOWN, f"No deployment into {where} is recorded.", ""
    when = f"{newest.deployed_at:%Y-%m-%d %H:%M} UTC"
    if newest.outcome is not DeploymentOutcome.SUCCEEDED:
        outcome = newest.outcome.value.replace("_", " ")
        return NOT_MET, f"The deployment into {where} of {when} ended {outcome}. {newest.issues}".strip(), ""
    return (
        MET,
        "",
        f"Deployed into {where} {when}" + (f" by {newest.deployed_by}" if newest.deployed_by else ""),
    )


def _same_digest(_name: str, spec: CriterionSpec, facts: Facts) -> Answer:
    planned = facts.change.planned_digest
    seen: dict[str, str] = {}
    for stage in spec.stages:
        if stage is Stage.PRODUCTION:
            continue
        newest = _newest_in(stage, facts)
        if newest is None or not newest.digest:
            return UNKNOWN, f"No digest is known from {_word(stage)}.", ""
        seen[_word(stage)] = newest.digest
    if not planned:
        return UNKNOWN, "No digest is planned for production.", ""
    wrong = [f"{where} has {digest[:_SHOWN]}" for where, digest in seen.items() if digest != planned]
    if wrong:
        return NOT_MET, f"{', '.join(wrong)}; production is to get {planned[:_SHOWN]}.", ""
    return MET, "", f"{planned[:_SHOWN]} in {', '.join(seen)}"


def _tickets(_name: str, spec: CriterionSpec, facts: Facts) -> Answer:
    if not facts.tickets:
        return UNKNOWN, "No related ticket is recorded.", ""
    allowed = {state.casefold() for state in spec.allowed_states}
    wrong = [
        f"{one.key} is {one.state or 'without a state'}"
        for one in facts.tickets
        if one.state.casefold() not in allowed
    ]
    if wrong:
        return NOT_MET, f"{', '.join(wrong)}; allowed: {', '.join(spec.allowed_states)}.", ""
    return MET, "", ", ".join(f"{one.key} {one.state}" for one in facts.tickets)


def _date(_name: str, _spec: CriterionSpec, facts: Facts) -> Answer:
    day = facts.change.deployment_on
    if day is None:
        return UNKNOWN, "No deployment date is set.", ""
    if not facts.change.is_date_approved:
        return NOT_MET, f"The deployment date {day.isoformat()} is not approved.", ""
    return MET, "", day.isoformat()


def _plans(_name: str, _spec: CriterionSpec, facts: Facts) -> Answer:
    plans = {"backout plan": facts.change.backout_plan, "verification plan": facts.change.verification_plan}
    missing = [name for name, text in plans.items() if not text.strip()]
    if missing:
        return NOT_MET, f"There is no {' and no '.join(missing)}.", ""
    return MET, "", "Backout and verification plans"


def _activities(_name: str, _spec: CriterionSpec, facts: Facts) -> Answer:
    if not facts.steps:
        return UNKNOWN, "The sequence has no step of this change.", ""
    orphans = [title for title, is_owned in facts.steps if not is_owned]
    if orphans:
        return NOT_MET, f"Nobody is named for: {', '.join(orphans[:3])}.", ""
    return MET, "", f"{len(facts.steps)} steps, each with an owner"


def _attested(name: str, spec: CriterionSpec, facts: Facts) -> Answer:
    said = [
        one for one in facts.attestations if one.criterion_code == spec.code and one.checkpoint_name == name
    ]
    role = (spec.role or "").replace("_", " ")
    if not said:
        return UNKNOWN, f"The {role} has not attested it.", ""
    newest = said[-1]
    when = f"{newest.attested_at:%Y-%m-%d %H:%M} UTC"
    if newest.role is not spec.role:
        return NOT_MET, f"It was attested by another role than the {role}.", ""
    if not newest.is_met:
        return NOT_MET, f"The {role} says it is not met ({when}). {newest.evidence}".strip(), ""
    if spec.needs_evidence and not newest.evidence.strip():
        return NOT_MET, f"The {role}'s word of {when} carries no evidence.", ""
    return MET, "", f"{role.capitalize()}, {when}. {newest.evidence}".strip()


def _word(stage: Stage | None) -> str:
    return {"qa": "QA", "pre_production": "pre-production"}.get(stage or "", stage or "an environment")


_RULES = {
    CriterionKind.BUILD_SUCCEEDED: _build,
    CriterionKind.DEPLOYED: _deployed,
    CriterionKind.SAME_DIGEST: _same_digest,
    CriterionKind.TICKETS_IN_STATE: _tickets,
    CriterionKind.DATE_APPROVED: _date,
    CriterionKind.PLANS_PRESENT: _plans,
    CriterionKind.ACTIVITIES_OWNED: _activities,
    CriterionKind.ATTESTED: _attested,
}
