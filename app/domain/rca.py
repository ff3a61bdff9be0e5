"""What a root-cause analysis needs before it is concluded, and how an incident stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from app.domain.debts import DebtLevel, FollowUpRules, debt_level, due_after, end_of_day
from app.domain.incidents import FollowUpAction, Incident, RootCauseAnalysis

MOST_WHYS = 5


class IncidentStanding(StrEnum):
    """Where an incident is between its start and its last closed action."""

    LASTING = "lasting"
    AWAITS_ANALYSIS = "awaits_analysis"
    IN_ANALYSIS = "in_analysis"
    ACTIONS_OPEN = "actions_open"
    CLOSED = "closed"
    NOT_ASKED = "not_asked"


def standing(
    incident: Incident, analysis: RootCauseAnalysis | None, actions: Sequence[FollowUpAction]
) -> IncidentStanding:
    """Where the incident is; one that asks for no analysis is only listed."""
    if incident.ended_at is None:
        return IncidentStanding.LASTING
    if analysis is not None and analysis.concluded_at is not None:
        is_open = any(action.done_at is None for action in actions)
        return IncidentStanding.ACTIONS_OPEN if is_open else IncidentStanding.CLOSED
    if analysis is not None:
        return IncidentStanding.IN_ANALYSIS
    return IncidentStanding.AWAITS_ANALYSIS if incident.asks_for_rca else IncidentStanding.NOT_ASKED


def analysis_due(incident: Incident, rules: FollowUpRules) -> datetime | None:
    """When (UTC) the analysis is due: working days after the end, in the incident's zone; None before it."""
    if not incident.asks_for_rca or incident.ended_at is None:
        return None
    return due_after(incident.ended_at, rules.rca_working_days, incident.zone_name)


def analysis_level(
    incident: Incident, analysis: RootCauseAnalysis | None, now: datetime, rules: FollowUpRules
) -> DebtLevel:
    """How the debt of the analysis stands; settled when it is concluded, or none is asked for."""
    is_concluded = analysis is not None and analysis.concluded_at is not None
    is_settled = is_concluded or not incident.asks_for_rca
    return debt_level(incident.rca_due_at, is_settled, now, rules.long_overdue_days)


def action_level(action: FollowUpAction, zone_name: str, now: datetime, rules: FollowUpRules) -> DebtLevel:
    """How an action stands; it is due until its day ends in the zone."""
    due_at = end_of_day(action.due_on, zone_name)
    return debt_level(due_at, action.done_at is not None, now, rules.long_overdue_days)


def conclusion_problems(
    incident: Incident, analysis: RootCauseAnalysis, actions: Sequence[FollowUpAction]
) -> tuple[str, ...]:
    """What is missing before the analysis can be concluded, each a sentence."""
    found = []
    if incident.ended_at is None:
        found.append("The incident still lasts; say when it ended first.")
    if not analysis.timeline:
        found.append("The timeline is empty; write down what happened when.")
    if not any(why.strip() for why in analysis.whys):
        found.append("No why is answered; begin with why it happened.")
    if not analysis.root_cause.strip():
        found.append("The root cause is missing; say what has to change so that it cannot happen again.")
    if not actions:
        found.append("No action follows from it; add one with an owner and a day.")
    if analysis.concluded_at is not None:
        found.append("It is concluded already.")
    return tuple(found)


def analysis_problems(analysis: RootCauseAnalysis) -> tuple[str, ...]:
    """What keeps an analysis from being stored at all."""
    found = []
    if len(analysis.whys) > MOST_WHYS:
        found.append(f"{len(analysis.whys)} whys; five are enough to reach the cause.")
    if any(not entry.text.strip() for entry in analysis.timeline):
        found.append("A line of the timeline has a time and no words; say what happened.")
    if analysis.concluded_at is not None and not analysis.concluded_by.strip():
        found.append("An analysis is concluded by somebody; name them.")
    return tuple(found)
