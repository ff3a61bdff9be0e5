"""A window's sequence: activities, links between them, and the templates of applications."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Record, one_of
from db.types import Plain


class WindowSequence(Base):
    """One row a window that has a sequence; `version` guards the whole of it."""

    __tablename__ = "window_sequence"
    window_id: Mapped[int] = mapped_column(ForeignKey("maintenance_window.id"), primary_key=True)
    version: Mapped[int] = mapped_column(default=1)


class Activity(Base):
    """One step; times are whole minutes from the window's start, negative before it.

    `source_key` is its key in the plan it was imported from, empty for steps made here.
    """

    __tablename__ = "activity"
    __table_args__ = (
        CheckConstraint("duration_minutes >= 0", name="duration"),
        one_of("phase", ("prepare", "deploy", "verify", "close", "rollback")),
        one_of("state", ("planned", "running", "done", "failed", "skipped", "rolled_back")),
        Index("ix_activity_window", "window_id", "position"),
    )
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    window_id: Mapped[int] = mapped_column(ForeignKey("window_sequence.window_id"))
    change_id: Mapped[int | None] = mapped_column(ForeignKey("change.id"), index=True)
    title: Mapped[str]
    phase: Mapped[str]
    duration_minutes: Mapped[int]
    optimistic_minutes: Mapped[int | None]
    pessimistic_minutes: Mapped[int | None]
    earliest_start: Mapped[int | None]
    fixed_start: Mapped[int | None]
    planned_start: Mapped[int | None]
    deadline: Mapped[int | None]
    players: Mapped[Any] = mapped_column(Plain)
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"))
    configuration_items: Mapped[Any] = mapped_column(Plain)
    is_go_no_go: Mapped[bool] = mapped_column(default=False)
    instructions: Mapped[str] = mapped_column(default="")
    rollback_minutes: Mapped[int | None]
    position: Mapped[int]
    state: Mapped[str]
    actual_start: Mapped[int | None]
    actual_finish: Mapped[int | None]
    workstream: Mapped[str] = mapped_column(default="", server_default="")
    group: Mapped[str] = mapped_column(default="", server_default="")
    source_key: Mapped[str] = mapped_column(default="", server_default="")


class ActivityLink(Base):
    __tablename__ = "activity_link"
    __table_args__ = (
        one_of("kind", ("FS", "SS", "FF", "SF")),
        CheckConstraint("predecessor_id <> successor_id", name="not_itself"),
    )
    predecessor_id: Mapped[str] = mapped_column(ForeignKey("activity.id"), primary_key=True)
    successor_id: Mapped[str] = mapped_column(ForeignKey("activity.id"), primary_key=True, index=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    lag_minutes: Mapped[int] = mapped_column(default=0)


class ActivityTemplate(Record, Base):
    """An application's usual steps, as the sequencing package writes them."""

    __tablename__ = "activity_template"
    __table_args__ = (UniqueConstraint("application_id", "name"),)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    name: Mapped[str]
    steps: Mapped[Any] = mapped_column(Plain)
