"""Re-planning a running night with the least disturbance: as few agreed starts moved as can be.

Right shift is the plain way: every waiting activity, in the order agreed, goes to the first minute at which
what it waits for, its people and its items let it. The search may only do better: it starts from right shift
as its hint, its finish is capped at right shift's, and it minimises the activities moved, then how far.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.sequencing.conflict_kinds import takes_part
from app.sequencing.forecast import forecast
from app.sequencing.model import Activity, ActivityState, Sequence
from app.sequencing.night_picture import agreed_schedule
from app.sequencing.night_rollback import awakened
from app.sequencing.passes import Schedule, schedule
from app.sequencing.right_shift import right_shift
from app.sequencing.suggesting.compiling import Rules, compile_problem
from app.sequencing.suggesting.cp_building import build_cp
from app.sequencing.suggesting.cp_problem import CpProblem
from app.sequencing.surroundings import Surroundings

REPLAN_SECONDS = 1.0
_MOVE_WEIGHT = 10_000
"""One activity moved weighs more than any sum of minutes moved that a night can hold."""


@dataclass(frozen=True, slots=True)
class Move:
    """One waiting activity that gets another start than was agreed (minutes of the run)."""

    activity_id: str
    agreed_start: int
    start: int


@dataclass(frozen=True, slots=True)
class Replan:
    """A proposed re-plan: the moves, the finish, and what right shift alone would have done."""

    moves: tuple[Move, ...]
    finish: int
    right_shift_moves: int
    right_shift_finish: int
    seconds: float
    is_proven: bool

    @property
    def starts(self) -> Mapping[str, int]:
        """The new start by activity id, of moved activities alone."""
        return {move.activity_id: move.start for move in self.moves}


def replan(
    sequence: Sequence,
    minute: int,
    surroundings: Surroundings,
    seconds: float = REPLAN_SECONDS,
    stop: threading.Event | None = None,
) -> Replan:
    """Re-plan what still waits at `minute`; what has happened stays. Never finishes later than right shift.

    Raises CyclicSequenceError for a network without an order.
    """
    began = time.perf_counter()
    standing = awakened(sequence)
    agreed = agreed_schedule(standing, forecast(standing, minute))
    shifted = right_shift(standing, minute, agreed, surroundings)
    waiting = _waiting(standing)
    plain = {one.id: shifted.starts[one.id] for one in waiting}
    late = sum(plain[one.id] != agreed.start_of(one.id) for one in waiting)
    best, is_proven = plain, not late
    if late and seconds > 0 and not (stop is not None and stop.is_set()):
        left = max(0.05, seconds - (time.perf_counter() - began))
        search = _Search(standing, minute, agreed, shifted.starts, shifted.finish, surroundings)
        found, is_proven = search.run(left, stop)
        best = found or plain
    moves = tuple(
        Move(one.id, agreed.start_of(one.id), best[one.id])
        for one in sorted(waiting, key=lambda one: (best[one.id], one.position))
        if best[one.id] != agreed.start_of(one.id)
    )
    finish = max([shifted.fixed_finish, *(best[one.id] + one.duration_minutes for one in waiting)])
    return Replan(moves, finish, late, shifted.finish, time.perf_counter() - began, is_proven)


def warm_up() -> None:
    """Import the solver before it is first needed, off the window's thread; it takes about half a second."""
    from ortools.sat.python import cp_model

    cp_model.CpModel()


def _waiting(sequence: Sequence) -> list[Activity]:
    dormant = sequence.dormant
    return [
        one
        for index, one in enumerate(sequence.activities)
        if one.state is ActivityState.PLANNED and index not in dormant
    ]


class _Search:
    """One search over the constraint model of the rest of the night."""

    def __init__(
        self,
        standing: Sequence,
        minute: int,
        agreed: Schedule,
        shifted: Mapping[str, int],
        shifted_finish: int,
        surroundings: Surroundings,
    ) -> None:
        self.standing = standing
        self.agreed = agreed
        self.shifted = shifted
        self.waiting = _waiting(standing)
        frozen = _frozen(standing, minute, shifted_finish)
        rules = Rules(keep_points_of_no_return=False)
        self.model = build_cp(compile_problem(frozen, surroundings, schedule(frozen), rules))
        if self.model is not None:
            self._aim(self.model, minute, shifted_finish)

    def run(self, seconds: float, stop: threading.Event | None) -> tuple[dict[str, int] | None, bool]:
        """The best starts found, and whether they are proven the best; None when none was found in time."""
        from ortools.sat.python import cp_model

        if self.model is None:
            return None, False
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = 2
        solver.parameters.random_seed = 1
        ended = threading.Event()
        watcher = threading.Thread(target=_watch, args=(solver, stop, ended), daemon=True)
        watcher.start()
        try:
            outcome = solver.solve(self.model.cp)
        finally:
            ended.set()
            watcher.join()
        if outcome not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None, False
        grain = self.model.grain_minutes
        starts = {one.id: solver.value(self.model.starts[one.id]) * grain for one in self.waiting}
        return starts, outcome == cp_model.OPTIMAL

    def _aim(self, model: CpProblem, minute: int, finish: int) -> None:
        """Nothing before now, the finish capped, few and small moves; right shift as the hint."""
        cp, grain = model.cp, model.grain_minutes
        cp.clear_hints()
        terms: list[Any] = []
        for activity in self.waiting:
            start = model.starts[activity.id]
            agreed = self.agreed.start_of(activity.id)
            cp.add(start * grain >= minute)
            cp.add(start * grain + activity.duration_minutes <= finish)
            shifted = self.shifted[activity.id]
            cp.add_hint(start, shifted // grain)
            distance = cp.new_int_var(0, 4 * self.standing.window_minutes + abs(finish), "")
            cp.add(distance >= start * grain - agreed)
            cp.add(distance >= agreed - start * grain)
            if agreed % grain == 0 and agreed >= minute:
                moved = cp.new_bool_var("")
                cp.add(start == agreed // grain).only_enforce_if(moved.negated())
                cp.add_hint(moved, int(shifted != agreed))
                terms.append(_MOVE_WEIGHT * moved)
            terms.append(distance)
        cp.minimize(sum(terms) if terms else 0)


def _frozen(standing: Sequence, minute: int, finish: int) -> Sequence:
    """The night as the model takes it: what has ended or runs stands fixed, what waits is free from now.

    The horizon is stretched to right shift's finish: a night that runs over its window is re-planned too.
    """
    changed = {}
    for activity in standing.activities:
        if activity.state is ActivityState.RUNNING and activity.actual_start is not None:
            lasts = max(activity.duration_minutes, minute - activity.actual_start)
            changed[activity.id] = replace(activity, duration_minutes=lasts, deadline=None)
        elif activity.state is not ActivityState.PLANNED and takes_part(activity):
            changed[activity.id] = replace(activity, deadline=None)
        elif activity.state is ActivityState.PLANNED:
            fixed = activity.fixed_start
            changed[activity.id] = replace(
                activity,
                fixed_start=None if fixed is None or fixed < minute else fixed,
                earliest_start=_bound(activity, minute),
                deadline=None,
            )
    stretched = Sequence(standing.activities, standing.links, max(standing.window_minutes, finish))
    return stretched.replacing(changed)


def _bound(activity: Activity, minute: int) -> int:
    """The earliest start the model may choose: what is waited for by agreement, and never before now."""
    return minute if activity.earliest_start is None else max(minute, activity.earliest_start)


def _watch(solver: Any, stop: threading.Event | None, ended: threading.Event) -> None:
    while stop is not None and not ended.wait(0.02):
        if stop.is_set():
            solver.stop_search()
