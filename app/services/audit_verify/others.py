"""Holds what lies outside the plain records against its events: packets, activities, the logs of nights."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from sqlalchemy import Connection

from app.sequencing.model import Activity
from app.services.audit_verify.findings import Finding, Watch, What
from app.services.night.checking import disagreements
from app.services.workplace import Workplace
from app.store.packets import packet, packet_files
from app.store.plain import canonical
from app.store.queries import audit_others as queries
from app.store.queries.audit_states import RecordedState

_PACKET, _ACTIVITY = "packet", "activity"
_ITS_CHANGE = "change_key"  # an activity points at its change; what that is called may have changed since


def other_findings(workplace: Workplace, connection: Connection, watch: Watch) -> Iterator[Finding]:
    """Every packet, activity and line of a night's log that is not as it was written."""
    watch.tell(0.0, "packets")
    yield from _packets(connection)
    watch.tell(0.3, "activities")
    yield from _activities(connection)
    watch.tell(0.8, "nights")
    for run_id in queries.run_ids(connection):
        for sentence in disagreements(workplace, run_id):
            yield Finding(What.RECORD, f"night {run_id}:", sentence.rstrip("."))


def _packets(connection: Connection) -> Iterator[Finding]:
    ids = queries.packet_ids(connection)
    events = queries.last_events_of(connection, _PACKET, [str(one) for one in ids])
    for packet_id in ids:
        stored = packet(connection, packet_id)
        files = packet_files(connection, packet_id)
        where, event = f"packet {packet_id}", events.get(str(packet_id))
        for data, digest, name in (
            (files.pdf, stored.sha256, "PDF"),
            (files.xlsx, stored.xlsx_sha256, "workbook"),
        ):
            if digest and hashlib.sha256(data).hexdigest() != digest:
                yield Finding(What.RECORD, where, f"holds another {name} than was issued", _number(event))
        if event is None:
            yield Finding(What.RECORD, where, "stands in the database, but no event says it was issued")
        elif canonical(stored) != event.after:
            problem = f"differs from what event {event.sequence} recorded"
            yield Finding(What.RECORD, where, problem, event.sequence)
    yield from _gone(connection, _PACKET, [str(one) for one in ids])


def _activities(connection: Connection) -> Iterator[Finding]:
    there: list[str] = []
    for window_id, minutes in queries.planned_windows(connection):
        order = queries.sequence_of(connection, window_id, minutes)
        activities = order.activities
        links = {(one.predecessor, one.successor, one.kind.value, one.lag_minutes) for one in order.links}
        if links != queries.recorded_links(connection, window_id):
            yield Finding(What.RECORD, f"sequence {window_id}:", "links differ from what its events recorded")
        events = queries.last_events_of(connection, _ACTIVITY, [one.id for one in activities])
        for one in activities:
            there.append(one.id)
            yield from _of_activity(one, events.get(one.id))
    yield from _gone(connection, _ACTIVITY, there)


def _of_activity(one: Activity, event: RecordedState | None) -> Iterator[Finding]:
    where = f"activity “{one.title[:60]}”"
    if event is None or event.action == "removed":
        said = (
            f"event {event.sequence} says that it was removed" if event else "no event says where it is from"
        )
        yield Finding(What.RECORD, where, f"stands in the database, but {said}", _number(event))
        return
    stored, recorded = json.loads(canonical(one)), json.loads(event.after)
    differing = sorted(
        name
        for name, was in recorded.items()
        if name in stored and name != _ITS_CHANGE and stored[name] != was
    )
    if differing:
        names = ", ".join(name.replace("_", " ") for name in differing)
        verb = "differs" if len(differing) == 1 else "differ"
        problem = f"{names} {verb} from what event {event.sequence} recorded"
        yield Finding(What.RECORD, f"{where}:", problem, event.sequence, (_ACTIVITY, one.id))


def _gone(connection: Connection, kind_name: str, there: list[str]) -> Iterator[Finding]:
    for event in queries.recorded_but_gone(connection, kind_name, there):
        problem = f"is gone, but event {event.sequence} says it was {event.action}"
        yield Finding(
            What.RECORD,
            f"{kind_name} {event.record_id}",
            problem,
            event.sequence,
            (kind_name, event.record_id),
        )


def _number(event: RecordedState | None) -> int | None:
    return event.sequence if event else None
