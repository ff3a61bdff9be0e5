"""The forward and the backward pass: start, finish, slack and criticality of every activity.

Every link is one inequality "start(successor) >= start(predecessor) + weight" (`topology.IndexedLink`), so
that one loop over the links in topological order is the forward pass and the same loop reversed the backward
pass (Kelley 1961; links with lags as in Elmaghraby and Kamburowski 1992).

* horizon = the latest finish; late finish <= min(horizon, deadline).
* total slack = late start - start: how far it can slip without moving the finish, missing a deadline or
  running into a fixed start. Negative when a deadline is missed or a fixed start contradicted.
* free slack = how far it can slip without moving any other activity.
* critical = total slack of zero or less (the least slack of a network is never above zero).

A fixed start is no reason for slack to pass through: predecessors are held by the fixed minute itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import sub
from typing import NamedTuple

from app.sequencing.model import Activity, ActivityState, Phase, Sequence

WeightedLink = tuple[int, int, int]


class Timing(NamedTuple):
    """When one activity happens, in minutes from the window's start, and how far it can slip."""

    start: int
    finish: int
    late_start: int
    late_finish: int
    total_slack: int
    free_slack: int
    is_critical: bool


class Contradiction(NamedTuple):
    """A predecessor that would let its fixed successor start only at `allowed_start`."""

    predecessor: str
    successor: str
    allowed_start: int


class Network(NamedTuple):
    """A sequence compiled to plain lists; indices are those of `sequence.activities`.

    `links` bind both passes; `links_to_fixed` end at a fixed start and only hold the predecessor;
    `links_to_dormant` end at a dormant rollback step and only push it.
    """

    sequence: Sequence
    durations: list[int]
    lower_bounds: list[int]
    deadlines: list[tuple[int, int]]
    fixed: frozenset[int]
    links: list[WeightedLink]
    links_to_fixed: list[WeightedLink]
    links_to_dormant: list[WeightedLink]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The outcome of both passes: a timing for each activity, the finish and whether the window holds it."""

    timings: Mapping[str, Timing]
    finish: int
    fits: bool
    contradictions: tuple[Contradiction, ...]

    def start_of(self, activity_id: str) -> int:
        """The minute the activity starts."""
        return self.timings[activity_id].start

    def finish_of(self, activity_id: str) -> int:
        """The minute the activity finishes."""
        return self.timings[activity_id].finish


def rollback_begins(sequence: Sequence, step: Activity) -> int:
    """The minute from which a rollback step without a place of its own counts.

    It is the minute it began; while it waits, the last that happened to its change if that was rolled back;
    0 (the window's start) before anything is rolled back.
    """
    if step.actual_start is not None:
        return step.actual_start
    others = [
        one for one in sequence.by_change.get(step.change_key or "", []) if one.phase is not Phase.ROLLBACK
    ]
    if not any(one.state is ActivityState.ROLLED_BACK for one in others):
        return 0
    happened = [
        minute for one in others for minute in (one.actual_start, one.actual_finish) if minute is not None
    ]
    return max(happened, default=0)


def compile_network(sequence: Sequence) -> Network:
    """Compile a sequence for the passes; the topological order is kept with the sequence and reused.

    Raises CyclicSequenceError, UnknownActivityError, DuplicateActivityError.
    """
    topology = sequence.topology
    durations: list[int] = []
    lower_bounds: list[int] = []
    deadlines: list[tuple[int, int]] = []
    fixed: list[int] = []
    for index, activity in enumerate(sequence.activities):
        durations.append(activity.duration_minutes)
        if activity.fixed_start is not None:
            fixed.append(index)
            lower_bounds.append(activity.fixed_start)
        elif activity.planned_start is None and activity.earliest_start is None:
            is_step = activity.phase is Phase.ROLLBACK
            lower_bounds.append(rollback_begins(sequence, activity) if is_step else 0)
        else:
            lower_bounds.append(activity.not_before)
        if activity.deadline is not None:
            deadlines.append((index, activity.deadline))
    weighted = [
        (
            predecessor,
            successor,
            lag + from_finish * durations[predecessor] - to_finish * durations[successor],
        )
        for predecessor, successor, from_finish, to_finish, lag in topology.links
    ]
    links_to_fixed: list[WeightedLink] = []
    links_to_dormant: list[WeightedLink] = []
    dormant = sequence.dormant
    if fixed or dormant:
        fixed_set = set(fixed)
        links_to_dormant = [link for link in weighted if link[1] in dormant and link[1] not in fixed_set]
        live = [link for link in weighted if link[0] not in dormant and link[1] not in dormant]
        links_to_fixed = [link for link in live if link[1] in fixed_set]
        weighted = [link for link in live if link[1] not in fixed_set]
    return Network(
        sequence,
        durations,
        lower_bounds,
        deadlines,
        frozenset(fixed),
        weighted,
        links_to_fixed,
        links_to_dormant,
    )


def earliest_starts(network: Network) -> list[int]:
    """The forward pass: the start of each activity in minutes, by index."""
    starts = network.lower_bounds.copy()
    for predecessor, successor, weight in network.links:
        allowed = starts[predecessor] + weight
        if allowed > starts[successor]:
            starts[successor] = allowed
    for predecessor, successor, weight in network.links_to_dormant:
        allowed = starts[predecessor] + weight
        if allowed > starts[successor]:
            starts[successor] = allowed
    return starts


def latest_starts(network: Network, starts: list[int], horizon: int) -> tuple[list[int], list[int]]:
    """The backward pass: the latest start and the free slack of each activity in minutes, by index."""
    durations = network.durations
    late = [horizon - duration for duration in durations]
    for index, deadline in network.deadlines:
        if deadline < horizon:
            late[index] = deadline - durations[index]
    for index in network.sequence.dormant:
        late[index] = max(starts[index], network.sequence.window_minutes - durations[index])
    for predecessor, successor, weight in network.links_to_fixed:
        allowed = starts[successor] - weight
        if allowed < late[predecessor]:
            late[predecessor] = allowed
    free = list(map(sub, late, starts))
    for predecessor, successor, weight in reversed(network.links):
        allowed = late[successor] - weight
        if allowed < late[predecessor]:
            late[predecessor] = allowed
        gap = starts[successor] - weight - starts[predecessor]
        if gap < free[predecessor]:
            free[predecessor] = gap
    return late, free


def schedule(sequence: Sequence, network: Network | None = None) -> Schedule:
    """Both passes over a sequence; an empty one finishes at minute 0.

    Raises CyclicSequenceError, UnknownActivityError, DuplicateActivityError.
    """
    network = compile_network(sequence) if network is None else network
    starts = earliest_starts(network)
    durations = network.durations
    finishes = [start + duration for start, duration in zip(starts, durations, strict=True)]
    dormant = sequence.dormant
    if dormant:
        horizon = max((end for index, end in enumerate(finishes) if index not in dormant), default=0)
    else:
        horizon = max(finishes, default=0)
    late, free = latest_starts(network, starts, horizon)
    late_finishes = [start + duration for start, duration in zip(late, durations, strict=True)]
    slack = list(map(sub, late, starts))
    critical = [minutes <= 0 for minutes in slack]
    for index in dormant:
        critical[index] = False
    rows = zip(starts, finishes, late, late_finishes, slack, free, critical, strict=True)
    ids = sequence.ids
    contradictions = tuple(
        Contradiction(ids[predecessor], ids[successor], starts[predecessor] + weight)
        for predecessor, successor, weight in network.links_to_fixed
        if starts[predecessor] + weight > starts[successor]
    )
    timings = dict(zip(ids, map(Timing._make, rows), strict=True))
    return Schedule(timings, horizon, horizon <= sequence.window_minutes, contradictions)
