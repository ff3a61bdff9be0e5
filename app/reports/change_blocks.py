"""The block of each change: what, why, risk, what was built, where it was proven, and how to go back."""

from __future__ import annotations

from app.domain.changes import Change, Deployment
from app.domain.register import Stage
from app.reports.agenda import in_meeting_order
from app.reports.exceptions import exception_signatures
from app.reports.readiness import gate_cell
from app.reports.source import ChangeSource, PacketSource
from app.reports.wording import local
from exports.documents import BuildLine, ChangeBlock, EnvironmentLine, SignatureLine, TicketLine
from exports.plain_text import in_words

_WHY_HEADERS = ("why", "reason", "justification", "business need", "benefit", "purpose")
_STAGES = tuple(Stage)


def change_blocks(source: PacketSource) -> tuple[ChangeBlock, ...]:
    """One block a change, in the order the meeting takes them."""
    return tuple(_block(source, change) for change in in_meeting_order(source))


def _block(source: PacketSource, one: ChangeSource) -> ChangeBlock:
    change = one.change
    point = source.analysis.points_of_no_return.get(change.key)
    zone = source.window.zone_name
    return ChangeBlock(
        key=change.key,
        title=change.title,
        what=change.description or change.title,
        why=_why(change),
        kind=in_words(change.kind.value),
        change_class=in_words(change.change_class.value),
        risk=one.risk_level,
        impact=str(change.impact),
        likelihood=str(change.likelihood),
        state=in_words(one.state.value),
        applications=_applications(source, change),
        configuration_items=tuple(
            source.configuration_items[item].name
            for item in change.configuration_items
            if item in source.configuration_items
        ),
        owner=one.owner,
        requester=source.person(change.requester_id, change.requester_name),
        builds=_builds(source, one),
        environments=_environments(source, one),
        tickets=tuple(TicketLine(ticket.key, ticket.state, ticket.system) for ticket in one.tickets),
        verification_plan=change.verification_plan,
        backout_plan=change.backout_plan,
        backout_minutes=point.rollback_minutes if point else None,
        point_of_no_return=local(source.instant(point.minute), zone) if point else None,
        expected_downtime_minutes=change.expected_downtime_minutes,
        signatures=_signatures(source, one),
        gates=tuple((gate.label, gate_cell(gate)) for gate in one.gates),
        conflicts=one.conflicts,
    )


def _why(change: Change) -> str:
    """The reason as the list gave it in a column of its own; changes have no field for it."""
    for header, text in change.extra:
        if text and any(word in header.casefold() for word in _WHY_HEADERS):
            return text
    return ""


def _applications(source: PacketSource, change: Change) -> tuple[str, ...]:
    found = (source.applications.get(one) for one in change.applications)
    return tuple(f"{one.name} (tier {one.tier})" for one in found if one is not None)


def _builds(source: PacketSource, one: ChangeSource) -> tuple[BuildLine, ...]:
    lines = []
    for build in one.builds:
        machine = source.machines.get(build.machine_id or 0)
        name = machine.name if machine else build.machine_name
        result = "succeeded" if build.is_success else "failed"
        lines.append(BuildLine(build.number, build.revision, name, build.digest, result))
    return tuple(lines)


def _environments(source: PacketSource, one: ChangeSource) -> tuple[EnvironmentLine, ...]:
    """The newest deployment into each environment, by stage."""
    newest: dict[int, Deployment] = {}
    for deployment in one.deployments:
        newest[deployment.environment_id] = deployment

    def order(deployment: Deployment) -> tuple[int, str]:
        environment = source.environments.get(deployment.environment_id)
        return (_STAGES.index(environment.stage), environment.name) if environment else (len(_STAGES), "")

    lines = []
    for deployment in sorted(newest.values(), key=order):
        environment = source.environments.get(deployment.environment_id)
        outcome = in_words(deployment.outcome.value)
        lines.append(
            EnvironmentLine(
                environment.name if environment else f"environment {deployment.environment_id}",
                local(deployment.deployed_at, source.window.zone_name),
                deployment.deployed_by,
                f"{outcome}: {deployment.issues}" if deployment.issues else outcome,
                deployment.digest,
            )
        )
    return tuple(lines)


def _signatures(source: PacketSource, one: ChangeSource) -> tuple[SignatureLine, ...]:
    labels = {(gate.checkpoint, gate.code): gate.label for gate in one.gates}
    lines = []
    for said in one.attestations:
        label = labels.get((said.checkpoint_name, said.criterion_code), said.criterion_code)
        meaning = f"says it is met: {label}" if said.is_met else f"says it is not met: {label}"
        lines.append(
            SignatureLine(
                source.player(said.person_id),
                said.role.words,
                f"{meaning} ({said.evidence})" if said.evidence else meaning,
                local(said.attested_at, source.window.zone_name),
            )
        )
    return (*lines, *exception_signatures(source, one))
