"""Everything about one incident: analysis, actions, and what let its change through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from app.domain.exceptions import Standing
from app.domain.incidents import FollowUpAction, Incident, RootCauseAnalysis
from app.domain.register import Application, ConfigurationItem, Person
from app.services.exceptions.reading import item_of
from app.services.workplace import Workplace
from app.store.queries.evidence import (
    GateEvidence,
    PassedBy,
    gates_of,
    passed_by,
    recent_changes,
    steps_of,
)
from app.store.queries.exceptions import requests
from app.store.queries.packets import organisation_facts
from app.store.reading import find, get

__all__ = ["GateEvidence", "IncidentChoices", "IncidentView", "PassedBy", "incident_choices", "read_incident"]


@dataclass(frozen=True, slots=True)
class IncidentView:
    """One incident with its analysis (an empty one where none is begun) and actions.

    `gates`, `passed` and `steps` are those of the change it came from: what was frozen, who attested, waived
    or signed, and its activities.
    """

    incident: Incident
    analysis: RootCauseAnalysis
    actions: tuple[FollowUpAction, ...]
    gates: tuple[GateEvidence, ...]
    passed: tuple[PassedBy, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentChoices:
    """What the forms of incidents offer; `changes` holds (id, key, title)."""

    applications: tuple[Application, ...]
    configuration_items: tuple[ConfigurationItem, ...]
    people: tuple[Person, ...]
    changes: tuple[tuple[int, str, str], ...]
    zone_name: str


def read_incident(workplace: Workplace, incident_id: int) -> IncidentView:
    """One incident whole; raises MissingRecordError."""
    with workplace.read() as connection:
        incident = get(connection, Incident, incident_id)
        analyses = find(connection, RootCauseAnalysis, incident_id=incident_id)
        change = incident.change_id
        return IncidentView(
            incident,
            analyses[0] if analyses else RootCauseAnalysis(incident_id),
            tuple(find(connection, FollowUpAction, incident_id=incident_id)),
            gates_of(connection, change) if change is not None else (),
            _passed(connection, change, workplace.now()) if change is not None else (),
            steps_of(connection, change) if change is not None else (),
        )


def _passed(connection: Connection, change_id: int, now: datetime) -> tuple[PassedBy, ...]:
    """Who attested, waived, or signed an approved exception of a change, by time."""
    found = list(passed_by(connection, change_id))
    for record in requests(connection, change_ids=[change_id]):
        item = item_of(record, now)
        if item.standing is Standing.APPROVED:
            what = f"the exception {record.request.kind.words}"
            found += [
                PassedBy(
                    one.printed_name, one.role.value, "approved", what, datetime.fromisoformat(one.signed_at)
                )
                for one in item.valid
            ]
    return tuple(sorted(found, key=lambda one: (one.at, one.what)))


def incident_choices(workplace: Workplace) -> IncidentChoices:
    """What forms offer: records that are not archived, and the changes stored last."""
    with workplace.read() as connection:
        return IncidentChoices(
            tuple(sorted(find(connection, Application, is_archived=False), key=_name)),
            tuple(sorted(find(connection, ConfigurationItem, is_archived=False), key=_name)),
            tuple(sorted(find(connection, Person, is_archived=False), key=_name)),
            recent_changes(connection),
            organisation_facts(connection).zone_name,
        )


def _name(record: Application | ConfigurationItem | Person) -> str:
    return record.name.casefold()
