"""What a window's sequence says about its changes: what stands against their steps, and their way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.domain.register import ConfigurationItem, Person, Team
from app.domain.windows import MaintenanceWindow
from app.sequencing.analysis import analyse
from app.sequencing.conflict_kinds import ConflictKind
from app.sequencing.errors import SequenceError
from app.services.surroundings import surroundings, window_minutes
from app.store.queries.sequence import SequenceFacts
from app.store.reading import find
from app.store.sequences import read_sequence

_TOLD = frozenset(
    {
        ConflictKind.PLAYER_DOUBLE_BOOKED,
        ConflictKind.PLAYER_UNAVAILABLE,
        ConflictKind.PLAYER_OVER_HOURS,
        ConflictKind.DEVELOPER_AS_PLAYER,
        ConflictKind.CI_OVER_CAPACITY,
        ConflictKind.DEADLINE_MISSED,
        ConflictKind.FIXED_START_CONTRADICTED,
        ConflictKind.PAST_NO_RETURN,
    }
)
"""The kinds that the rules of the board do not find by themselves."""


@dataclass(frozen=True, slots=True)
class NightFlags:
    """By change key: sentences against its steps; and (rollback, slack) in minutes.

    The rollback is its own with that of what stands on it; the slack is what the window has left after the
    change was proven.
    """

    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ways_back: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def night_flags(
    connection: Connection, window: MaintenanceWindow, items: tuple[ConfigurationItem, ...]
) -> NightFlags:
    """The flags of a window's stored sequence; none where it has no steps or its links run in a circle.

    `items` are all configuration items of the register. Only the players of the night are read of its people.
    """
    minutes = window_minutes(window)
    sequence = read_sequence(connection, window.id or 0, minutes).sequence
    if not sequence.activities:
        return NightFlags()
    players = sorted({person for step in sequence.activities for person in step.players})
    people = tuple(find(connection, Person, id=players)) if players else ()
    facts = SequenceFacts(people, tuple(find(connection, Team)), items, (), (), ())
    try:
        analysis = analyse(sequence, surroundings(window, facts))
    except SequenceError:
        return NightFlags()
    key_of = {activity.id: activity.change_key for activity in sequence.activities}
    reasons: dict[str, dict[str, None]] = {}
    for conflict in analysis.conflicts:
        if conflict.kind in _TOLD:
            for key in {key_of[one] for one in conflict.activity_ids}:
                if key is not None:
                    reasons.setdefault(key, {})[conflict.reason] = None
    return NightFlags(
        {key: tuple(found) for key, found in reasons.items()},
        {
            key: (point.rollback_minutes + point.dependants_rollback_minutes, minutes - point.proven_at)
            for key, point in analysis.points_of_no_return.items()
        },
    )
