"""Lists of tickets that are all incidents, as the column of their types says."""

from __future__ import annotations

from app.importing.proposing.samples import Samples
from app.importing.sources.known import GENERIC, Source
from app.importing.words.spelling import plain, spelt

_TYPE = spelt(
    """
    issue type, work type, work item type, ticket type, record type, type, issuetype, vorgangstyp, elementtyp,
    tickettyp, typ, type de ticket, type de demande, tipo de incidencia, tipo de actividad, tipo de ticket,
    tipo, tipo de item, tipo do item, tipo di ticket, tipo ticket, tipo di attività, typ zgłoszenia,
    typ elementu, talep türü, sorun türü, konu türü, kayıt türü, tür"""
)
_INCIDENT = spelt(
    """
    incident, incidents, vorfall, störung, incidente, incidencia, incydent, awaria, olay, outage, panne"""
)
_BESIDE = spelt("system, it, major, majeur, majeure, grave, mayor, maggiore, schwerwiegender, poważny, büyük")
_PROGRAM = "Jira"


def are_all_incidents(samples: Samples, kind: str, source: Source) -> bool:
    """Whether every row of a list that seems to be of changes is called an incident by its type."""
    if kind != "changes" or not (source is GENERIC or source.name.startswith(_PROGRAM)):
        return False
    types = next((header for header in samples.table.headers if plain(header) in _TYPE), None)
    named = [] if types is None else [cell for cell in samples.of(types) if cell.strip()]
    return bool(named) and all(map(_is_incident, named))


def _is_incident(cell: str) -> bool:
    words = set(plain(cell).split())
    return bool(words & _INCIDENT) and words <= _INCIDENT | _BESIDE
