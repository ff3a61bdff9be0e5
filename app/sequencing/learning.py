"""What past nights teach of a step's duration: its median, its spread and how many nights they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import median, quantiles
from typing import NamedTuple

from app.sequencing.chance.spread import Spread
from app.sequencing.editing import Edit
from app.sequencing.model import Activity, ActivityState, Phase, Sequence
from app.sequencing.parsing import format_duration

# Below this many nights a median may be offered, but a spread would be chance itself.
LEAST_NIGHTS_FOR_SPREAD = 3
_SPACES = re.compile(r"\s+")


class StepKey(NamedTuple):
    """The same step on another night: application (None: a step of the window itself), phase, title."""

    application_id: int | None
    phase: Phase
    title: str


@dataclass(frozen=True, slots=True)
class PastDuration:
    """How long a finished step took on one night, in minutes."""

    key: StepKey
    window_id: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Learned:
    """A step's typical duration: the median, the usual range (10th to 90th percentile), least and most."""

    median_minutes: int
    low_minutes: int
    high_minutes: int
    least_minutes: int
    most_minutes: int
    nights: int

    @property
    def words(self) -> str:
        """ "typically 35 min (25 min - 50 min, 6 nights)"."""
        nights = "1 night" if self.nights == 1 else f"{self.nights} nights"
        typical = f"typically {format_duration(self.median_minutes)}"
        if self.low_minutes == self.high_minutes:
            return f"{typical} ({nights})"
        low, high = format_duration(self.low_minutes), format_duration(self.high_minutes)
        return f"{typical} ({low} to {high}, {nights})"

    @property
    def spread(self) -> Spread | None:
        """The spread to simulate with; None on fewer than three nights.

        The extremes seen are moved out by range / (n - 1): of n uniform values the whole range is on average
        (n + 1) / (n - 1) times the range seen (order statistics of the uniform distribution).
        """
        if self.nights < LEAST_NIGHTS_FOR_SPREAD:
            return None
        beyond = (self.most_minutes - self.least_minutes) / (self.nights - 1)
        least = max(0.0, self.least_minutes - beyond)
        return Spread(least, self.median_minutes, self.most_minutes + beyond)


@dataclass(frozen=True, slots=True)
class Offer:
    """A planned duration and the one learned in its place."""

    activity_id: str
    title: str
    planned_minutes: int
    learned: Learned


def step_title(title: str) -> str:
    """A title as it is compared: capitals and runs of spaces do not matter."""
    return _SPACES.sub(" ", title).strip().casefold()


def step_keys(activity: Activity, applications: Mapping[str, tuple[int, ...]]) -> list[StepKey]:
    """The keys of a step: one for each application of its change; `applications` by change key."""
    title = step_title(activity.title)
    ids: tuple[int | None, ...] = (None,)
    if activity.change_key is not None:
        ids = applications.get(activity.change_key, ())
    return [StepKey(application_id, activity.phase, title) for application_id in ids]


def learn(past: Iterable[PastDuration]) -> dict[StepKey, Learned]:
    """What each step took. Several of the same on one night count as that night's median."""
    nights: dict[StepKey, dict[int, list[int]]] = {}
    for one in past:
        if one.minutes >= 0:
            nights.setdefault(one.key, {}).setdefault(one.window_id, []).append(one.minutes)
    return {key: _learned([median(minutes) for minutes in found.values()]) for key, found in nights.items()}


def learned_of(
    sequence: Sequence,
    applications: Mapping[str, tuple[int, ...]],
    known: Mapping[StepKey, Learned],
) -> dict[str, Learned]:
    """What is known of each activity, by id; of several applications the one with most nights counts."""
    found = {}
    for activity in sequence.activities:
        matches = [known[key] for key in step_keys(activity, applications) if key in known]
        if matches:
            found[activity.id] = max(matches, key=lambda one: one.nights)
    return found


def learned_spreads(learned: Mapping[str, Learned]) -> dict[str, Spread]:
    """The spreads to simulate with, by activity id, where enough nights speak."""
    spreads = {activity_id: one.spread for activity_id, one in learned.items()}
    return {activity_id: spread for activity_id, spread in spreads.items() if spread is not None}


def offers(sequence: Sequence, learned: Mapping[str, Learned]) -> list[Offer]:
    """The planned steps whose duration differs from the learned one, in the order of the rows."""
    return [
        Offer(activity.id, activity.title, activity.duration_minutes, learned[activity.id])
        for activity in sequence.rows
        if activity.id in learned
        and activity.state is ActivityState.PLANNED
        and activity.duration_minutes != learned[activity.id].median_minutes
    ]


def use_learned(sequence: Sequence, chosen: Iterable[Offer]) -> Edit:
    """Take the learned median as duration of each offered step; three points that no longer hold it go."""
    changed = {}
    for offer in chosen:
        activity, minutes = sequence.activity(offer.activity_id), offer.learned.median_minutes
        best, worst = activity.optimistic_minutes, activity.pessimistic_minutes
        changed[activity.id] = replace(
            activity,
            duration_minutes=minutes,
            optimistic_minutes=None if best is not None and best > minutes else best,
            pessimistic_minutes=None if worst is not None and worst < minutes else worst,
        )
    counted = "1 activity" if len(changed) == 1 else f"{len(changed)} activities"
    return Edit(f"Use durations of past nights for {counted}", sequence.replacing(changed))


def _learned(minutes: list[float]) -> Learned:
    if len(minutes) == 1:
        low = high = minutes[0]
    else:
        tenths = quantiles(minutes, n=10, method="inclusive")
        low, high = tenths[0], tenths[-1]
    return Learned(
        round(median(minutes)),
        round(low),
        round(high),
        round(min(minutes)),
        round(max(minutes)),
        len(minutes),
    )
