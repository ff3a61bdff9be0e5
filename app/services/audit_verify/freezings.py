"""Computes the hash of every frozen checkpoint again, from its gates as they are stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection

from app.domain.changes import Change, FrozenGate
from app.domain.gates import Gate
from app.domain.windows import Checkpoint
from app.services.audit_verify.findings import Finding, What
from app.services.audit_verify.past import TOLERANCE, then
from app.services.checkpoints import EvaluatedChange, gate_of, result_hash
from app.store.plain import structure
from app.store.queries.audit_states import RecordedState, settings_of
from app.store.reading import find


def freezing_findings(connection: Connection) -> Iterator[Finding]:
    """Checkpoints whose result is not the one that was hashed, or that were frozen twice or ahead of time."""
    frozen: dict[str, int] = {}
    for event in settings_of(connection, "checkpoint", ("frozen_hash", "frozen_at")):
        checkpoint = structure(json.loads(event.after), Checkpoint)
        where = f"checkpoint {checkpoint.id} ({checkpoint.name})"
        if event.record_id in frozen:
            problem = f"was frozen by event {frozen[event.record_id]}, and again by event {event.sequence}"
            yield Finding(What.RECORD, where, problem, event.sequence)
        frozen.setdefault(event.record_id, event.sequence)
        for problem in _problems(connection, checkpoint, event):
            yield Finding(What.RECORD, where, problem, event.sequence)


def _problems(connection: Connection, checkpoint: Checkpoint, event: RecordedState) -> Iterator[str]:
    at = checkpoint.frozen_at
    if at is None:
        yield "has a hash, but no instant at which it was frozen"
        return
    if at - datetime.fromisoformat(event.happened_at) > TOLERANCE:
        yield f"says it was frozen as at {at.isoformat(timespec='seconds')}, ahead of event {event.sequence}"
    if not checkpoint.criteria:
        return  # no gates: what was hashed cannot be told from what is stored
    evaluated = _evaluated(connection, checkpoint, event.sequence)
    if evaluated and result_hash(checkpoint, at, evaluated) != checkpoint.frozen_hash:
        yield "was frozen with a hash that its gates do not give"


def _evaluated(connection: Connection, checkpoint: Checkpoint, sequence: int) -> tuple[EvaluatedChange, ...]:
    """The changes with their frozen gates, in the order in which they were frozen."""
    gates: dict[int, list[Gate]] = {}
    for frozen in find(connection, FrozenGate, checkpoint_id=checkpoint.id):
        gates.setdefault(frozen.change_id, []).append(gate_of(checkpoint, frozen))
    found = []
    for change_id, given in gates.items():
        change = then(connection, Change, change_id, sequence)
        key, title = (change.key, change.title) if change is not None else ("", "")
        found.append(EvaluatedChange(change_id, key, title, tuple(given)))
    return tuple(found)
