"""After the night: production fixes, detected changes, incidents, root-cause analyses, follow-up actions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Record, one_of
from db.types import Plain, UtcInstant


class ProductionFix(Record, Base):
    """Made in production first and documented after; `due_at` is the deadline of the documentation."""

    __tablename__ = "production_fix"
    __table_args__ = (
        UniqueConstraint("key"),
        CheckConstraint("title <> '' AND made_by <> ''", name="said"),
        CheckConstraint(
            "(signed_at IS NULL) = (signed_by_id IS NULL) AND (signed_at IS NULL) = (signed_digest = '')",
            name="signed",
        ),
        Index("ix_production_fix_happened_at", "happened_at"),
    )
    key: Mapped[str]
    title: Mapped[str]
    made_by: Mapped[str]
    happened_at: Mapped[datetime] = mapped_column(UtcInstant)
    zone_name: Mapped[str]
    entered_at: Mapped[datetime] = mapped_column(UtcInstant)
    entered_by: Mapped[str]
    due_at: Mapped[datetime] = mapped_column(UtcInstant)
    place: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    steps_taken: Mapped[str] = mapped_column(default="")
    discussion: Mapped[str] = mapped_column(default="")
    risk: Mapped[str] = mapped_column(default="")
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    signed_role: Mapped[str | None]
    signed_at: Mapped[datetime | None] = mapped_column(UtcInstant)
    signed_digest: Mapped[str] = mapped_column(default="")
    change_id: Mapped[int | None] = mapped_column(ForeignKey("change.id"))


class FixConfigurationItem(Base):
    __tablename__ = "production_fix_ci"
    fix_id: Mapped[int] = mapped_column(ForeignKey("production_fix.id"), primary_key=True)
    ci_id: Mapped[int] = mapped_column(ForeignKey("configuration_item.id"), primary_key=True, index=True)


class FixApplication(Base):
    __tablename__ = "production_fix_application"
    fix_id: Mapped[int] = mapped_column(ForeignKey("production_fix.id"), primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True, index=True)


class DetectedChange(Record, Base):
    """What monitoring saw; explained, made a fix of, or still open."""

    __tablename__ = "detected_change"
    __table_args__ = (
        UniqueConstraint("key"),
        CheckConstraint("key <> '' AND ci_name <> ''", name="said"),
        CheckConstraint("(explanation = '') = (explained_at IS NULL)", name="explained"),
        Index("ix_detected_change_detected_at", "detected_at"),
    )
    key: Mapped[str]
    detected_at: Mapped[datetime] = mapped_column(UtcInstant)
    zone_name: Mapped[str]
    ci_name: Mapped[str]
    what: Mapped[str]
    who: Mapped[str] = mapped_column(default="")
    ci_id: Mapped[int | None] = mapped_column(ForeignKey("configuration_item.id"), index=True)
    source_system: Mapped[str] = mapped_column(default="")
    extra: Mapped[Any] = mapped_column(Plain)
    explanation: Mapped[str] = mapped_column(default="")
    explained_by: Mapped[str] = mapped_column(default="")
    explained_at: Mapped[datetime | None] = mapped_column(UtcInstant)
    fix_id: Mapped[int | None] = mapped_column(ForeignKey("production_fix.id"), index=True)


class Incident(Record, Base):
    """An outage or impairment; `ended_at` is empty while it lasts."""

    __tablename__ = "incident"
    __table_args__ = (
        UniqueConstraint("key"),
        CheckConstraint("key <> '' AND title <> ''", name="said"),
        CheckConstraint("ended_at IS NULL OR ended_at >= started_at", name="span"),
        one_of("kind", ("outage", "impairment")),
        Index("ix_incident_started_at", "started_at"),
        Index("ix_incident_asks", "asks_for_rca", "rca_due_at"),
    )
    key: Mapped[str]
    title: Mapped[str]
    started_at: Mapped[datetime] = mapped_column(UtcInstant)
    zone_name: Mapped[str]
    kind: Mapped[str]
    ended_at: Mapped[datetime | None] = mapped_column(UtcInstant)
    impact: Mapped[str] = mapped_column(default="")
    change_id: Mapped[int | None] = mapped_column(ForeignKey("change.id"), index=True)
    counts_as_downtime: Mapped[bool] = mapped_column(default=True)
    asks_for_rca: Mapped[bool] = mapped_column(default=True)
    rca_due_at: Mapped[datetime | None] = mapped_column(UtcInstant)
    team_name: Mapped[str] = mapped_column(default="")
    source_system: Mapped[str] = mapped_column(default="")
    source_state: Mapped[str] = mapped_column(default="")
    extra: Mapped[Any] = mapped_column(Plain)


class IncidentApplication(Base):
    __tablename__ = "incident_application"
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True, index=True)


class IncidentConfigurationItem(Base):
    __tablename__ = "incident_ci"
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), primary_key=True)
    ci_id: Mapped[int] = mapped_column(ForeignKey("configuration_item.id"), primary_key=True, index=True)


class RootCauseAnalysis(Record, Base):
    """One an incident; concluded by somebody at an instant, or still being written."""

    __tablename__ = "root_cause_analysis"
    __table_args__ = (
        UniqueConstraint("incident_id"),
        CheckConstraint("(concluded_at IS NULL) = (concluded_by = '')", name="concluded"),
    )
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"))
    timeline: Mapped[Any] = mapped_column(Plain)
    whys: Mapped[Any] = mapped_column(Plain)
    contributing_factors: Mapped[Any] = mapped_column(Plain)
    root_cause: Mapped[str] = mapped_column(default="")
    checkpoint_name: Mapped[str] = mapped_column(default="")
    criterion_code: Mapped[str] = mapped_column(default="")
    activity_title: Mapped[str] = mapped_column(default="")
    concluded_by: Mapped[str] = mapped_column(default="")
    concluded_at: Mapped[datetime | None] = mapped_column(UtcInstant)


class FollowUpAction(Record, Base):
    """What is to be done so that it does not happen again."""

    __tablename__ = "follow_up_action"
    __table_args__ = (
        CheckConstraint("title <> ''", name="said"),
        Index("ix_follow_up_action_open", "done_at", "due_on"),
    )
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), index=True)
    title: Mapped[str]
    due_on: Mapped[date]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    owner_name: Mapped[str] = mapped_column(default="")
    done_at: Mapped[datetime | None] = mapped_column(UtcInstant)
    done_note: Mapped[str] = mapped_column(default="")
