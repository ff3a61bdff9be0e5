"""The chance to finish over 10,000 runs, beside numpy vectorised by hand that knows precedence only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from app.cli.bench.measurement import Measurement, median_seconds
from app.cli.bench.passes import window_like
from app.sequencing.chance.simulation import DEFAULT_RUNS, simulate
from app.sequencing.model import Sequence

_ACTIVITIES = 300
_REPEATS = 9


def uncertain_window(count: int) -> Sequence:
    """The bench's window-like sequence with three points on every step."""
    sequence, _ = window_like(count)
    widened = {
        activity.id: replace(
            activity,
            optimistic_minutes=activity.duration_minutes * 4 // 5,
            pessimistic_minutes=activity.duration_minutes * 2,
        )
        for activity in sequence.activities
    }
    return sequence.replacing(widened)


def precedence_only(sequence: Sequence, runs: int, generator: np.random.Generator) -> np.ndarray:
    """The floor: independent triangular durations, links in their order, the 80th percentile's finish."""
    rows = sequence.activities
    points = [(a.optimistic_minutes, a.duration_minutes, a.pessimistic_minutes) for a in rows]
    durations = np.stack(
        [generator.triangular(best or 0, likely, worst or 0, runs) for best, likely, worst in points]
    )
    starts = np.repeat(np.array([float(a.not_before) for a in rows])[:, None], runs, axis=1)
    for before, after, from_finish, to_finish, lag in sequence.topology.links:
        allowed = starts[before] + from_finish * durations[before] - to_finish * durations[after] + lag
        np.maximum(starts[after], allowed, out=starts[after])
    return np.asarray(np.percentile((starts + durations).max(axis=0), (50, 80, 95)))


def measure() -> list[Measurement]:
    """10,000 runs of 300 activities with people, items, correlation and criticality."""
    sequence = uncertain_window(_ACTIVITIES)
    _, surroundings = window_like(_ACTIVITIES)

    def ours() -> object:
        return simulate(sequence, surroundings, generator=np.random.default_rng(3))

    def floor() -> object:
        return precedence_only(sequence, DEFAULT_RUNS, np.random.default_rng(3))

    floor_seconds, our_seconds = median_seconds(floor, _REPEATS), median_seconds(ours, _REPEATS)
    name = f"chance to finish, {DEFAULT_RUNS} runs × {_ACTIVITIES}"
    return [Measurement.of(name, our_seconds, floor_seconds)]
