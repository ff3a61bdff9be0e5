"""A window's sequence: activities, links between them, and the templates of applications."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from db.tables.base import METADATA, one_of, record, required
from db.types import Plain

window_sequence = Table(
    "window_sequence",
    METADATA,
    Column("window_id", Integer, ForeignKey("maintenance_window.id"), primary_key=True),
    required("version", Integer, default=1),
)
"""One row a window that has a sequence; `version` guards the whole of it."""

activity = Table(
    "activity",
    METADATA,
    Column("id", String(32), primary_key=True),
    required("window_id", Integer, ForeignKey("window_sequence.window_id")),
    Column("change_id", Integer, ForeignKey("change.id"), index=True),
    required("title", String),
    required("phase", String),
    required("duration_minutes", Integer),
    Column("optimistic_minutes", Integer),
    Column("pessimistic_minutes", Integer),
    Column("earliest_start", Integer),
    Column("fixed_start", Integer),
    Column("planned_start", Integer),
    Column("deadline", Integer),
    required("players", Plain),
    Column("team_id", Integer, ForeignKey("team.id")),
    required("configuration_items", Plain),
    required("is_go_no_go", Boolean, default=False),
    required("instructions", String, default=""),
    Column("rollback_minutes", Integer),
    required("position", Integer),
    required("state", String),
    Column("actual_start", Integer),
    Column("actual_finish", Integer),
    required("workstream", String, default="", server_default=""),
    required("group", String, default="", server_default=""),
    required("source_key", String, default="", server_default=""),
    CheckConstraint("duration_minutes >= 0", name="duration"),
    one_of("phase", ("prepare", "deploy", "verify", "close", "rollback")),
    one_of("state", ("planned", "running", "done", "failed", "skipped", "rolled_back")),
    Index("ix_activity_window", "window_id", "position"),
)
"""One step; times are whole minutes from the window's start, negative before it.

`source_key` is its key in the plan it was imported from, empty for steps made here.
"""

activity_link = Table(
    "activity_link",
    METADATA,
    Column("predecessor_id", String(32), ForeignKey("activity.id"), primary_key=True),
    Column("successor_id", String(32), ForeignKey("activity.id"), primary_key=True, index=True),
    Column("kind", String, primary_key=True),
    required("lag_minutes", Integer, default=0),
    one_of("kind", ("FS", "SS", "FF", "SF")),
    CheckConstraint("predecessor_id <> successor_id", name="not_itself"),
)

activity_template = Table(
    "activity_template",
    METADATA,
    *record(),
    required("application_id", Integer, ForeignKey("application.id")),
    required("name", String),
    required("steps", Plain),
    UniqueConstraint("application_id", "name"),
)
"""An application's usual steps, as the sequencing package writes them."""
