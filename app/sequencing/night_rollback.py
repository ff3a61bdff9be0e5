"""Rolling a change back on the night: the steps it brings in, and what stands on the change.

A rollback step hangs on its change without links of its own; once the change is rolled back its steps follow
one another in the order of the table, those of a change that stands on it first, and what waited for the
change waits for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.sequencing.model import Activity, ActivityState, Link, Phase, Sequence
from app.sequencing.night import Choice
from app.sequencing.no_return import rollback_minutes, standing_on

_BEGUN = (ActivityState.RUNNING, ActivityState.DONE, ActivityState.FAILED)
_WAITING = ActivityState.PLANNED


@dataclass(frozen=True, slots=True)
class Dependant:
    """A change that stands on the one rolled back, and what may become of it; `proposed` comes first."""

    change_key: str
    has_begun: bool
    steps_begun: int
    steps_waiting: int
    rollback_minutes: int
    proposed: Choice
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class RollbackQuestion:
    """What a person is asked before a change is rolled back; minutes from the run's minute 0.

    `steps` are the rollback steps brought in, `stopped` those waiting that will be skipped, `waiting` the
    activities of no change, or of others, that wait for it. `finish` is when its rollback can end.
    """

    change_key: str
    steps: tuple[Activity, ...]
    stopped: tuple[Activity, ...]
    waiting: tuple[Activity, ...]
    dependants: tuple[Dependant, ...]
    rollback_minutes: int
    finish: int
    window_minutes: int

    @property
    def fits(self) -> bool:
        """Whether its own rollback and that of what would go with it ends within the window."""
        return self.finish <= self.window_minutes


def has_begun(activities: list[Activity]) -> bool:
    """Whether anything of a change has happened that could be rolled back."""
    return any(one.phase is not Phase.ROLLBACK and one.state in _BEGUN for one in activities)


def is_rolled_back(activities: list[Activity]) -> bool:
    """Whether a change has been rolled back already."""
    return any(
        one.phase is not Phase.ROLLBACK and one.state is ActivityState.ROLLED_BACK for one in activities
    )


def rollback_question(sequence: Sequence, change_key: str, minute: int) -> RollbackQuestion:
    """What rolling this change back at `minute` brings in, stops, and asks about."""
    own = sequence.by_change.get(change_key, [])
    above = sorted(standing_on(sequence).get(change_key, ()))
    dependants = tuple(
        _dependant(key, sequence.by_change[key])
        for key in above
        if not is_rolled_back(sequence.by_change[key])
        and any(one.state in (*_BEGUN, _WAITING) for one in _live(sequence.by_change[key]))
    )
    minutes = rollback_minutes(own) or 0
    others = sum(one.rollback_minutes for one in dependants if one.proposed is Choice.ROLL_BACK)
    return RollbackQuestion(
        change_key,
        tuple(sorted((one for one in own if one.phase is Phase.ROLLBACK), key=lambda one: one.position)),
        tuple(one for one in _live(own) if one.state is _WAITING),
        tuple(_waiting_outside(sequence, change_key)),
        dependants,
        minutes,
        minute + minutes + others,
        sequence.window_minutes,
    )


def _live(activities: list[Activity]) -> list[Activity]:
    return [one for one in activities if one.phase is not Phase.ROLLBACK]


def _dependant(key: str, activities: list[Activity]) -> Dependant:
    begun = sum(one.state in _BEGUN for one in _live(activities))
    waiting = sum(one.state is _WAITING for one in _live(activities))
    choices = (
        (Choice.ROLL_BACK, Choice.LEAVE_OUT, Choice.KEEP)
        if begun and waiting
        else (Choice.ROLL_BACK, Choice.KEEP)
        if begun
        else (Choice.LEAVE_OUT, Choice.KEEP)
    )
    minutes = (rollback_minutes(activities) or 0) if begun else 0
    return Dependant(key, bool(begun), begun, waiting, minutes, choices[0], choices)


def _waiting_outside(sequence: Sequence, change_key: str) -> list[Activity]:
    own = {one.id for one in _live(sequence.by_change.get(change_key, []))}
    followers = {link.successor for link in sequence.links if link.predecessor in own} - own
    return [one for one in sequence.rows if one.id in followers and one.state is _WAITING]


def awakened(sequence: Sequence) -> Sequence:
    """The sequence with the links that a rollback implies; the same object where nothing is rolled back."""
    keys = [key for key, activities in sequence.by_change.items() if is_rolled_back(activities)]
    if not keys:
        return sequence
    above = standing_on(sequence)
    implied: dict[tuple[str, str], Link] = {}
    steps = {key: _steps(sequence, key) for key in keys}
    for key in keys:
        for one, other in zip(steps[key], steps[key][1:], strict=False):
            implied[one.id, other.id] = Link(one.id, other.id)
        for higher in above.get(key, ()):
            if steps.get(higher) and steps[key]:
                implied[steps[higher][-1].id, steps[key][0].id] = Link(steps[higher][-1].id, steps[key][0].id)
        for waiting in _waiting_outside(sequence, key):
            if steps[key] and waiting.change_key is None:
                implied[steps[key][-1].id, waiting.id] = Link(steps[key][-1].id, waiting.id)
    known = {(link.predecessor, link.successor) for link in sequence.links}
    known |= {(link.successor, link.predecessor) for link in sequence.links}
    added = tuple(link for ends, link in implied.items() if ends not in known)
    if not added:
        return sequence
    candidate = Sequence(sequence.activities, (*sequence.links, *added), sequence.window_minutes)
    return candidate if _has_order(candidate) else sequence


def _steps(sequence: Sequence, key: str) -> list[Activity]:
    found = [one for one in sequence.by_change.get(key, []) if one.phase is Phase.ROLLBACK]
    return sorted(found, key=lambda one: one.position)


def _has_order(sequence: Sequence) -> bool:
    from app.sequencing.errors import CyclicSequenceError

    try:
        return bool(sequence.topology.order) or not sequence.activities
    except CyclicSequenceError:
        return False
