"""What speaks against a change standing in a window, and the nearest window that takes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.changes import Change, ChangeClass
from app.domain.conflict_facts import freeze_problem, is_in_scope
from app.domain.load import Load
from app.domain.placement_rules import leaving_problems
from app.domain.time_words import day_words, moment_words
from app.domain.windows import Checkpoint, Freeze, FreezeStrength, MaintenanceWindow, WindowState
from app.domain.zones import local

_OPEN = frozenset(
    {
        WindowState.PLANNED,
        WindowState.INTAKE,
        WindowState.TESTING,
        WindowState.FINAL,
        WindowState.LOCKED,
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A reason against a placement, as a sentence; one that is not refused is a warning."""

    message: str
    is_refused: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A window with what decides whether a change may stand in it.

    `load` is what it holds without the change; `production` the ids of production environments. `touched`
    are the ids of items that the change affects beyond its own (by the closure over dependencies).
    """

    window: MaintenanceWindow
    checkpoints: tuple[Checkpoint, ...] = ()
    freezes: tuple[Freeze, ...] = ()
    load: Load | None = None
    production: frozenset[int] = field(default=frozenset())
    touched: frozenset[int] = field(default=frozenset())


def placement_problems(change: Change, place: Place, now: datetime) -> list[Problem]:
    """Everything that speaks against it: states, the past, freezes, cutoffs, capacity, the date.

    A hard freeze, a cutoff that is past (except for emergencies) and states refuse; capacity, a freeze that
    signatures open, a freeze of an item it only depends on, and a differing date warn.
    """
    return [
        *_state_problems(change, place.window, now),
        *_freeze_problems(change, place),
        *_cutoff_problems(change, place, now),
        *_capacity_problems(change, place),
        *_date_problems(change, place.window),
    ]


def is_legal(problems: Iterable[Problem]) -> bool:
    """Whether nothing among the problems refuses the placement."""
    return not any(problem.is_refused for problem in problems)


def nearest_place(
    change: Change, wanted: MaintenanceWindow, places: Sequence[Place], now: datetime
) -> MaintenanceWindow | None:
    """The window nearest in time that takes the change, one without warnings if there is such."""
    found = [
        (len(problems), abs(place.window.starts_at - wanted.starts_at), place.window.starts_at, place.window)
        for place in places
        if place.window.id != wanted.id and is_legal(problems := placement_problems(change, place, now))
    ]
    clean = [one for one in found if not one[0]]
    return min(clean or found, key=lambda one: one[1:3])[3] if found else None


def _state_problems(change: Change, window: MaintenanceWindow, now: datetime) -> list[Problem]:
    problems = [Problem(text, True) for text in leaving_problems(change, None)]
    if window.state not in _OPEN:
        problems.append(Problem(f"{window.title} is {window.state.value}; choose another window.", True))
    elif window.starts_at <= now:
        problems.append(Problem(f"{window.title} has begun; choose a later window.", True))
    return problems


def _freeze_problems(change: Change, place: Place) -> list[Problem]:
    problems = []
    for freeze in place.freezes:
        if freeze.starts_at >= place.window.ends_at or freeze.ends_at <= place.window.starts_at:
            continue
        if is_in_scope(freeze, change, place.production):
            is_hard = freeze.strength is FreezeStrength.HARD
            problems.append(Problem(f"{change.key}: {freeze_problem(freeze)}.", is_hard))
        elif place.touched & set(freeze.configuration_items):
            text = f"{change.key} touches what a freeze covers: {freeze_problem(freeze)}."
            problems.append(Problem(text, False))
    return problems


def _cutoff_problems(change: Change, place: Place, now: datetime) -> list[Problem]:
    is_emergency = change.change_class is ChangeClass.EMERGENCY
    zone = place.window.zone_name
    return [
        Problem(
            f"{change.key} is late: {point.name} closed {moment_words(point.cutoff_at, zone)}. "
            "Ask for an exception, or take the next window.",
            not is_emergency,
        )
        for point in place.checkpoints
        if change.window_id != place.window.id and (point.frozen_at is not None or point.cutoff_at <= now)
    ]


def _capacity_problems(change: Change, place: Place) -> list[Problem]:
    load = place.load
    if load is None:
        return []
    problems = []
    if load.deployments + 1 > load.capacity_deployments:
        text = f"It would hold {load.deployments + 1} changes; its capacity is {load.capacity_deployments}."
        problems.append(Problem(text, False))
    minutes = load.minutes + change.expected_downtime_minutes
    if minutes > load.capacity_minutes and change.expected_downtime_minutes:
        text = f"It would need {minutes} min; its capacity is {load.capacity_minutes} min."
        problems.append(Problem(text, False))
    return problems


def _date_problems(change: Change, window: MaintenanceWindow) -> list[Problem]:
    first, last = (local(moment, window.zone_name).date() for moment in (window.starts_at, window.ends_at))
    day = change.deployment_on
    if day is None or first <= day <= last:
        return []
    text = (
        f"{change.key} asks for {day_words(day)}; the window is {day_words(first)}. Its date needs approval."
    )
    return [Problem(text, False)]
