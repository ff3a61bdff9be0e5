"""What let a change through: its frozen gates, and the attestations and waivers they rested on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from db import tables

_CHANGE = tables.change.c
_CHECKPOINT = tables.checkpoint.c
_GATE = tables.frozen_gate.c
_ATTESTATION = tables.attestation.c
_WAIVER = tables.waiver.c
_PERSON = tables.person.c
_ACTIVITY = tables.activity.c


@dataclass(frozen=True, slots=True)
class GateEvidence:
    """A gate as it was frozen: checkpoint, criterion, result, reason and evidence, when (UTC)."""

    checkpoint_name: str
    criterion_code: str
    result: str
    why: str
    evidence: str
    frozen_at: datetime | None


@dataclass(frozen=True, slots=True)
class PassedBy:
    """Somebody who let it through: `meaning` is "attested", "waived" or a signature's own."""

    who: str
    role: str
    meaning: str
    what: str
    at: datetime


def gates_of(connection: Connection, change_id: int) -> tuple[GateEvidence, ...]:
    """The frozen gates of a change, by checkpoint and place."""
    statement = (
        select(
            _CHECKPOINT.name,
            _GATE.criterion_code,
            _GATE.result,
            _GATE.why,
            _GATE.evidence,
            _CHECKPOINT.frozen_at,
        )
        .join(tables.checkpoint, _CHECKPOINT.id == _GATE.checkpoint_id)
        .where(_GATE.change_id == change_id)
        .order_by(_CHECKPOINT.frozen_at, _GATE.id)
    )
    return tuple(GateEvidence(*row) for row in connection.execute(statement))


def passed_by(connection: Connection, change_id: int) -> tuple[PassedBy, ...]:
    """Who attested and who waived what of a change, by time."""
    said = (
        select(
            _PERSON.name,
            _ATTESTATION.role,
            _ATTESTATION.checkpoint_name,
            _ATTESTATION.criterion_code,
            _ATTESTATION.attested_at,
        )
        .join(tables.person, _PERSON.id == _ATTESTATION.person_id)
        .where(_ATTESTATION.change_id == change_id, _ATTESTATION.is_met)
    )
    found = [
        PassedBy(
            row.name, row.role, "attested", f"{row.checkpoint_name}: {row.criterion_code}", row.attested_at
        )
        for row in connection.execute(said)
    ]
    waived = select(tables.waiver).where(_WAIVER.change_id == change_id)
    found += [
        PassedBy(row.signatures, "", "waived", f"{row.checkpoint_name}: {row.criterion_code}", row.granted_at)
        for row in connection.execute(waived)
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.what)))


def steps_of(connection: Connection, change_id: int) -> tuple[str, ...]:
    """The titles of a change's activities in their order."""
    statement = select(_ACTIVITY.title).where(_ACTIVITY.change_id == change_id).order_by(_ACTIVITY.position)
    return tuple(connection.execute(statement).scalars())


def recent_changes(connection: Connection, most: int = 500) -> tuple[tuple[int, str, str], ...]:
    """(id, key, title) of the changes stored last, the newest first: what an incident may come from."""
    statement = select(_CHANGE.id, _CHANGE.key, _CHANGE.title).order_by(_CHANGE.id.desc()).limit(most)
    return tuple((row.id, row.key, row.title) for row in connection.execute(statement))
