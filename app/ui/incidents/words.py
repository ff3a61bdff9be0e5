"""What the incidents screen says of an incident: chips, durations, and everything about it in sections."""

from __future__ import annotations

from app.domain.incidents import FollowUpAction, Incident
from app.domain.rca import IncidentStanding
from app.domain.time_words import day_words, duration_words, moment_words
from app.services.incidents.listing import IncidentRow
from app.services.incidents.reading import GateEvidence, IncidentChoices, IncidentView, PassedBy
from app.ui.follow.debts import debt_chip
from app.ui.follow.details import Details, sections
from app.ui.widgets.records import ChipSpec

STANDINGS: dict[IncidentStanding, ChipSpec] = {
    IncidentStanding.LASTING: ("Lasting", "critical"),
    IncidentStanding.AWAITS_ANALYSIS: ("No analysis yet", "not_met"),
    IncidentStanding.IN_ANALYSIS: ("In analysis", "accent"),
    IncidentStanding.ACTIONS_OPEN: ("Actions open", "waived"),
    IncidentStanding.CLOSED: ("Closed", "met"),
    IncidentStanding.NOT_ASKED: ("Listed", "neutral"),
}
_RESULTS = {"met": "✓", "not_met": "✕", "waived": "!", "not_evaluated": "–"}


def lasted(incident: Incident) -> str:
    """How long it lasted; empty while it does."""
    return duration_words(incident.ended_at - incident.started_at) if incident.ended_at else ""


def brief(row: IncidentRow) -> Details:
    """What the list knows of an incident, before the rest is read."""
    incident = row.incident
    until = f" – {moment_words(incident.ended_at, incident.zone_name)}" if incident.ended_at else ", lasting"
    return Details(
        f"{incident.key}  {incident.title}",
        f"{incident.kind.value.capitalize()}, "
        f"{moment_words(incident.started_at, incident.zone_name, with_year=True)}{until}",
        (STANDINGS[row.standing], *((debt_chip(row.level),) if row.clock else ())),
        sections(
            ("Debt", row.clock),
            ("Impact", incident.impact),
            ("Where", row.where),
            ("Lasted", lasted(incident)),
        ),
    )


def whole(row: IncidentRow, view: IncidentView, choices: IncidentChoices | None) -> Details:
    """Everything about an incident: analysis, actions, the change and what let it through."""
    head, analysis, zone = brief(row), view.analysis, view.incident.zone_name
    people = {one.id: one.name for one in choices.people} if choices else {}
    gate = ": ".join(one for one in (analysis.checkpoint_name, analysis.criterion_code) if one)
    concluded = ""
    if analysis.concluded_at is not None:
        concluded = f"{analysis.concluded_by}, {moment_words(analysis.concluded_at, zone)}"
    said = sections(
        ("Came from", row.change_key),
        ("Gates as they were frozen", [_gate_line(one) for one in view.gates]),
        ("Let through by", [_passed_line(one, zone) for one in view.passed]),
        ("Timeline", [f"{moment_words(one.at, zone)}  {one.text}" for one in analysis.timeline]),
        ("Why", [f"{place}. {why}" for place, why in enumerate(analysis.whys, start=1)]),
        ("Contributing factors", [f"– {one}" for one in analysis.contributing_factors]),
        ("Root cause", analysis.root_cause),
        ("Gate that should have caught it", gate),
        ("Step at which it happened", analysis.activity_title),
        (
            "Actions",
            [_action_line(one, people.get(one.owner_id, one.owner_name), zone) for one in view.actions],
        ),
        ("Concluded", concluded),
        ("As it was reported", [f"{name}: {text}" for name, text in view.incident.extra if text.strip()]),
    )
    return Details(head.title, head.subtitle, head.chips, (*head.sections, *said))


def _gate_line(gate: GateEvidence) -> str:
    why = f" ({gate.why})" if gate.why else ""
    return f"{_RESULTS.get(gate.result, '–')} {gate.checkpoint_name}: {gate.criterion_code}{why}"


def _passed_line(passed: PassedBy, zone: str) -> str:
    role = f", {passed.role.replace('_', ' ')}" if passed.role else ""
    return f"{passed.who}{role}: {passed.meaning} {passed.what}, {moment_words(passed.at, zone)}"


def _action_line(action: FollowUpAction, owner: str, zone: str) -> str:
    sign = "✓" if action.done_at is not None else "–"
    when = (
        f"done {moment_words(action.done_at, zone)}"
        if action.done_at is not None
        else f"until {day_words(action.due_on, with_year=True)}"
    )
    note = f" ({action.done_note})" if action.done_note else ""
    return f"{sign} {action.title}: {owner}, {when}{note}"
