"""Use cases of past nights: what they teach of a window's steps, and its chance to finish with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from app.sequencing.learning import Learned, learn, learned_of, learned_spreads
from app.services.sequences import SequenceView
from app.services.workplace import Workplace
from app.store.queries.durations import past_durations

if TYPE_CHECKING:
    from app.sequencing.chance.outcome import Chance

# Older nights tell of other systems; two years hold a hundred weekly windows.
REMEMBERED = timedelta(days=730)


def learned_durations(workplace: Workplace, view: SequenceView) -> dict[str, Learned]:
    """What the nights before this window teach, by activity id; steps nobody did before are left out."""
    applications = {change.key: change.applications for change in view.changes}
    ids = {one for found in applications.values() for one in found}
    start = view.window.starts_at
    with workplace.read() as connection:
        past = past_durations(connection, start, start - REMEMBERED, ids)
    return learned_of(view.sequence, applications, learn(past))


def chance_of(
    view: SequenceView, learned: Mapping[str, Learned], runs: int | None = None, seed: int | None = None
) -> Chance:
    """The chance to finish of an opened sequence; learned spreads stand in where no three points are entered.

    Equal seeds agree. Raises ValueError for less than one run.
    """
    from numpy.random import default_rng

    from app.sequencing.chance.simulation import DEFAULT_RUNS, SEED, simulate

    return simulate(
        view.sequence,
        view.surroundings,
        learned_spreads(learned),
        DEFAULT_RUNS if runs is None else runs,
        default_rng(SEED if seed is None else seed),
    )
