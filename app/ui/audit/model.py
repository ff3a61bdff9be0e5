"""What the audit screen shows of an event: its columns, its time, and what it changed, field by field."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from app.services.audit_events import EventRow
from app.services.audit_verify.findings import AuditVerification, Finding
from app.ui.texts import one_line
from app.ui.widgets import Column

HASH_LETTERS = 12
MOST_ID_LETTERS = 20
MOST_NAME_LETTERS = 120
_ABSENT = "–"


def when_text(event: EventRow) -> str:
    """The event's time on this machine's clocks, with their zone; the text as stored where it is no time."""
    try:
        instant = datetime.fromisoformat(event.happened_at)
    except ValueError:
        return event.happened_at
    wall = instant.astimezone()
    return f"{wall:%Y-%m-%d %H:%M:%S %Z}"


def record_text(event: EventRow) -> str:
    """'change 431'; 'activity “Verify postings”' where the number is a long one that nobody reads."""
    kind, name = event.record_kind.replace("_", " "), name_text(event)
    if len(event.record_id) > MOST_ID_LETTERS and name:
        return f"{kind} “{one_line(name, MOST_NAME_LETTERS)}”"
    return f"{kind} {event.record_id}"


def name_text(event: EventRow) -> str:
    """What the record is called, as far as the event says: its key, title or name."""
    content = _content(event.after) or _content(event.before)
    for field in ("key", "title", "name", "criterion_code", "number", "meeting", "text"):
        if content.get(field):
            return str(content[field])
    return ""


def changed_fields(event: EventRow) -> tuple[tuple[str, str, str], ...]:
    """(field, before, after) of every field that differs; of all fields where something is new or gone."""
    before, after = _content(event.before), _content(event.after)
    names = [*after, *(name for name in before if name not in after)]
    return tuple(
        (name.replace("_", " "), _said(before, name), _said(after, name))
        for name in names
        if before.get(name) != after.get(name) and name != "version"
    )


def details_text(event: EventRow) -> str:
    """The event in lines: who, when, why, what changed, and its place in the chain."""
    lines = [f"{record_text(event)} {event.action} by {event.actor}, {when_text(event)}"]
    if len(event.record_id) > MOST_ID_LETTERS:
        lines.append(f"Record {event.record_id}")
    if event.reason:
        lines.append(f"Reason: {event.reason}")
    lines += ["", *(f"{name}: {was} → {now}" for name, was, now in changed_fields(event)), ""]
    lines += [f"Event {event.sequence}", f"Hash {event.hash}", f"Previous {event.previous_hash}"]
    return "\n".join(lines)


def verified_text(report: AuditVerification) -> str:
    """How the audit stands, in a few sentences."""
    head = f"Head {report.head}"
    if report.is_ok:
        return (
            f"All {report.events:,} events are as they were written; {report.records:,} records follow from "
            f"them, and {report.signatures:,} signatures hold. {head}"
        )
    return (
        f"Not as it was written: {len(report.findings):,} findings in {report.events:,} events, "
        f"{report.records:,} records and {report.signatures:,} signatures. {head}"
    )


def finding_columns() -> list[Column[Finding]]:
    """The columns of the list of findings."""
    return [
        Column("what", "Found in", lambda one: one.what.value, width=110),
        Column("event", "Event", lambda one: str(one.event or ""), lambda one: one.event or 0, 80, True),
        Column("sentence", "Finding", lambda one: one.sentence, width=760),
    ]


def columns() -> list[Column[EventRow]]:
    """The columns of the list of events."""
    return [
        Column("number", "No.", lambda event: str(event.sequence), lambda event: event.sequence, 70, True),
        Column("when", "When", when_text, lambda event: event.happened_at, 188),
        Column("by", "By", lambda event: event.actor, width=100),
        Column("action", "Action", lambda event: event.action, width=84),
        Column("record", "Record", record_text, width=200),
        Column("name", "Called", name_text, width=200),
        Column("reason", "Reason", lambda event: event.reason, width=200),
        Column("hash", "Hash", lambda event: event.hash[:HASH_LETTERS], width=120),
    ]


def _content(text: str) -> dict[str, Any]:
    try:
        content = json.loads(text) if text else {}
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _said(content: dict[str, Any], name: str) -> str:
    if name not in content or content[name] in (None, "", []):
        return _ABSENT
    value = content[name]
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
