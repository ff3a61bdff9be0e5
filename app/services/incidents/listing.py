"""Incidents with their debts: how each stands, its clock, its actions, and downtime against the allowance."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from app.domain.debts import DebtLevel, FollowUpRules, clock_sentence, end_of_day
from app.domain.incidents import FollowUpAction, Incident, RootCauseAnalysis
from app.domain.incidents_downtime import Month, MonthOfDowntime, Outage, months_of_downtime
from app.domain.rca import IncidentStanding, action_level, analysis_level, standing
from app.domain.register import Application
from app.domain.zones import local
from app.services.follow_up import rules_of
from app.services.workplace import Workplace
from app.store.queries.aftermath import change_keys, names
from app.store.queries.packets import organisation_facts
from app.store.reading import find

_OPEN = (
    IncidentStanding.LASTING,
    IncidentStanding.AWAITS_ANALYSIS,
    IncidentStanding.IN_ANALYSIS,
    IncidentStanding.ACTIONS_OPEN,
)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One follow-up action with its owner, its incident and its clock."""

    action: FollowUpAction
    incident_key: str
    owner: str
    level: DebtLevel
    clock: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident as listed. `level` is the gravest of its analysis and its actions, `clock` its words."""

    incident: Incident
    standing: IncidentStanding
    level: DebtLevel
    clock: str
    where: str
    change_key: str
    open_actions: int
    analysis_level: DebtLevel

    @property
    def id(self) -> int:
        """The incident's id."""
        return self.incident.id or 0

    @property
    def is_open(self) -> bool:
        """Whether anything is still to be done."""
        return self.standing in _OPEN


@dataclass(frozen=True, slots=True)
class DowntimeRow:
    """An application's downtime in a month, by name."""

    application: str
    tier: int
    downtime: MonthOfDowntime


@dataclass(frozen=True, slots=True)
class IncidentList:
    """All incidents, open debts first; downtime of all months; the zone it is told in."""

    rows: tuple[IncidentRow, ...]
    downtime: tuple[DowntimeRow, ...]
    zone_name: str
    this_month: Month

    def of_month(self, month: Month) -> tuple[DowntimeRow, ...]:
        """The applications with downtime in a month, the farthest over their allowance first."""
        found = [row for row in self.downtime if row.downtime.month == month]
        return tuple(
            sorted(found, key=lambda row: row.downtime.allowed_minutes - row.downtime.downtime_minutes)
        )


def list_incidents(workplace: Workplace) -> IncidentList:
    """Every incident with its debts as of now."""
    with workplace.read() as connection:
        return incidents_at(connection, workplace.now())


def incidents_at(connection: Connection, now: datetime, *, only_asked: bool = False) -> IncidentList:
    """Every incident with its debts at an instant (UTC); `only_asked`: those that ask for an analysis."""
    rules = rules_of(connection)
    known = names(connection)
    zone = organisation_facts(connection).zone_name
    incidents = find(connection, Incident, **({"asks_for_rca": True} if only_asked else {}))
    analyses = {one.incident_id: one for one in find(connection, RootCauseAnalysis)}
    actions: dict[int, list[FollowUpAction]] = defaultdict(list)
    for action in find(connection, FollowUpAction):
        actions[action.incident_id].append(action)
    keys = change_keys(connection, {one.change_id for one in incidents if one.change_id is not None})
    rows = []
    for one in incidents:
        analysis, own = analyses.get(one.id or 0), actions.get(one.id or 0, [])
        level, clock = _debt(one, analysis, own, zone, now, rules)
        rows.append(
            IncidentRow(
                one,
                standing(one, analysis, own),
                level,
                clock,
                known.where(one.applications, one.configuration_items),
                keys.get(one.change_id or 0, ""),
                sum(action.done_at is None for action in own),
                analysis_level(one, analysis, now, rules),
            )
        )
    rows.sort(key=lambda row: (not row.is_open, -list(DebtLevel).index(row.level), -_seconds(row.incident)))
    here = local(now, zone)
    return IncidentList(
        tuple(rows), _downtime(connection, incidents, now, zone), zone, (here.year, here.month)
    )


def action_rows(connection: Connection, now: datetime) -> tuple[ActionRow, ...]:
    """All follow-up actions that are not done, the gravest first."""
    rules = rules_of(connection)
    zone = organisation_facts(connection).zone_name
    people = names(connection).people
    open_ones = find(connection, FollowUpAction, done_at=None)
    wanted = sorted({action.incident_id for action in open_ones})
    keys = {one.id: one.key for one in find(connection, Incident, id=wanted)}
    rows = []
    for action in open_ones:
        level, due_at = action_level(action, zone, now, rules), end_of_day(action.due_on, zone)
        rows.append(
            ActionRow(
                action,
                keys.get(action.incident_id, ""),
                people.get(action.owner_id or 0, action.owner_name),
                level,
                clock_sentence(due_at, level, now),
                due_at,
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.action.due_on, row.action.id or 0)))


def _seconds(incident: Incident) -> float:
    return incident.started_at.timestamp()


def _debt(
    incident: Incident,
    analysis: RootCauseAnalysis | None,
    actions: list[FollowUpAction],
    zone: str,
    now: datetime,
    rules: FollowUpRules,
) -> tuple[DebtLevel, str]:
    """The gravest debt of an incident, in words."""
    level = analysis_level(incident, analysis, now, rules)
    debts = []
    if level is not DebtLevel.SETTLED and incident.ended_at is not None:
        debts.append((level, incident.rca_due_at, "analysis"))
    for action in actions:
        own = action_level(action, zone, now, rules)
        if own is not DebtLevel.SETTLED:
            debts.append((own, end_of_day(action.due_on, zone), "action"))
    if not debts:
        return DebtLevel.SETTLED, ""
    order = list(DebtLevel)
    gravest, due_at, what = max(
        debts, key=lambda debt: (order.index(debt[0]), -debt[1].timestamp() if debt[1] else 0.0)
    )
    return gravest, f"{what} {clock_sentence(due_at, gravest, now)}"


def _downtime(
    connection: Connection, incidents: list[Incident], now: datetime, zone: str
) -> tuple[DowntimeRow, ...]:
    applications = {one.id or 0: one for one in find(connection, Application)}
    outages = [
        Outage(application, one.started_at, one.ended_at or now)
        for one in incidents
        if one.counts_as_downtime
        for application in one.applications
    ]
    allowed = {key: one.allowed_downtime_minutes for key, one in applications.items()}
    return tuple(
        DowntimeRow(applications[one.application_id].name, applications[one.application_id].tier, one)
        for one in months_of_downtime(outages, allowed, zone)
    )
