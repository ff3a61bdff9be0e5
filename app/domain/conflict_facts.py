"""What conflicts of a window rest on, what one is, and which freezes cover a change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.changes import Change, Deployment
from app.domain.exceptions import ExceptionRequest
from app.domain.register import Application, ConfigurationItem, Stage
from app.domain.time_words import moment_words
from app.domain.windows import Checkpoint, EnvironmentBooking, Freeze, MaintenanceWindow

Span = tuple[int, int]


class ConflictKind(StrEnum):
    """What a conflict is about, the gravest first."""

    FREEZE = "freeze"
    SHARED_ITEM = "shared_item"
    DEPENDENCY_ORDER = "dependency_order"
    OUTSIDE_WINDOW = "outside_window"
    DATE_DIFFERS = "date_differs"
    ENVIRONMENT_BOOKED = "environment_booked"
    CAPACITY = "capacity"
    QA_TIME = "qa_time"
    NIGHT = "night"
    OVERDUE_ACTION = "overdue_action"
    NOT_CALCULATED = "not_calculated"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One flag of one change: why, and the keys of the other changes it is about."""

    kind: ConflictKind
    change_key: str
    reason: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictFacts:
    """What conflicts of one window rest on; spans are minutes from its start, by change id.

    `minutes` is what each change takes; `applications` are those whose order counts, with what they need;
    `overdue_actions` are sentences of what incidents asked for and nobody did in time, by application id.
    `night` is what the sequence says against a change's steps: players booked twice, absent, on duty too long
    or developers, deadlines, points of no return. `approved` are the exceptions that stand approved for the
    window, by change id. `now` tells how much time QA has left for what is not in test yet.
    """

    window: MaintenanceWindow
    checkpoints: tuple[Checkpoint, ...]
    changes: tuple[Change, ...]
    spans: Mapping[int, Span | None]
    minutes: Mapping[int, int]
    items: tuple[ConfigurationItem, ...]
    freezes: tuple[Freeze, ...]
    bookings: tuple[EnvironmentBooking, ...]
    deployments: Mapping[int, tuple[Deployment, ...]]
    stages: Mapping[int, Stage]
    applications: tuple[Application, ...] = ()
    overdue_actions: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    night: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    approved: Mapping[int, tuple[ExceptionRequest, ...]] = field(default_factory=dict)
    now: datetime | None = None


def is_in_scope(freeze: Freeze, change: Change, production: frozenset[int] = frozenset()) -> bool:
    """Whether a freeze covers a change; empty scopes mean everything.

    `production` holds the ids of production environments: a window's changes go there, so a freeze of one
    covers them all.
    """
    if not (freeze.applications or freeze.configuration_items or freeze.environments):
        return True
    return bool(
        set(freeze.applications) & set(change.applications)
        or set(freeze.configuration_items) & set(change.configuration_items)
        or set(freeze.environments) & production
    )


def freeze_problem(freeze: Freeze) -> str:
    """A freeze as a sentence."""
    until = moment_words(freeze.ends_at, freeze.zone_name)
    return f"Freeze '{freeze.title}' until {until} ({freeze.strength.value.replace('_', ' ')})"
