"""Incidents, their root-cause analyses and follow-up actions: the frozen values and what one may hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.field_problems import FieldProblem, name_problems, zone_problems


class IncidentKind(StrEnum):
    """Whether nothing worked, or worked badly."""

    OUTAGE = "outage"
    IMPAIRMENT = "impairment"


@dataclass(frozen=True, slots=True)
class Incident:
    """An outage or impairment. Instants are UTC, shown in `zone_name`; `ended_at` None means it lasts.

    `change_id` is the change that caused it, where known. `asks_for_rca` is False only for incidents that
    came in a list and touch nothing of the register. `rca_due_at` is set once it has ended.
    `source_state` and `extra` keep what the list it came from said.
    """

    key: str
    title: str
    started_at: datetime
    zone_name: str
    kind: IncidentKind = IncidentKind.OUTAGE
    ended_at: datetime | None = None
    impact: str = ""
    applications: tuple[int, ...] = ()
    configuration_items: tuple[int, ...] = ()
    change_id: int | None = None
    counts_as_downtime: bool = True
    asks_for_rca: bool = True
    rca_due_at: datetime | None = None
    team_name: str = ""
    source_system: str = ""
    source_state: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened at an instant (UTC)."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class RootCauseAnalysis:
    """Why an incident happened: timeline, up to five whys, contributing factors, what let it through.

    `checkpoint_name` and `criterion_code` name the gate that should have caught it, `activity_title` the step
    at which it happened; each may be empty. It is concluded once, by a person, at an instant (UTC).
    """

    incident_id: int
    timeline: tuple[TimelineEntry, ...] = ()
    whys: tuple[str, ...] = ()
    contributing_factors: tuple[str, ...] = ()
    root_cause: str = ""
    checkpoint_name: str = ""
    criterion_code: str = ""
    activity_title: str = ""
    concluded_by: str = ""
    concluded_at: datetime | None = None
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class FollowUpAction:
    """Something to be done so that it does not happen again; `due_on` is a local day, done until its end."""

    incident_id: int
    title: str
    due_on: date
    owner_id: int | None = None
    owner_name: str = ""
    done_at: datetime | None = None
    done_note: str = ""
    id: int | None = None
    version: int = 1


def touches_register(incident: Incident) -> bool:
    """Whether it names anything of the register, or the change that caused it."""
    return bool(incident.applications or incident.configuration_items or incident.change_id)


def incident_problems(incident: Incident) -> list[FieldProblem]:
    """All problems of an incident."""
    found = name_problems(incident.title, "title", "title") + zone_problems(incident.zone_name)
    if incident.ended_at is not None and incident.ended_at < incident.started_at:
        found.append(FieldProblem("ended_at", "It ends before it starts; give it a later end."))
    return found


def action_problems(action: FollowUpAction) -> list[FieldProblem]:
    """All problems of a follow-up action: it needs somebody who does it."""
    found = name_problems(action.title, "title", "sentence that says what is to be done")
    if action.owner_id is None and not action.owner_name.strip():
        found.append(FieldProblem("owner_id", "An action without an owner is done by nobody; choose one."))
    return found
