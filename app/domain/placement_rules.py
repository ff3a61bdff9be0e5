"""What makes a change sound, and what speaks against a place for it; every problem, not the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from app.domain.changes import Change, ChangeClass, ChangeState
from app.domain.conflicts import freeze_problem, is_in_scope
from app.domain.exceptions import ExceptionRequest
from app.domain.windows import Checkpoint, Freeze, FreezeStrength, MaintenanceWindow, WindowState

_MOST_TITLE = 20_000
_OPEN = frozenset(
    {WindowState.PLANNED, WindowState.INTAKE, WindowState.TESTING, WindowState.FINAL, WindowState.LOCKED}
)
_INTO_FREEZE = "An exception into a freeze, once approved, lets it in."
_OVER_CAPACITY = "An exception over capacity, once approved, lets it in."
_DONE = frozenset({ChangeState.DEPLOYED, ChangeState.ROLLED_BACK, ChangeState.FAILED, ChangeState.CLOSED})


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """A window that changes want to enter, with what it holds (changes, minutes) and the freezes over it.

    `allowed` are the exceptions that stand approved for this window, by change id.
    """

    window: MaintenanceWindow
    checkpoints: tuple[Checkpoint, ...]
    freezes: tuple[Freeze, ...]
    load_changes: int
    load_minutes: int
    allowed: Mapping[int, tuple[ExceptionRequest, ...]] = field(default_factory=dict)

    def approved(self, change: Change) -> tuple[ExceptionRequest, ...]:
        """The exceptions that stand approved for the change in this window."""
        return self.allowed.get(change.id or 0, ())


def change_problems(change: Change, *, is_key_taken: bool) -> list[str]:
    """Every problem of a change's own data; `is_key_taken` says whether another change has its key."""
    problems = []
    if not change.key.strip():
        problems.append("A change needs a key.")
    elif is_key_taken:
        problems.append(f"There is a change {change.key} already; choose another key.")
    if not change.title.strip():
        problems.append("A change needs a title.")
    if len(change.title) > _MOST_TITLE:
        problems.append(f"A title may have {_MOST_TITLE:,} characters; put the rest into the description.")
    for name in ("impact", "likelihood"):
        if not 1 <= getattr(change, name) <= 5:
            problems.append(f"{name.capitalize()} runs from 1 to 5, not {getattr(change, name)}.")
    if change.expected_downtime_minutes < 0:
        problems.append("The expected downtime cannot be negative.")
    digest = change.planned_digest
    if digest and (len(digest) != 64 or not set(digest) <= set("0123456789abcdef")):
        problems.append("The planned digest is a SHA-256: 64 characters from 0-9 and a-f.")
    if change.is_date_approved and change.deployment_on is None:
        problems.append("There is no deployment date to approve; set it first.")
    return problems


def leaving_problems(change: Change, window: MaintenanceWindow | None) -> list[str]:
    """What keeps a change where it is."""
    if change.state in _DONE:
        return [f"{change.key} is {change.state.value.replace('_', ' ')}; its record stays in its window."]
    if change.state is ChangeState.WITHDRAWN:
        return [f"{change.key} is withdrawn; give it back its state before placing it."]
    if window is not None and window.state in (WindowState.RUNNING, WindowState.CLOSED):
        return [
            f"{change.key} belongs to a window that is {window.state.value}; roll back or close it there."
        ]
    return []


def entering_problems(changes: Sequence[Change], facts: TargetFacts, now: datetime) -> list[str]:
    """What speaks against changes entering a window: its state, its past, freezes, cutoffs, capacity.

    What an approved exception allows is no problem; a hard freeze lets nothing in.
    """
    window = facts.window
    problems = []
    if window.state not in _OPEN:
        problems.append(f"The window is {window.state.value}.")
    if window.starts_at <= now:
        problems.append("The window has begun.")
    for change in changes:
        problems += _freeze_problems(change, facts)
        problems += _cutoff_problems(change, facts)
    if all(any(one.lets_over_capacity for one in facts.approved(change)) for change in changes):
        return problems
    return problems + _capacity_problems(changes, facts)


def _freeze_problems(change: Change, facts: TargetFacts) -> list[str]:
    problems = []
    for freeze in facts.freezes:
        if not is_in_scope(freeze, change):
            continue
        if freeze.strength is FreezeStrength.HARD:
            problems.append(f"{change.key}: {freeze_problem(freeze)}. It is hard: nothing goes in.")
        elif not any(one.lets_into(freeze.id) for one in facts.approved(change)):
            problems.append(f"{change.key}: {freeze_problem(freeze)}. {_INTO_FREEZE}")
    return problems


def _capacity_problems(changes: Sequence[Change], facts: TargetFacts) -> list[str]:
    window, problems = facts.window, []
    count = facts.load_changes + len(changes)
    if count > window.capacity_deployments:
        problems.append(
            f"It would hold {count} changes; its capacity is {window.capacity_deployments} deployments. "
            f"{_OVER_CAPACITY}"
        )
    minutes = facts.load_minutes + sum(change.expected_downtime_minutes for change in changes)
    if minutes > window.capacity_minutes:
        problems.append(
            f"It would need {minutes} min; its capacity is {window.capacity_minutes} min. {_OVER_CAPACITY}"
        )
    return problems


def _cutoff_problems(change: Change, facts: TargetFacts) -> list[str]:
    is_emergency = change.change_class is ChangeClass.EMERGENCY
    asked = "emergency deployment" if is_emergency else "late at a checkpoint"
    zone = ZoneInfo(facts.window.zone_name)
    return [
        f"{change.key} is late: {point.name} closed {point.cutoff_at.astimezone(zone):%a %d %b %H:%M}. "
        f"Ask for an exception ({asked}), or take the next window."
        for point in facts.checkpoints
        if point.frozen_at is not None
        and not any(one.lets_past(point.name) for one in facts.approved(change))
    ]
