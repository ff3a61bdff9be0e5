"""Playing a sequence through many runs at once: one array operation a link, over all runs.

The rule is that of the forecast: a step starts at the latest of what its links allow, its own bounds (a fixed
start is one) and the people and items it waits for; one that has started did so when it did.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.sequencing.chance.beta_pert import Floats
from app.sequencing.chance.holds import Holds, Pool
from app.sequencing.model import Sequence


@dataclass(frozen=True, slots=True)
class Wait:
    """A step waits for `before`: for its finish or its start, plus `lag`; for its own finish if so said."""

    before: int
    from_finish: bool
    to_finish: bool
    lag: np.float32


@dataclass(frozen=True, slots=True)
class Runs:
    """Starts and finishes in minutes by activity (row) and run (column); rows left out are undefined."""

    starts: Floats
    finishes: Floats
    durations: Floats

    def horizon(self, order: list[int]) -> Floats:
        """The finish of each run."""
        return np.asarray(self.finishes[order].max(axis=0), np.float32)


def waits_of(sequence: Sequence, holds: Holds) -> dict[int, list[Wait]]:
    """All that each activity waits for, by index: links first, then people and items not implied by them."""
    played = set(holds.order)
    waits: dict[int, list[Wait]] = {index: [] for index in holds.order}
    direct: set[tuple[int, int]] = set()
    for before, after, from_finish, to_finish, lag in sequence.topology.links:
        if before in played and after in played:
            waits[after].append(Wait(before, bool(from_finish), bool(to_finish), np.float32(lag)))
            if from_finish and not to_finish and lag >= 0:
                direct.add((before, after))
    for after, befores in holds.waits.items():
        indirect = (one for one in befores if (one, after) not in direct)
        waits[after] += [Wait(one, True, False, np.float32(0)) for one in indirect]
    return waits


def play(sequence: Sequence, holds: Holds, waits: dict[int, list[Wait]], durations: Floats) -> Runs:
    """The start and finish of every activity in every run."""
    starts, finishes = np.empty_like(durations), np.empty_like(durations)
    spare = np.empty(durations.shape[1], np.float32)
    runs = durations.shape[1]
    free = {pool.ci_id: np.full((pool.capacity, runs), -np.inf, np.float32) for pool in holds.pools}
    for index in holds.order:
        activity = sequence.activities[index]
        start = starts[index]
        pools = [pool for pool in holds.pools if index in pool.units]
        if activity.actual_start is not None:
            start.fill(activity.actual_start)
        else:
            start.fill(activity.not_before if activity.fixed_start is None else activity.fixed_start)
            for wait in waits[index]:
                np.maximum(start, _allowed(wait, starts, finishes, durations[index], spare), out=start)
            for pool in pools:
                np.maximum(start, free[pool.ci_id][pool.units[index] - 1], out=start)
        np.add(start, durations[index], out=finishes[index])
        for pool in pools:
            units = free[pool.ci_id]
            units[: pool.units[index]] = finishes[index]
            units.sort(axis=0)
    return Runs(starts, finishes, durations)


def _allowed(wait: Wait, starts: Floats, finishes: Floats, duration: Floats, spare: Floats) -> Floats:
    source: Floats = finishes[wait.before] if wait.from_finish else starts[wait.before]
    if not wait.lag and not wait.to_finish:
        return source
    np.add(source, wait.lag, out=spare)
    if wait.to_finish:
        np.subtract(spare, duration, out=spare)
    return spare


def drives_finish(
    holds: Holds, waits: dict[int, list[Wait]], runs: Runs, horizon: Floats
) -> Iterator[tuple[int, NDArray[np.bool_]]]:
    """For each activity, from the last back, the runs in which its delay would delay the finish.

    An activity drives the finish when it ends it, or when one that drives it starts exactly when this one
    lets it (the same sums as in `play`, so that equality is exact).
    """
    marks: dict[int, NDArray[np.bool_]] = {}
    spare = np.empty_like(horizon)
    tight = np.empty(horizon.shape, np.bool_)
    earlier = _earlier_users(holds.pools, holds.order)
    for index in reversed(holds.order):
        mark = runs.finishes[index] == horizon
        if index in marks:
            mark |= marks.pop(index)
        yield index, mark
        if not mark.any():
            continue
        start, duration = runs.starts[index], runs.durations[index]
        for wait in waits[index]:
            allowed = _allowed(wait, runs.starts, runs.finishes, duration, spare)
            _mark(marks, wait.before, np.equal(allowed, start, out=tight), mark)
        for before in earlier.get(index, ()):
            _mark(marks, before, np.equal(runs.finishes[before], start, out=tight), mark)


def _mark(
    marks: dict[int, NDArray[np.bool_]], index: int, tight: NDArray[np.bool_], mark: NDArray[np.bool_]
) -> None:
    np.logical_and(tight, mark, out=tight)
    if index in marks:
        np.logical_or(marks[index], tight, out=marks[index])
    else:
        marks[index] = tight.copy()


def _earlier_users(pools: tuple[Pool, ...], order: list[int]) -> dict[int, set[int]]:
    """For each user of a limited item those before it in the order, who may keep it waiting."""
    found: dict[int, set[int]] = {}
    for pool in pools:
        users = [index for index in order if index in pool.units]
        for place, index in enumerate(users):
            found.setdefault(index, set()).update(users[:place])
    return found
