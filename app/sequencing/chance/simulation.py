"""The simulation of a night: draw, play, count. Absences and freezes stay conflicts of the plan."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from app.sequencing.chance.beta_pert import Floats
from app.sequencing.chance.draws import DEFAULT_CORRELATION, draw_durations
from app.sequencing.chance.holds import Holds, find_holds
from app.sequencing.chance.outcome import Chance, Driver, PointChance
from app.sequencing.chance.playing import Runs, Wait, drives_finish, play, waits_of
from app.sequencing.chance.spread import Spread, spreads_of
from app.sequencing.conflict_kinds import takes_part
from app.sequencing.model import Phase, Sequence
from app.sequencing.no_return import points_of_no_return
from app.sequencing.passes import Schedule, schedule
from app.sequencing.surroundings import Surroundings

DEFAULT_RUNS = 10_000
SEED = 1
# Finishes are 32-bit sums: what lies within this of a limit is on it.
_ROUNDING_MINUTES = 0.01


def simulate(
    sequence: Sequence,
    surroundings: Surroundings | None = None,
    learned: Mapping[str, Spread] | None = None,
    runs: int = DEFAULT_RUNS,
    generator: np.random.Generator | None = None,
    correlation: float = DEFAULT_CORRELATION,
) -> Chance:
    """The chance to finish over `runs` runs; equal generators give equal answers (by default seed 1).

    `learned` gives spreads by activity id for those without three points. Raises ValueError for less than
    one run, CyclicSequenceError for a network without an order.
    """
    if runs < 1:
        raise ValueError("A simulation needs at least one run.")
    generator = np.random.default_rng(SEED) if generator is None else generator
    plan = schedule(sequence)
    spreads = spreads_of(sequence, learned)
    holds = find_holds(sequence, plan, Surroundings() if surroundings is None else surroundings)
    if not holds.order:
        return Chance(runs, 0, 0, 0, 0, 1.0, (), (), 0, 0)
    waits = waits_of(sequence, holds)
    durations = draw_durations(sequence, spreads, runs, generator, correlation)
    played = play(sequence, holds, waits, durations)
    finish = played.horizon(holds.order)
    p50, p80, p95 = (int(np.ceil(one - _ROUNDING_MINUTES)) for one in _percentiles(finish))
    return Chance(
        runs=runs,
        planned_finish=plan.finish,
        finish_p50=p50,
        finish_p80=p80,
        finish_p95=p95,
        chance_in_window=_share(finish, sequence.window_minutes),
        points=_point_chances(sequence, plan, holds, played),
        drivers=_drivers(sequence, holds, waits, played, finish),
        with_spread=sum(spreads[index].width_minutes > 0 for index in holds.order),
        activities=len(holds.order),
    )


def _percentiles(finish: Floats) -> Floats:
    return np.asarray(np.quantile(finish, (0.5, 0.8, 0.95), method="inverted_cdf"), np.float32)


def _share(finish: Floats, limit: int) -> float:
    return float(np.count_nonzero(finish <= limit + _ROUNDING_MINUTES)) / finish.size


def _point_chances(sequence: Sequence, plan: Schedule, holds: Holds, played: Runs) -> tuple[PointChance, ...]:
    """For each change with a point of no return, how often its last deploy or verify step ends by it."""
    rows: dict[str, list[int]] = {}
    others: dict[str, list[int]] = {}
    for index in holds.order:
        activity = sequence.activities[index]
        if activity.change_key is None or activity.phase is Phase.ROLLBACK or not takes_part(activity):
            continue
        is_proof = activity.phase in (Phase.DEPLOY, Phase.VERIFY)
        (rows if is_proof else others).setdefault(activity.change_key, []).append(index)
    points = points_of_no_return(sequence, plan)
    return tuple(
        PointChance(key, points[key].minute, _share(played.finishes[proofs].max(axis=0), points[key].minute))
        for key in sorted(points)
        if (proofs := rows.get(key) or others.get(key))
    )


def _drivers(
    sequence: Sequence, holds: Holds, waits: dict[int, list[Wait]], played: Runs, finish: Floats
) -> tuple[Driver, ...]:
    finish_spread = float(finish.std()) or 1.0
    found = []
    for index, mark in drives_finish(holds, waits, played, finish):
        criticality = float(np.count_nonzero(mark)) / finish.size
        if criticality:
            activity = sequence.activities[index]
            spread = float(played.durations[index].std())
            sensitivity = round(criticality * spread / finish_spread, 4)
            found.append(Driver(activity.id, activity.title, criticality, sensitivity))
    return tuple(sorted(found, key=lambda one: (-one.sensitivity, -one.criticality, one.activity_id)))
