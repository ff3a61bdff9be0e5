"""Whether a night's log, its audit events and the window's sequence still say the same."""

from __future__ import annotations

import json

from app.sequencing.night import fold
from app.services.night.standing import Standing, standing
from app.services.workplace import Workplace
from app.store.nights import LogLine, begun_row, log_row
from app.store.plain import canonical, instant_text
from app.store.queries.audit_events import EventRow, EventSearch, find_events

_EVERYTHING = 1_000_000
_RUN_WORDS = {
    "plan_sha256": "plan",
    "begun_by": "first actor",
    "zero_at": "first minute",
    "begun_at": "beginning",
}
_STATE_FIELDS = ("state", "actual_start", "actual_finish")


def disagreements(workplace: Workplace, run_id: int) -> tuple[str, ...]:
    """Every way in which a run was changed behind the program's back, a sentence each; empty when in none.

    The run and each line of its log must stand in the audit chain as they were written, and the states and
    actual times of the real run's activities must follow from the log.
    """
    with workplace.read() as connection:
        night = standing(connection, run_id)
        events = find_events(connection, EventSearch("", "night", str(run_id), limit=_EVERYTHING))
        own = find_events(connection, EventSearch("", "night_run", str(run_id), limit=_EVERYTHING))
    return (*_against_its_own(night, own), *_against_events(night, events), *_against_state(night))


def _against_events(night: Standing, events: tuple[EventRow, ...]) -> list[str]:
    written = {content["number"]: content for content in (json.loads(event.after) for event in events)}
    numbers = {line.entry.number for line in night.log}
    found = [
        f"Line {line.entry.number} of the night's log is not as it was written."
        for line in night.log
        if not _is_as_written(night.run.id, line, written.get(line.entry.number))
    ]
    missing = sorted(set(written) - numbers)
    return found + [f"Line {number} is gone from the night's log." for number in missing]


def _is_as_written(run_id: int | None, line: LogLine, content: dict[str, object] | None) -> bool:
    return bool(content == json.loads(canonical(log_row(run_id, line))))


def _against_its_own(night: Standing, events: tuple[EventRow, ...]) -> list[str]:
    """What of the run itself is not as the events of its beginning and its end say."""
    said = {event.action: json.loads(event.after) for event in events}
    if "begun" not in said:
        return ["No event says that the night was begun."]
    now = json.loads(canonical(begun_row(night.run)))
    found = [
        f"The night's {_RUN_WORDS.get(name, name.replace('_', ' '))} is not as it was begun."
        for name, was in said["begun"].items()
        if now.get(name) != was
    ]
    ended_at = instant_text(night.run.ended_at) if night.run.ended_at else None
    if ended_at != said.get("ended", {}).get("ended_at"):
        found.append("The night's end is not as it was written.")
    return found


def _against_state(night: Standing) -> list[str]:
    if night.run.is_rehearsal:
        return []
    told = fold(night.base, (line.entry for line in night.log))
    found = []
    for stored in night.sequence.activities:
        expected = told.activity(stored.id)
        if any(getattr(stored, name) != getattr(expected, name) for name in _STATE_FIELDS):
            found.append(
                f"“{stored.title}” is {stored.state.value.replace('_', ' ')} in the sequence, but "
                f"{expected.state.value.replace('_', ' ')} by the night's log, or at other times."
            )
    return found
