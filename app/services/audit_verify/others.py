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

_PACKET, _ACTIVITY, _TEMPLATE = "packet", "activity", "template"
_ITS_CHANGE = "change_key"  # held on its own: what the change is called may have changed since


def other_findings(workplace: Workplace, connection: Connection, watch: Watch) -> Iterator[Finding]:
    """Every packet, activity, import and line of a night's log that is not as it was written."""
    watch.tell(0.0, "packets")
    yield from _packets(connection)
    watch.tell(0.3, "activities")
    yield from _activities(connection)
    watch.tell(0.7, "imports and templates")
    yield from _templates(connection)
    yield from _imports(connection)
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


def _imports(connection: Connection) -> Iterator[Finding]:
    said = queries.import_events(connection)
    for import_id, row in queries.import_rows(connection).items():
        where, undone_at = f"import {import_id}", row.pop("undone_at")
        if not row["shape"]:  # what early versions did not record, no event says either
            del row["shape"]
        events = said.pop(import_id, {})
        if "imported" not in events:
            yield Finding(What.RECORD, where, "stands in the database, but no event says it was done")
        elif canonical(row) != events["imported"].after:
            sequence = events["imported"].sequence
            yield Finding(What.RECORD, where, f"differs from what event {sequence} recorded", sequence)
        if (undone_at is not None) != ("undone" in events):
            yield Finding(What.RECORD, where, "says otherwise than its events whether it was undone")
    for import_id, events in said.items():
        for event in events.values():
            problem = f"is gone, but event {event.sequence} says it was {event.action}"
            yield Finding(What.RECORD, f"import {import_id}", problem, event.sequence)


def _templates(connection: Connection) -> Iterator[Finding]:
    stored = queries.template_steps(connection)
    events = queries.last_events_of(connection, _TEMPLATE, list(stored))
    for name, steps in stored.items():
        where, event = f"template {name}", events.get(name)
        if event is None:
            yield Finding(What.RECORD, where, "stands in the database, but no event says where it is from")
        elif canonical(steps) != event.after:
            yield Finding(
                What.RECORD, where, f"differs from what event {event.sequence} recorded", event.sequence
            )
    yield from _gone(connection, _TEMPLATE, list(stored))


def _activities(connection: Connection) -> Iterator[Finding]:
    there: list[str] = []
    windows = queries.recorded_windows(connection)
    keyed: list[tuple[Activity, int | None, RecordedState]] = []
    for window_id, minutes in queries.planned_windows(connection):
        order = queries.sequence_of(connection, window_id, minutes)
        activities = order.activities
        links = {(one.predecessor, one.successor, one.kind.value, one.lag_minutes) for one in order.links}
        if links != queries.recorded_links(connection, window_id):
            yield Finding(What.RECORD, f"sequence {window_id}:", "links differ from what its events recorded")
        events = queries.last_events_of(connection, _ACTIVITY, [one.id for one in activities])
        changes = queries.changes_of(connection, window_id)
        for one in activities:
            there.append(one.id)
            event = events.get(one.id)
            yield from _of_activity(one, event)
            if windows.get(one.id, window_id) != window_id:
                problem = f"stands in window {window_id}, but was planned in window {windows[one.id]}"
                yield Finding(What.RECORD, _called(one), problem, _number(event), (_ACTIVITY, one.id))
            if event is not None and event.after:
                keyed.append((one, changes[one.id], event))
    yield from _of_changes(connection, keyed)
    yield from _gone(connection, _ACTIVITY, there)


def _of_changes(
    connection: Connection, keyed: list[tuple[Activity, int | None, RecordedState]]
) -> Iterator[Finding]:
    """Activities that hang on another change than their events say, whatever it is called since."""
    said = {event.sequence: json.loads(event.after).get(_ITS_CHANGE) for _, _, event in keyed}
    called = queries.changes_called(connection, {key for key in said.values() if key})
    for one, change_id, event in keyed:
        key = said[event.sequence]
        if change_id not in (called[key] if key else (None,)):
            problem = f"hangs on another change than event {event.sequence} recorded ({key or 'none'})"
            yield Finding(What.RECORD, _called(one), problem, event.sequence, (_ACTIVITY, one.id))


def _called(one: Activity) -> str:
    return f"activity “{one.title[:60]}”"


def _of_activity(one: Activity, event: RecordedState | None) -> Iterator[Finding]:
    where = _called(one)
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
