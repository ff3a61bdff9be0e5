"""The nights: a window's runs, real or rehearsed, and the log that each writes of itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, one_of
from db.types import Plain, UtcInstant

ACTS = (
    "begin",
    "start",
    "finish",
    "fail",
    "skip",
    "roll_back",
    "hand_over",
    "go",
    "no_go",
    "note",
    "replan",
    "undo",
    "end",
)


class NightRun(Base):
    """One run of a window's sequence; `zero_at` is the instant of the plan's minute 0, `plan` the plan then.

    A window has one real run at most and any number of rehearsals.
    """

    __tablename__ = "night_run"
    __table_args__ = (
        one_of("kind", ("real", "rehearsal")),
        CheckConstraint("ended_at IS NULL OR ended_at >= begun_at", name="ends_after_begin"),
        Index("ix_night_run_window", "window_id", "begun_at"),
        Index(
            "uq_night_run_real",
            "window_id",
            unique=True,
            sqlite_where=text("kind = 'real'"),
            postgresql_where=text("kind = 'real'"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    window_id: Mapped[int] = mapped_column(ForeignKey("maintenance_window.id"))
    kind: Mapped[str]
    zero_at: Mapped[datetime] = mapped_column(UtcInstant)
    begun_at: Mapped[datetime] = mapped_column(UtcInstant)
    begun_by: Mapped[str]
    ended_at: Mapped[datetime | None] = mapped_column(UtcInstant)
    plan: Mapped[Any] = mapped_column(Plain)


class NightLogEntry(Base):
    """One act of a night, never altered; what was wrong is taken back by another entry.

    `happened_at` is earlier than `recorded_at` where the act was entered afterwards. `said` is the line as
    people read it; `details` is what the state of the night follows from.
    """

    __tablename__ = "night_log"
    __table_args__ = (
        UniqueConstraint("run_id", "number"),
        one_of("act", ACTS),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("happened_at <= recorded_at", name="not_ahead"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("night_run.id"))
    number: Mapped[int]
    recorded_at: Mapped[datetime] = mapped_column(UtcInstant)
    happened_at: Mapped[datetime] = mapped_column(UtcInstant)
    actor: Mapped[str]
    act: Mapped[str]
    activity_id: Mapped[str | None] = mapped_column(String(32))
    change_key: Mapped[str | None]
    said: Mapped[str]
    details: Mapped[Any] = mapped_column(Plain)
