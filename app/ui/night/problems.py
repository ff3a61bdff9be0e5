"""Why an act of the night cannot be done now, and which changes can be rolled back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.sequencing.model import Activity
from app.sequencing.night import Act, NightEntry
from app.sequencing.night_rollback import has_begun, is_rolled_back
from app.sequencing.night_rules import refusal
from app.services.night.models import NightView

NO_NIGHT = "No night is open."
SELECT_FIRST = "Select an activity first."
_OVER = "This night is over; its log is a record."


def problem_of(act: Act, view: NightView, activity: Activity | None, now: datetime) -> str:
    """Why an act cannot be done on an activity at `now` (UTC); empty when it can, maybe for a reason."""
    if view.is_over:
        return _OVER
    if act in (Act.NOTE, Act.REPLAN):
        return ""
    if act is Act.END:
        return _refused(act, view, None, now)
    if act is Act.ROLL_BACK:
        return "" if changes_to_roll_back(view) else "No change has begun that could be rolled back."
    if activity is None:
        return SELECT_FIRST
    if act is Act.HAND_OVER:
        return ""
    return _refused(act, view, activity, now)


def changes_to_roll_back(view: NightView) -> list[str]:
    """The keys of changes of which something has begun that can be rolled back, in order."""
    return _begun(view, view.sequence.by_change)


def changes_before(view: NightView, gate_id: str) -> list[str]:
    """Those of `changes_to_roll_back` that stand right before a go/no-go point."""
    sequence = view.sequence
    keys = {sequence.activity(link.predecessor).change_key for link in sequence.links_into.get(gate_id, ())}
    return _begun(view, (key for key in keys if key is not None))


def _begun(view: NightView, keys: Iterable[str]) -> list[str]:
    steps = view.sequence.by_change
    return sorted(key for key in keys if has_begun(steps[key]) and not is_rolled_back(steps[key]))


def _refused(act: Act, view: NightView, activity: Activity | None, now: datetime) -> str:
    minute = view.run.minute(now)
    activity_id, change_key = (activity.id, activity.change_key) if activity else (None, None)
    found = refusal(
        view.sequence, NightEntry(0, act, minute, minute, activity_id, change_key), view.surroundings
    )
    return "" if found is None or found.may_be_overruled else found.sentence
