"""The PERT-beta distribution of a duration, as a table of quantiles over the standard normal.

From optimistic a, likely m and pessimistic b: a + (b - a) · Beta(1 + 4 (m - a) / (b - a),
1 + 4 (b - m) / (b - a)), whose mean is (a + 4 m + b) / 6 (Malcolm, Roseboom, Clark and Fazar 1959; the shape
parameters as in Vose 2008). Reading the quantile at Φ(z) of a normal z lets durations be correlated through
their z (the normal copula).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from app.sequencing.chance.spread import Spread

Floats = NDArray[np.float32]
# z from -REACH to REACH in BINS steps: a step is below 1 % of a standard deviation, and beyond REACH lies
# less than one run in 100,000.
REACH = 4.5
BINS = 1024
_GRID = 1024


def shape_quantiles(likely_share: float) -> Floats:
    """Quantiles of the distribution on 0 to 1 at the middle of each bin of z; `likely_share` is the mode."""
    rising, falling = 4.0 * likely_share, 4.0 * (1.0 - likely_share)
    middles = (np.arange(_GRID) + 0.5) / _GRID
    weights = middles**rising * (1.0 - middles) ** falling
    below = np.concatenate(([0.0], np.cumsum(weights)))
    below /= below[-1]
    edges = np.linspace(0.0, 1.0, _GRID + 1)
    return np.interp(_normal_shares(), below, edges).astype(np.float32)


def quantile_tables(spreads: list[Spread]) -> Floats:
    """One row of quantiles in minutes for each spread; equal shapes are worked out once."""
    shapes: dict[float, Floats] = {}
    tables = np.empty((len(spreads), BINS), np.float32)
    for row, spread in enumerate(spreads):
        share = round((spread.likely_minutes - spread.optimistic_minutes) / spread.width_minutes, 3)
        if share not in shapes:
            shapes[share] = shape_quantiles(share)
        np.multiply(shapes[share], spread.width_minutes, out=tables[row])
        tables[row] += spread.optimistic_minutes
    return tables


def bins_of(normal: Floats) -> NDArray[np.int16]:
    """The bin of each standard normal value; what lies beyond the reach falls into the last ones."""
    scaled = normal * np.float32(BINS / (2 * REACH)) + np.float32(BINS / 2)
    np.clip(scaled, 0, BINS - 1, out=scaled)
    return scaled.astype(np.int16)


def _normal_shares() -> NDArray[np.float64]:
    step = 2 * REACH / BINS
    middles = (-REACH + (place + 0.5) * step for place in range(BINS))
    return np.array([0.5 * (1.0 + math.erf(z / math.sqrt(2.0))) for z in middles])
