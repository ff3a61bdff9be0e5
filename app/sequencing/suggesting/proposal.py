"""A suggestion as what it would change: each activity that moves or gets somebody, and the taking of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from app.sequencing.editing import Edit
from app.sequencing.model import Activity, Sequence
from app.sequencing.passes import Schedule, schedule
from app.sequencing.suggesting.answers import Suggestion


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """One activity as it is and as proposed; minutes of the window. `person_id` is who is proposed for it."""

    activity_id: str
    title: str
    start_before: int
    start_after: int
    duration_minutes: int
    person_id: int | None

    @property
    def minutes(self) -> int:
        """How much later it starts; negative when earlier."""
        return self.start_after - self.start_before


def proposed_changes(
    sequence: Sequence, current: Schedule, suggestion: Suggestion
) -> tuple[ProposedChange, ...]:
    """What the suggestion would change of what has not begun, by the new starts."""
    found = []
    for activity in sequence.activities:
        start = suggestion.starts.get(activity.id)
        if start is None or activity.actual_start is not None:
            continue
        person_id = None if activity.players else suggestion.players.get(activity.id)
        before = current.start_of(activity.id)
        if start != before or person_id is not None:
            found.append(
                ProposedChange(
                    activity.id, activity.title, before, start, activity.duration_minutes, person_id
                )
            )
    found.sort(key=lambda one: (one.start_after, one.start_before, one.title))
    return tuple(found)


def take_suggestion(
    sequence: Sequence, suggestion: Suggestion, chosen: Collection[str] | None = None
) -> Edit:
    """The sequence with the suggestion taken, whole or for the chosen activities, as one edit.

    Moved activities are pinned to their new starts, proposed people become players. When all is taken, what
    would otherwise not lie where proposed (held there by nothing else) is pinned as well.
    """
    current = schedule(sequence)
    changes = proposed_changes(sequence, current, suggestion)
    taken = {one.activity_id: one for one in changes if chosen is None or one.activity_id in chosen}
    result = sequence.replacing({key: _taken(sequence.activity(key), one) for key, one in taken.items()})
    if chosen is None:
        after = schedule(result)
        astray = {
            key: replace(result.activity(key), planned_start=start)
            for key, start in suggestion.starts.items()
            if key in result and after.start_of(key) != start and _is_free(result.activity(key))
        }
        result = result.replacing(astray)
    count = len(taken)
    label = "Accept the suggestion" if chosen is None else f"Accept {count} of the suggestion"
    return Edit(label, result)


def _is_free(activity: Activity) -> bool:
    return activity.fixed_start is None and activity.actual_start is None


def _taken(activity: Activity, change: ProposedChange) -> Activity:
    players = activity.players if change.person_id is None else (change.person_id,)
    if not change.minutes or activity.fixed_start is not None:
        return replace(activity, players=players)
    return replace(activity, players=players, planned_start=change.start_after)
