"""The stretch of time a group of activities takes together."""

from __future__ import annotations

from collections.abc import Iterable

from app.sequencing.model import Sequence
from app.sequencing.passes import Schedule, Timing


def group_timings(sequence: Sequence, schedule: Schedule, ids: Iterable[str]) -> list[Timing]:
    """The timings that count for a group: without dormant rollback steps, unless it has nothing else.

    Ids that the sequence does not have are left out.
    """
    index_of, dormant = sequence.index_of, sequence.dormant
    known = [activity_id for activity_id in ids if activity_id in index_of]
    live = [activity_id for activity_id in known if index_of[activity_id] not in dormant]
    return [schedule.timings[activity_id] for activity_id in live or known]
