"""Decides the criteria of a checkpoint for one change from its records; missing data is never met."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.changes import Attestation, Build, Change, Deployment, DeploymentOutcome, Ticket, Waiver
from app.domain.gates import CriterionKind, CriterionSpec, Gate, GateResult
from app.domain.register import Stage
from app.domain.windows import Checkpoint

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


def known_at(facts: Facts, at: datetime) -> Facts:
    """What was on record at an instant (UTC): builds, deployments, words and waivers up to it.

    A build without a time counts as known; tickets, plans and steps carry no time and are taken as they are.
    """
    return replace(
        facts,
        builds=tuple(one for one in facts.builds if one.built_at is None or one.built_at <= at),
        deployments=tuple(one for one in facts.deployments if one.deployed_at <= at),
        attestations=tuple(one for one in facts.attestations if one.attested_at <= at),
        waivers=tuple(one for one in facts.waivers if one.granted_at <= at),
    )


def evaluate(facts: Facts, checkpoint: Checkpoint, at: datetime) -> tuple[Gate, ...]:
    """The gates of a change at a checkpoint as known at an instant (UTC), in the criteria's order.

    Criteria that ask nothing of this kind of change are left out.
    """
    known = known_at(facts, at)
    asked = (spec for spec in checkpoint.criteria if applies(spec, facts.change))
    return tuple(gate(checkpoint.name, spec, known) for spec in asked)


def gate(checkpoint: str, spec: CriterionSpec, facts: Facts) -> Gate:
    """The result of a criterion, with why and on what evidence; a waiver stands where it is not met."""
    result, why, evidence = _RULES[spec.kind](checkpoint, spec, facts)
    if result is not MET:
        for waiver in facts.waivers:
            if _waives(waiver, checkpoint, spec):
                text = f"{waiver.reason} (otherwise: {why})"
                result, why, evidence = GateResult.WAIVED, text, f"Signed: {waiver.signatures}"
    return Gate(checkpoint, spec.code, spec.label, spec.short, result, why, evidence)


def _waives(waiver: Waiver, checkpoint: str, spec: CriterionSpec) -> bool:
    """Whether a waiver is for this criterion; one that nobody signed waives nothing."""
    is_same = waiver.checkpoint_name == checkpoint and waiver.criterion_code == spec.code
    return is_same and bool(waiver.signatures.strip())


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
    if spec.stage is None:
        return UNKNOWN, "The criterion does not say which environment it asks for.", ""
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
    stages = [stage for stage in spec.stages if stage is not Stage.PRODUCTION]
    if not stages:
        return UNKNOWN, "The criterion names no environments to compare.", ""
    planned = facts.change.planned_digest.casefold()
    seen = {_word(stage): _digest_in(stage, facts) for stage in stages}
    known = {where: digest for where, digest in seen.items() if digest}
    shown = ", ".join(f"{where} has {_cut(digest)}" for where, digest in known.items())
    if planned and any(digest != planned for digest in known.values()):
        wrong = [f"{where} has {_cut(digest)}" for where, digest in known.items() if digest != planned]
        return NOT_MET, f"{', '.join(wrong)}; production is to get {_cut(planned)}.", ""
    if len(set(known.values())) > 1:
        return NOT_MET, f"{shown}: another build was tested.", ""
    missing = [where for where, digest in seen.items() if not digest]
    if missing:
        return UNKNOWN, f"No digest is known from {', '.join(missing)}.", ""
    if not planned:
        return UNKNOWN, "No digest is planned for production.", ""
    return MET, "", f"{_cut(planned)} in {', '.join(seen)}"


def _digest_in(stage: Stage, facts: Facts) -> str:
    """The digest that stands in an environment; none after a deployment that failed or was taken back."""
    newest = _newest_in(stage, facts)
    if newest is None or newest.outcome in (DeploymentOutcome.FAILED, DeploymentOutcome.ROLLED_BACK):
        return ""
    return newest.digest.casefold()


def _cut(digest: str) -> str:
    return digest[:_SHOWN]


def _tickets(_name: str, spec: CriterionSpec, facts: Facts) -> Answer:
    if not facts.tickets:
        return UNKNOWN, "No related ticket is recorded.", ""
    allowed = {state.strip().casefold() for state in spec.allowed_states}
    wrong = [
        f"{one.key} is {one.state.strip() or 'without a state'}"
        for one in facts.tickets
        if not one.state.strip() or one.state.strip().casefold() not in allowed
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
    if spec.role is None:
        return UNKNOWN, "The criterion does not say which role attests it.", ""
    role = spec.role.words
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
    return MET, "", f"{role[:1].upper()}{role[1:]}, {when}. {newest.evidence}".strip()


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
