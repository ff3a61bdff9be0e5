"""Window series, maintenance windows with their checkpoints, freezes and environment bookings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from app.domain.gates import CriterionSpec


class WindowState(StrEnum):
    """The life of a maintenance window, in order; cancelled may follow any state before running."""

    PLANNED = "planned"
    INTAKE = "intake"
    TESTING = "testing"
    FINAL = "final"
    LOCKED = "locked"
    RUNNING = "running"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class CheckpointRule:
    """A gate of every window of a series, as wall-clock times before the window.

    `days_before` counts calendar days back from the window's local start date; `cutoff` and `meeting`
    are wall-clock times on that day in the series' zone. `criteria` is evaluated at the cutoff.
    `is_final` marks the last gate, whose meeting is the final deployment meeting.
    """

    name: str
    days_before: int
    cutoff: time
    meeting: time
    criteria: tuple[CriterionSpec, ...] = ()
    is_final: bool = False


@dataclass(frozen=True, slots=True)
class WindowSeries:
    """A recurring window: an RFC 5545 rule over local dates, local start and end, zone and capacity.

    An end at or before the start lies on the next day. `first_day` is the DTSTART date of the rule.
    Capacity is in deployments and in minutes of work (people work side by side). `minimum_qa_hours` is
    the least time QA needs between being in test and the final cutoff. `revision` counts changes of the
    criteria.
    """

    name: str
    rule: str
    first_day: date
    starts_at: time
    ends_at: time
    zone_name: str
    capacity_deployments: int = 40
    capacity_minutes: int = 2_400
    minimum_qa_hours: int = 24
    checkpoints: tuple[CheckpointRule, ...] = ()
    revision: int = 1
    is_archived: bool = False
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A dated gate of one window: UTC instants of cutoff and meeting, and the criteria it evaluates.

    `criteria_revision` is the series revision the criteria came from; `frozen_at` and `frozen_hash`
    are set once the evaluation has been frozen.
    """

    name: str
    cutoff_at: datetime
    meeting_at: datetime
    criteria: tuple[CriterionSpec, ...] = ()
    is_final: bool = False
    criteria_revision: int = 1
    frozen_at: datetime | None = None
    frozen_hash: str = ""
    window_id: int | None = None
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class MaintenanceWindow:
    """One occurrence of a series, or a one-off; instants are UTC, `zone_name` says how to show them.

    `occurrence_day` is the local date the rule gave, kept when the window moves, so that the rule
    never makes it twice. `title` is the series' name or the one-off's own.
    """

    title: str
    starts_at: datetime
    ends_at: datetime
    zone_name: str
    state: WindowState = WindowState.PLANNED
    series_id: int | None = None
    occurrence_day: date | None = None
    capacity_deployments: int = 40
    capacity_minutes: int = 2_400
    minimum_qa_hours: int = 24
    cancel_reason: str = ""
    is_moved: bool = False
    id: int | None = None
    version: int = 1


class FreezeStrength(StrEnum):
    """Whether anything may enter a freeze at all, or with more signatures."""

    HARD = "hard"
    WITH_SIGNATURES = "with_signatures"


@dataclass(frozen=True, slots=True)
class Freeze:
    """A period in which nothing in scope may change; empty scopes mean everything."""

    title: str
    starts_at: datetime
    ends_at: datetime
    zone_name: str
    strength: FreezeStrength = FreezeStrength.HARD
    applications: tuple[int, ...] = ()
    configuration_items: tuple[int, ...] = ()
    environments: tuple[int, ...] = ()
    reason: str = ""
    id: int | None = None
    version: int = 1


class BookingKind(StrEnum):
    """What an environment or a stretch of the calendar is reserved for."""

    PERFORMANCE_TEST = "performance_test"
    PENETRATION_TEST = "penetration_test"
    MIGRATION_REHEARSAL = "migration_rehearsal"
    TECHNOLOGY_REFRESH = "technology_refresh"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class EnvironmentBooking:
    """An environment reserved from one UTC instant to another; none means long-range work as a lane."""

    title: str
    starts_at: datetime
    ends_at: datetime
    zone_name: str
    environment_id: int | None = None
    kind: BookingKind = BookingKind.OTHER
    person_id: int | None = None
    applications: tuple[int, ...] = ()
    id: int | None = None
    version: int = 1
