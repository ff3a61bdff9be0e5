"""Window series, windows, checkpoints with their frozen gates, freezes and bookings."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Time,
    UniqueConstraint,
)

from db.tables.base import METADATA, one_of, record, required
from db.types import Plain, UtcInstant

window_series = Table(
    "window_series",
    METADATA,
    *record(),
    required("name", String),
    required("rule", String),
    required("first_day", Date),
    required("starts_at", Time),
    required("ends_at", Time),
    required("zone_name", String),
    required("capacity_deployments", Integer),
    required("capacity_minutes", Integer),
    required("minimum_qa_hours", Integer),
    required("checkpoints", Plain),
    required("revision", Integer, default=1),
    required("is_archived", Boolean, default=False),
    CheckConstraint("name <> ''", name="name"),
    CheckConstraint("capacity_deployments >= 0 AND capacity_minutes >= 0", name="capacity"),
)

maintenance_window = Table(
    "maintenance_window",
    METADATA,
    *record(),
    required("title", String),
    required("starts_at", UtcInstant),
    required("ends_at", UtcInstant),
    required("zone_name", String),
    required("state", String),
    Column("series_id", Integer, ForeignKey("window_series.id")),
    Column("occurrence_day", Date),
    required("capacity_deployments", Integer),
    required("capacity_minutes", Integer),
    required("minimum_qa_hours", Integer),
    required("cancel_reason", String, default=""),
    required("is_moved", Boolean, default=False),
    UniqueConstraint("series_id", "occurrence_day"),
    CheckConstraint("ends_at > starts_at", name="ends_after_start"),
    CheckConstraint("(series_id IS NULL) = (occurrence_day IS NULL)", name="series_and_day"),
    one_of(
        "state",
        ("planned", "intake", "testing", "final", "locked", "running", "closed", "cancelled"),
    ),
    Index("ix_maintenance_window_span", "starts_at", "ends_at"),
)

checkpoint = Table(
    "checkpoint",
    METADATA,
    *record(),
    required("name", String),
    required("cutoff_at", UtcInstant, index=True),
    required("meeting_at", UtcInstant),
    required("criteria", Plain),
    required("is_final", Boolean),
    required("criteria_revision", Integer),
    Column("frozen_at", UtcInstant),
    required("frozen_hash", String, default=""),
    required("window_id", Integer, ForeignKey("maintenance_window.id")),
    UniqueConstraint("window_id", "name"),
    CheckConstraint("(frozen_at IS NULL) = (frozen_hash = '')", name="frozen_with_hash"),
)

frozen_gate = Table(
    "frozen_gate",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("checkpoint_id", Integer, ForeignKey("checkpoint.id")),
    required("change_id", Integer, ForeignKey("change.id"), index=True),
    required("criterion_code", String),
    required("result", String),
    required("why", String),
    required("evidence", String, default=""),
    UniqueConstraint("checkpoint_id", "change_id", "criterion_code"),
    one_of("result", ("met", "not_met", "waived", "not_evaluated")),
)

freeze = Table(
    "freeze",
    METADATA,
    *record(),
    required("title", String),
    required("starts_at", UtcInstant),
    required("ends_at", UtcInstant),
    required("zone_name", String),
    required("strength", String),
    required("reason", String, default=""),
    CheckConstraint("ends_at > starts_at", name="ends_after_start"),
    one_of("strength", ("hard", "with_signatures")),
    Index("ix_freeze_span", "starts_at", "ends_at"),
)

freeze_application = Table(
    "freeze_application",
    METADATA,
    Column("freeze_id", Integer, ForeignKey("freeze.id"), primary_key=True),
    Column("application_id", Integer, ForeignKey("application.id"), primary_key=True, index=True),
)

freeze_ci = Table(
    "freeze_ci",
    METADATA,
    Column("freeze_id", Integer, ForeignKey("freeze.id"), primary_key=True),
    Column("ci_id", Integer, ForeignKey("configuration_item.id"), primary_key=True, index=True),
)

freeze_environment = Table(
    "freeze_environment",
    METADATA,
    Column("freeze_id", Integer, ForeignKey("freeze.id"), primary_key=True),
    Column("environment_id", Integer, ForeignKey("environment.id"), primary_key=True, index=True),
)

environment_booking = Table(
    "environment_booking",
    METADATA,
    *record(),
    required("title", String),
    required("starts_at", UtcInstant),
    required("ends_at", UtcInstant),
    required("zone_name", String),
    Column("environment_id", Integer, ForeignKey("environment.id"), index=True),
    required("kind", String),
    Column("person_id", Integer, ForeignKey("person.id")),
    CheckConstraint("ends_at > starts_at", name="ends_after_start"),
    one_of(
        "kind",
        ("performance_test", "penetration_test", "migration_rehearsal", "technology_refresh", "other"),
    ),
    Index("ix_environment_booking_span", "starts_at", "ends_at"),
)

booking_application = Table(
    "booking_application",
    METADATA,
    Column("booking_id", Integer, ForeignKey("environment_booking.id"), primary_key=True),
    Column("application_id", Integer, ForeignKey("application.id"), primary_key=True, index=True),
)
