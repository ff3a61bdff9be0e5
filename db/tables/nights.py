"""The nights: a window's runs, real or rehearsed, and the log that each writes of itself."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from db.tables.base import METADATA, one_of, required
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

night_run = Table(
    "night_run",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("window_id", Integer, ForeignKey("maintenance_window.id")),
    required("kind", String),
    required("zero_at", UtcInstant),
    required("begun_at", UtcInstant),
    required("begun_by", String),
    Column("ended_at", UtcInstant),
    required("plan", Plain),
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
"""One run of a window's sequence; `zero_at` is the instant of the plan's minute 0, `plan` the plan then.

A window has one real run at most and any number of rehearsals.
"""

night_log = Table(
    "night_log",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("run_id", Integer, ForeignKey("night_run.id")),
    required("number", Integer),
    required("recorded_at", UtcInstant),
    required("happened_at", UtcInstant),
    required("actor", String),
    required("act", String),
    Column("activity_id", String(32)),
    Column("change_key", String),
    required("said", String),
    required("details", Plain),
    UniqueConstraint("run_id", "number"),
    one_of("act", ACTS),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("happened_at <= recorded_at", name="not_ahead"),
)
"""One act of a night, never altered; what was wrong is taken back by another entry.

`happened_at` is earlier than `recorded_at` where the act was entered afterwards. `said` is the line as
people read it; `details` is what the state of the night follows from.
"""
