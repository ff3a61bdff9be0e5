"""The one call an editor makes at every edit: passes, points of no return and conflicts together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.sequencing.conflicts import Conflict, find_conflicts
from app.sequencing.model import Sequence
from app.sequencing.no_return import PointOfNoReturn, points_of_no_return
from app.sequencing.passes import Schedule, schedule
from app.sequencing.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is known of a sequence after an edit; minutes from the window's start throughout."""

    schedule: Schedule
    slack: Mapping[str, int]
    critical: frozenset[str]
    points_of_no_return: Mapping[str, PointOfNoReturn]
    conflicts: tuple[Conflict, ...]
    finish: int
    fits: bool


def analyse(sequence: Sequence, surroundings: Surroundings | None = None) -> Analysis:
    """Schedule a sequence and flag everything wrong with it.

    Raises CyclicSequenceError, UnknownActivityError, DuplicateActivityError for a network that has no order.
    """
    surroundings = Surroundings() if surroundings is None else surroundings
    outcome = schedule(sequence)
    points = points_of_no_return(sequence, outcome)
    return analysis_of_parts(outcome, points, find_conflicts(sequence, outcome, points, surroundings))


def analysis_of_parts(
    outcome: Schedule, points: Mapping[str, PointOfNoReturn], conflicts: tuple[Conflict, ...]
) -> Analysis:
    """The analysis that a schedule, its points of no return and its conflicts make."""
    timings = outcome.timings
    return Analysis(
        schedule=outcome,
        slack={activity_id: timing[4] for activity_id, timing in timings.items()},
        critical=frozenset(activity_id for activity_id, timing in timings.items() if timing[6]),
        points_of_no_return=points,
        conflicts=conflicts,
        finish=outcome.finish,
        fits=outcome.fits,
    )
