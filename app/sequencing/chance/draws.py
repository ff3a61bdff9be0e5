"""Drawing durations for many runs at once, together slow where the same person or system is slow.

Each person, team and configuration item that serves at least two uncertain activities has one standard
normal factor a run. An activity's own normal is sqrt(1 - ρ) · ε + sqrt(ρ) · (sum of its k factors) / sqrt(k):
two activities with the same single factor are correlated by ρ, others by the share they have in common
(one-factor normal copula, several factors averaged).
"""

from __future__ import annotations

import math
from collections import Counter

import numpy as np

from app.sequencing.chance.beta_pert import Floats, bins_of, quantile_tables
from app.sequencing.chance.spread import Spread
from app.sequencing.model import Activity, Sequence

# How much of the spread people and systems share; an assumption between independent (0) and one fate (1).
DEFAULT_CORRELATION = 0.3
Factor = tuple[str, int]


def factors_of(activity: Activity) -> list[Factor]:
    """What may make an activity slow together with others: its players, else its team, and its items."""
    people = [("person", person) for person in dict.fromkeys(activity.players)]
    if not people and activity.team_id is not None:
        people = [("team", activity.team_id)]
    return people + [("item", ci) for ci in dict.fromkeys(h.ci_id for h in activity.configuration_items)]


def draw_durations(
    sequence: Sequence,
    spreads: list[Spread],
    runs: int,
    generator: np.random.Generator,
    correlation: float = DEFAULT_CORRELATION,
) -> Floats:
    """Minutes by activity (row, in the order of `sequence.activities`) and run (column).

    A spread of no width gives its likely minutes in every run. Raises ValueError for a correlation
    outside 0 to 1.
    """
    if not 0 <= correlation <= 1:
        raise ValueError(f"A correlation lies between 0 and 1, not at {correlation}.")
    durations = np.empty((len(spreads), runs), np.float32)
    durations[:] = np.array([spread.likely_minutes for spread in spreads], np.float32)[:, None]
    uncertain = [row for row, spread in enumerate(spreads) if spread.width_minutes > 0]
    if not uncertain:
        return durations
    tables = quantile_tables([spreads[row] for row in uncertain])
    shared = _shared_factors(sequence, uncertain)
    names = sorted({factor for factors in shared.values() for factor in factors})
    together = {name: generator.standard_normal(runs, np.float32) for name in names if correlation}
    own = np.empty(runs, np.float32)
    for place, row in enumerate(uncertain):
        generator.standard_normal(out=own, dtype=np.float32)
        factors = shared[row] if correlation else []
        if factors:
            own *= np.float32(math.sqrt(1 - correlation))
            common = together[factors[0]]
            for factor in factors[1:]:
                common = common + together[factor]
            own += common * np.float32(math.sqrt(correlation / len(factors)))
        tables[place].take(bins_of(own), out=durations[row], mode="clip")
    return durations


def _shared_factors(sequence: Sequence, uncertain: list[int]) -> dict[int, list[Factor]]:
    """The factors of each uncertain activity that another one has too, by row."""
    found = {row: factors_of(sequence.activities[row]) for row in uncertain}
    counted = Counter(factor for factors in found.values() for factor in factors)
    return {row: [one for one in factors if counted[one] > 1] for row, factors in found.items()}
