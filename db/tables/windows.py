"""Window series, windows, checkpoints with their frozen gates, freezes and bookings."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Record, one_of
from db.types import Plain, UtcInstant


class WindowSeries(Record, Base):
    __tablename__ = "window_series"
    __table_args__ = (
        CheckConstraint("name <> ''", name="name"),
        CheckConstraint("capacity_deployments >= 0 AND capacity_minutes >= 0", name="capacity"),
    )
    name: Mapped[str]
    rule: Mapped[str]
    first_day: Mapped[date]
    starts_at: Mapped[time]
    ends_at: Mapped[time]
    zone_name: Mapped[str]
    capacity_deployments: Mapped[int]
    capacity_minutes: Mapped[int]
    minimum_qa_hours: Mapped[int]
    checkpoints: Mapped[Any] = mapped_column(Plain)
    revision: Mapped[int] = mapped_column(default=1)
    is_archived: Mapped[bool] = mapped_column(default=False)


class MaintenanceWindow(Record, Base):
    __tablename__ = "maintenance_window"
    __table_args__ = (
        UniqueConstraint("series_id", "occurrence_day"),
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("(series_id IS NULL) = (occurrence_day IS NULL)", name="series_and_day"),
        one_of(
            "state",
            ("planned", "intake", "testing", "final", "locked", "running", "closed", "cancelled"),
        ),
        Index("ix_maintenance_window_span", "starts_at", "ends_at"),
    )
    title: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(UtcInstant)
    ends_at: Mapped[datetime] = mapped_column(UtcInstant)
    zone_name: Mapped[str]
    state: Mapped[str]
    series_id: Mapped[int | None] = mapped_column(ForeignKey("window_series.id"))
    occurrence_day: Mapped[date | None]
    capacity_deployments: Mapped[int]
    capacity_minutes: Mapped[int]
    minimum_qa_hours: Mapped[int]
    cancel_reason: Mapped[str] = mapped_column(default="")
    is_moved: Mapped[bool] = mapped_column(default=False)


class Checkpoint(Record, Base):
    __tablename__ = "checkpoint"
    __table_args__ = (
        UniqueConstraint("window_id", "name"),
        CheckConstraint("(frozen_at IS NULL) = (frozen_hash = '')", name="frozen_with_hash"),
    )
    name: Mapped[str]
    cutoff_at: Mapped[datetime] = mapped_column(UtcInstant, index=True)
    meeting_at: Mapped[datetime] = mapped_column(UtcInstant)
    criteria: Mapped[Any] = mapped_column(Plain)
    is_final: Mapped[bool]
    criteria_revision: Mapped[int]
    frozen_at: Mapped[datetime | None] = mapped_column(UtcInstant)
    frozen_hash: Mapped[str] = mapped_column(default="")
    window_id: Mapped[int] = mapped_column(ForeignKey("maintenance_window.id"))


class FrozenGate(Base):
    __tablename__ = "frozen_gate"
    __table_args__ = (
        UniqueConstraint("checkpoint_id", "change_id", "criterion_code"),
        one_of("result", ("met", "not_met", "waived", "not_evaluated")),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    checkpoint_id: Mapped[int] = mapped_column(ForeignKey("checkpoint.id"))
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), index=True)
    criterion_code: Mapped[str]
    result: Mapped[str]
    why: Mapped[str]
    evidence: Mapped[str] = mapped_column(default="")


class Freeze(Record, Base):
    __tablename__ = "freeze"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        one_of("strength", ("hard", "with_signatures")),
        Index("ix_freeze_span", "starts_at", "ends_at"),
    )
    title: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(UtcInstant)
    ends_at: Mapped[datetime] = mapped_column(UtcInstant)
    zone_name: Mapped[str]
    strength: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")


class FreezeApplication(Base):
    __tablename__ = "freeze_application"
    freeze_id: Mapped[int] = mapped_column(ForeignKey("freeze.id"), primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True, index=True)


class FreezeConfigurationItem(Base):
    __tablename__ = "freeze_ci"
    freeze_id: Mapped[int] = mapped_column(ForeignKey("freeze.id"), primary_key=True)
    ci_id: Mapped[int] = mapped_column(ForeignKey("configuration_item.id"), primary_key=True, index=True)


class FreezeEnvironment(Base):
    __tablename__ = "freeze_environment"
    freeze_id: Mapped[int] = mapped_column(ForeignKey("freeze.id"), primary_key=True)
    environment_id: Mapped[int] = mapped_column(ForeignKey("environment.id"), primary_key=True, index=True)


class EnvironmentBooking(Record, Base):
    __tablename__ = "environment_booking"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        one_of(
            "kind",
            ("performance_test", "penetration_test", "migration_rehearsal", "technology_refresh", "other"),
        ),
        Index("ix_environment_booking_span", "starts_at", "ends_at"),
    )
    title: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(UtcInstant)
    ends_at: Mapped[datetime] = mapped_column(UtcInstant)
    zone_name: Mapped[str]
    environment_id: Mapped[int | None] = mapped_column(ForeignKey("environment.id"), index=True)
    kind: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class BookingApplication(Base):
    __tablename__ = "booking_application"
    booking_id: Mapped[int] = mapped_column(ForeignKey("environment_booking.id"), primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True, index=True)
