"""The values of a sequence: activities, links and the immutable network they form.

All times are whole minutes relative to the window's start instant: 0 is the start of the window, negative
minutes are work before it. A change of the clocks does not matter here; callers convert with
`start_instant + timedelta(minutes=minute)`.

When an activity starts
-----------------------
* `fixed_start` set: exactly then, whatever the links say; a predecessor that contradicts it is a conflict.
* otherwise at the latest of: what its links allow, `earliest_start`, and the pin `planned_start`.
* with neither `earliest_start` nor a pin, not before the window's start (minute 0).

Dragging an activity sets its pin (it does not start before the place it was put), "as early as possible"
clears it. A pin or an earliest start below zero is how work before the window is planned.

Rollback steps (phase ROLLBACK) are dormant until their change is rolled back: they are drawn, but move
nothing, need nobody and do not count towards the finish.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from app.sequencing.errors import DuplicateActivityError, UnknownActivityError
from app.sequencing.topology import IndexedLink, Topology, reachable, sort_network

SPREAD_MINUTES = 24 * 60
"""Work of this length or longer is done beside other work: it books nobody, as plans of weeks mean it."""


class Phase(StrEnum):
    """What an activity is for."""

    PREPARE = "prepare"
    DEPLOY = "deploy"
    VERIFY = "verify"
    CLOSE = "close"
    ROLLBACK = "rollback"


class ActivityState(StrEnum):
    """Where an activity stands on the night."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"
    ROLLED_BACK = "rolled_back"


class LinkKind(StrEnum):
    """Which end of the predecessor holds which end of the successor."""

    FINISH_START = "FS"
    START_START = "SS"
    FINISH_FINISH = "FF"
    START_FINISH = "SF"

    @property
    def is_from_finish(self) -> bool:
        """The link counts from the predecessor's finish."""
        return self is LinkKind.FINISH_START or self is LinkKind.FINISH_FINISH

    @property
    def is_to_finish(self) -> bool:
        """The link holds the successor's finish."""
        return self is LinkKind.FINISH_FINISH or self is LinkKind.START_FINISH


@dataclass(frozen=True, slots=True)
class CiHold:
    """A configuration item an activity holds: exclusively, or `units` of the item's capacity."""

    ci_id: int
    exclusive: bool = True
    units: int = 1


@dataclass(frozen=True, slots=True)
class Activity:
    """One step of a window's sequence; the module says when it starts. `team_id`: one of that team.

    `workstream` and `group` are the plan's own headings; `source_key` is the step's key in an imported plan.
    """

    id: str
    title: str
    phase: Phase = Phase.DEPLOY
    change_key: str | None = None
    duration_minutes: int = 0
    optimistic_minutes: int | None = None
    pessimistic_minutes: int | None = None
    earliest_start: int | None = None
    fixed_start: int | None = None
    deadline: int | None = None
    players: tuple[int, ...] = ()
    team_id: int | None = None
    configuration_items: tuple[CiHold, ...] = ()
    is_go_no_go: bool = False
    instructions: str = ""
    rollback_minutes: int | None = None
    position: int = 0
    state: ActivityState = ActivityState.PLANNED
    actual_start: int | None = None
    actual_finish: int | None = None
    planned_start: int | None = None
    workstream: str = ""
    group: str = ""
    source_key: str = ""

    @property
    def booked_players(self) -> tuple[int, ...]:
        """The players who can do nothing else meanwhile: none of work that is spread over a day or more."""
        return self.players if self.duration_minutes < SPREAD_MINUTES else ()

    @property
    def not_before(self) -> int:
        """The minute its own bounds allow, links aside: the later of earliest start and pin, else 0."""
        if self.planned_start is None:
            return 0 if self.earliest_start is None else self.earliest_start
        if self.earliest_start is None:
            return self.planned_start
        return max(self.planned_start, self.earliest_start)


@dataclass(frozen=True, slots=True)
class Link:
    """A dependency between two activities; a negative lag lets the successor overlap."""

    predecessor: str
    successor: str
    kind: LinkKind = LinkKind.FINISH_START
    lag_minutes: int = 0

    @property
    def key(self) -> tuple[str, str, LinkKind]:
        """What makes a link the same link: its two ends and its kind."""
        return self.predecessor, self.successor, self.kind


@dataclass(frozen=True)
class Sequence:
    """A window's activities and links; immutable, its look-ups are made once and kept beside the fields."""

    activities: tuple[Activity, ...] = ()
    links: tuple[Link, ...] = ()
    window_minutes: int = 480

    @cached_property
    def ids(self) -> list[str]:
        """The ids in the order of `activities`."""
        return [activity.id for activity in self.activities]

    @cached_property
    def index_of(self) -> dict[str, int]:
        """Id to index in `activities`. Raises DuplicateActivityError."""
        index_of = {activity_id: index for index, activity_id in enumerate(self.ids)}
        if len(index_of) < len(self.ids):
            raise DuplicateActivityError(next(i for n, i in enumerate(self.ids) if index_of[i] != n))
        return index_of

    @cached_property
    def topology(self) -> Topology:
        """The network's order. Raises CyclicSequenceError, UnknownActivityError, DuplicateActivityError."""
        titles = [activity.title for activity in self.activities]
        return sort_network(self.ids, titles, _indexed(self.links, self.index_of))

    @cached_property
    def rows(self) -> tuple[Activity, ...]:
        """The activities in the order of the table: by position, then as given."""
        return tuple(sorted(self.activities, key=lambda activity: activity.position))

    @cached_property
    def row_numbers(self) -> dict[str, int]:
        """The number of each activity's row in the table, from 1, by id."""
        return {activity.id: number for number, activity in enumerate(self.rows, start=1)}

    @cached_property
    def links_into(self) -> dict[str, list[Link]]:
        """The links that end at an activity, by its id; activities without any are left out."""
        links: dict[str, list[Link]] = {}
        for link in self.links:
            links.setdefault(link.successor, []).append(link)
        return links

    @cached_property
    def links_out_of(self) -> dict[str, list[Link]]:
        """The links that begin at an activity, by its id; activities without any are left out."""
        links: dict[str, list[Link]] = {}
        for link in self.links:
            links.setdefault(link.predecessor, []).append(link)
        return links

    @cached_property
    def by_change(self) -> dict[str, list[Activity]]:
        """The activities of each change, by its key."""
        groups: dict[str, list[Activity]] = {}
        for activity in self.activities:
            if activity.change_key is not None:
                groups.setdefault(activity.change_key, []).append(activity)
        return groups

    @cached_property
    def changes_above(self) -> dict[str, tuple[str, ...]]:
        """The changes that stand on each change, by a chain of links from its steps to theirs, in order.

        Rollback steps stand outside of this. Raises what `topology` raises.
        """
        change_of = [
            None if activity.phase is Phase.ROLLBACK else activity.change_key for activity in self.activities
        ]
        direct: dict[str, set[str]] = {}
        for predecessor, successor, _, _, _ in self.topology.links:
            below, above = change_of[predecessor], change_of[successor]
            if below is not above and below is not None and above is not None and below != above:
                direct.setdefault(below, set()).add(above)
        return {key: tuple(sorted(reached)) for key, reached in reachable(direct).items()}

    @cached_property
    def dormant(self) -> frozenset[int]:
        """Indices of rollback steps whose change has not been rolled back."""
        steps = [index for index, activity in enumerate(self.activities) if activity.phase is Phase.ROLLBACK]
        if not steps:
            return frozenset()
        rolled_back = {
            activity.change_key
            for activity in self.activities
            if activity.state is ActivityState.ROLLED_BACK and activity.phase is not Phase.ROLLBACK
        }
        return frozenset(
            index
            for index in steps
            if self.activities[index].state is ActivityState.PLANNED
            and self.activities[index].change_key not in rolled_back
        )

    def __contains__(self, activity_id: str) -> bool:
        return activity_id in self.index_of

    def __len__(self) -> int:
        return len(self.activities)

    def activity(self, activity_id: str) -> Activity:
        """The activity with this id. Raises UnknownActivityError."""
        try:
            return self.activities[self.index_of[activity_id]]
        except KeyError:
            raise UnknownActivityError(activity_id) from None

    def replacing(self, changed: Mapping[str, Activity]) -> Sequence:
        """The same network with some activities replaced by id; the order already worked out is kept.

        Raises UnknownActivityError for an id the sequence does not have.
        """
        activities = list(self.activities)
        stay_in_their_change = True
        for activity_id, activity in changed.items():
            if activity_id not in self.index_of:
                raise UnknownActivityError(activity_id)
            before = activities[self.index_of[activity_id]]
            stay_in_their_change &= (before.change_key, before.phase) == (activity.change_key, activity.phase)
            activities[self.index_of[activity_id]] = activity
        replaced = Sequence(tuple(activities), self.links, self.window_minutes)
        kept = ("ids", "index_of", "topology", "links_into", "links_out_of")
        for name in (*kept, "changes_above") if stay_in_their_change else kept:
            if name in self.__dict__:
                replaced.__dict__[name] = self.__dict__[name]
        if stay_in_their_change and "by_change" in self.__dict__:
            replaced.__dict__["by_change"] = self._regrouped(changed)
        return replaced

    def _regrouped(self, changed: Mapping[str, Activity]) -> dict[str, list[Activity]]:
        """The groups of `by_change` with some activities replaced within their changes."""
        groups = dict(self.by_change)
        for key in {activity.change_key for activity in changed.values()}:
            if key is not None:
                groups[key] = [changed.get(activity.id, activity) for activity in groups[key]]
        return groups


def _indexed(links: Iterable[Link], index_of: Mapping[str, int]) -> list[IndexedLink]:
    """The links by row numbers. Raises UnknownActivityError for one that names an activity outside."""
    try:
        return [
            IndexedLink(
                index_of[link.predecessor],
                index_of[link.successor],
                1 if link.kind.is_from_finish else 0,
                1 if link.kind.is_to_finish else 0,
                link.lag_minutes,
            )
            for link in links
        ]
    except KeyError as missing:
        raise UnknownActivityError(str(missing.args[0])) from missing


def new_activity_id() -> str:
    """A fresh id for an activity: 32 hexadecimal digits."""
    return uuid.uuid4().hex
