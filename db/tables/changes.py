"""Changes, and what hangs on them: tickets, builds, deployments, attestations, waivers, discussion."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Record, one_of
from db.types import Plain, UtcInstant


class Change(Record, Base):
    __tablename__ = "change"
    __table_args__ = (
        UniqueConstraint("key"),
        CheckConstraint("key <> ''", name="key"),
        CheckConstraint("impact BETWEEN 1 AND 5 AND likelihood BETWEEN 1 AND 5", name="risk"),
        CheckConstraint("expected_downtime_minutes >= 0", name="downtime"),
        one_of(
            "kind",
            ("application", "infrastructure", "database", "network", "configuration", "data"),
        ),
        one_of("change_class", ("standard", "normal", "emergency")),
        one_of(
            "state",
            (
                "intake",
                "in_test",
                "tested",
                "pre_production",
                "ready",
                "deployed",
                "rolled_back",
                "failed",
                "deferred",
                "withdrawn",
                "closed",
            ),
        ),
        Index("ix_change_window", "window_id", "key"),
        Index("ix_change_window_state", "window_id", "state", "expected_downtime_minutes"),
        Index("ix_change_deployment_on", "deployment_on"),
    )
    key: Mapped[str]
    title: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    kind: Mapped[str]
    change_class: Mapped[str]
    state: Mapped[str]
    impact: Mapped[int]
    likelihood: Mapped[int]
    requester_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"))
    requester_name: Mapped[str] = mapped_column(default="")
    owner_name: Mapped[str] = mapped_column(default="")
    team_name: Mapped[str] = mapped_column(default="")
    window_id: Mapped[int | None] = mapped_column(ForeignKey("maintenance_window.id"))
    deployment_on: Mapped[date | None]
    is_date_approved: Mapped[bool] = mapped_column(default=False)
    backout_plan: Mapped[str] = mapped_column(default="")
    verification_plan: Mapped[str] = mapped_column(default="")
    expected_downtime_minutes: Mapped[int] = mapped_column(default=0)
    planned_digest: Mapped[str] = mapped_column(default="")
    source_system: Mapped[str] = mapped_column(default="")
    source_state: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    labels: Mapped[Any] = mapped_column(Plain)
    links: Mapped[Any] = mapped_column(Plain)
    extra: Mapped[Any] = mapped_column(Plain)
    created_at: Mapped[datetime | None] = mapped_column(UtcInstant)


class ChangeApplication(Base):
    __tablename__ = "change_application"
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True, index=True)


class ChangeConfigurationItem(Base):
    __tablename__ = "change_ci"
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), primary_key=True)
    ci_id: Mapped[int] = mapped_column(ForeignKey("configuration_item.id"), primary_key=True, index=True)


class Ticket(Record, Base):
    __tablename__ = "ticket"
    __table_args__ = (UniqueConstraint("change_id", "system", "key"),)
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"))
    key: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    system: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")


class Build(Record, Base):
    __tablename__ = "build"
    __table_args__ = (
        UniqueConstraint("change_id", "number"),
        CheckConstraint("digest = '' OR length(digest) = 64", name="digest"),
    )
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"))
    number: Mapped[str]
    revision: Mapped[str] = mapped_column(default="")
    machine_id: Mapped[int | None] = mapped_column(ForeignKey("build_machine.id"))
    machine_name: Mapped[str] = mapped_column(default="")
    digest: Mapped[str] = mapped_column(default="")
    is_success: Mapped[bool]
    built_at: Mapped[datetime | None] = mapped_column(UtcInstant)


class Deployment(Record, Base):
    __tablename__ = "deployment"
    __table_args__ = (
        one_of("outcome", ("succeeded", "with_issues", "failed", "rolled_back")),
        CheckConstraint("digest = '' OR length(digest) = 64", name="digest"),
        Index("ix_deployment_change", "change_id", "deployed_at"),
    )
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"))
    environment_id: Mapped[int] = mapped_column(ForeignKey("environment.id"))
    deployed_at: Mapped[datetime] = mapped_column(UtcInstant)
    outcome: Mapped[str]
    build_id: Mapped[int | None] = mapped_column(ForeignKey("build.id"))
    digest: Mapped[str] = mapped_column(default="")
    deployed_by: Mapped[str] = mapped_column(default="")
    issues: Mapped[str] = mapped_column(default="")


class Attestation(Record, Base):
    __tablename__ = "attestation"
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), index=True)
    criterion_code: Mapped[str]
    checkpoint_name: Mapped[str]
    is_met: Mapped[bool]
    role: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    attested_at: Mapped[datetime] = mapped_column(UtcInstant)
    evidence: Mapped[str] = mapped_column(default="")


class Waiver(Record, Base):
    __tablename__ = "waiver"
    __table_args__ = (UniqueConstraint("change_id", "checkpoint_name", "criterion_code"),)
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"))
    checkpoint_name: Mapped[str]
    criterion_code: Mapped[str]
    reason: Mapped[str]
    signatures: Mapped[str]
    granted_at: Mapped[datetime] = mapped_column(UtcInstant)
    exception_id: Mapped[int | None] = mapped_column(ForeignKey("exception_request.id"), index=True)


class Comment(Record, Base):
    __tablename__ = "comment"
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), index=True)
    author: Mapped[str]
    text: Mapped[str]
    written_at: Mapped[datetime] = mapped_column(UtcInstant)
