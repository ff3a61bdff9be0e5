"""A record's history for people: each audit event as who, when, what changed from what to what."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.store.queries.changes import HistoryRow

_UNSPOKEN = {"id", "version", "change_id", "checkpoint_id", "window_id_before"}
_LONGEST_VALUE = 200
_NAMES = ("key", "number", "title", "criterion_code", "text", "name")


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One event: instant (UTC), who, a headline, the fields that changed, and the reason given."""

    sequence: int
    happened_at: datetime
    actor: str
    headline: str
    changes: tuple[str, ...]
    reason: str


def entries(rows: tuple[HistoryRow, ...]) -> tuple[HistoryEntry, ...]:
    """History rows told for people, in the order given."""
    return tuple(_entry(row) for row in rows)


def _entry(row: HistoryRow) -> HistoryEntry:
    before, after = _content(row.before), _content(row.after)
    kind = row.record_kind.replace("_", " ")
    name = _name(after or before)
    headline = (
        f"{kind.capitalize()} {row.action}"
        if kind == "change"
        else f"{kind.capitalize()} {name} {row.action}"
    )
    changed = _differences(before, after) if before and after else ()
    return HistoryEntry(
        row.sequence, datetime.fromisoformat(row.happened_at), row.actor, headline, changed, row.reason
    )


def _content(text: str) -> dict[str, Any]:
    content = json.loads(text) if text else {}
    return content if isinstance(content, dict) else {}


def _name(content: dict[str, Any]) -> str:
    if content.get("deployed_at"):
        return f"of {datetime.fromisoformat(content['deployed_at']):%Y-%m-%d %H:%M} UTC"
    return next((_spoken(content[name]) for name in _NAMES if content.get(name)), "")


def _differences(before: dict[str, Any], after: dict[str, Any]) -> tuple[str, ...]:
    return tuple(
        f"{field.replace('_', ' ')}: {_spoken(before.get(field))} → {_spoken(content)}"
        for field, content in after.items()
        if field not in _UNSPOKEN and before.get(field) != content
    )


def _spoken(content: Any) -> str:
    if content is None or content in ("", []):
        return "nothing"
    if isinstance(content, bool):
        return "yes" if content else "no"
    text = ", ".join(map(_spoken, content)) if isinstance(content, list) else str(content)
    return text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "…"
