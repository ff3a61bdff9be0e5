"""Who is needed when: the players of a scheduled sequence, their load and their stretches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from app.sequencing.conflict_kinds import takes_part
from app.sequencing.model import Sequence
from app.sequencing.passes import Schedule


class Need(NamedTuple):
    """One activity a player is needed for, in minutes of the window."""

    start: int
    finish: int
    activity_id: str


@dataclass(frozen=True, slots=True)
class PlayerLoad:
    """A player's night: the activities in order, the minutes with work, and the stretches to be there."""

    person_id: int
    needs: tuple[Need, ...]
    stretches: tuple[tuple[int, int], ...]
    busy_minutes: int

    @property
    def first_needed(self) -> int:
        """The minute of the first start."""
        return self.needs[0].start

    @property
    def last_needed(self) -> int:
        """The minute of the last finish."""
        return max(need.finish for need in self.needs)


def player_loads(sequence: Sequence, schedule: Schedule, gap_minutes: int = 0) -> dict[int, PlayerLoad]:
    """The load of each named player, by person id; overlapping work counts once.

    Pauses of up to `gap_minutes` do not end a stretch. Skipped, rolled back and dormant activities
    need nobody.
    """
    needs: dict[int, list[Need]] = {}
    dormant = sequence.dormant
    for index, activity in enumerate(sequence.activities):
        if index in dormant or not takes_part(activity):
            continue
        timing = schedule.timings[activity.id]
        for person_id in activity.players:
            needs.setdefault(person_id, []).append(Need(timing.start, timing.finish, activity.id))
    loads = {}
    for person_id in sorted(needs):
        ordered = sorted(needs[person_id])
        busy = sum(finish - start for start, finish in merge_stretches(ordered, 0))
        stretches = tuple(merge_stretches(ordered, gap_minutes))
        loads[person_id] = PlayerLoad(person_id, tuple(ordered), stretches, busy)
    return loads


def merge_stretches(needs: list[Need], gap_minutes: int) -> list[tuple[int, int]]:
    """Join needs, sorted by start, that overlap or lie at most `gap_minutes` apart."""
    stretches: list[tuple[int, int]] = []
    for start, finish, _ in needs:
        if stretches and start - stretches[-1][1] <= gap_minutes:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], finish))
        else:
            stretches.append((start, finish))
    return stretches
