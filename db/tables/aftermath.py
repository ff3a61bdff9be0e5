"""After the night: production fixes, detected changes, incidents, root-cause analyses, follow-up actions."""

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
    UniqueConstraint,
)

from db.tables.base import METADATA, one_of, record, required
from db.types import Plain, UtcInstant

production_fix = Table(
    "production_fix",
    METADATA,
    *record(),
    required("key", String),
    required("title", String),
    required("made_by", String),
    required("happened_at", UtcInstant),
    required("zone_name", String),
    required("entered_at", UtcInstant),
    required("entered_by", String),
    required("due_at", UtcInstant),
    required("place", String, default=""),
    required("reason", String, default=""),
    required("steps_taken", String, default=""),
    required("discussion", String, default=""),
    required("risk", String, default=""),
    Column("signed_by_id", Integer, ForeignKey("person.id")),
    Column("signed_role", String),
    Column("signed_at", UtcInstant),
    required("signed_digest", String, default=""),
    Column("change_id", Integer, ForeignKey("change.id")),
    UniqueConstraint("key"),
    CheckConstraint("title <> '' AND made_by <> ''", name="said"),
    CheckConstraint(
        "(signed_at IS NULL) = (signed_by_id IS NULL) AND (signed_at IS NULL) = (signed_digest = '')",
        name="signed",
    ),
    Index("ix_production_fix_happened_at", "happened_at"),
)
"""Made in production first and documented after; `due_at` is the deadline of the documentation."""

production_fix_ci = Table(
    "production_fix_ci",
    METADATA,
    Column("fix_id", Integer, ForeignKey("production_fix.id"), primary_key=True),
    Column("ci_id", Integer, ForeignKey("configuration_item.id"), primary_key=True, index=True),
)

production_fix_application = Table(
    "production_fix_application",
    METADATA,
    Column("fix_id", Integer, ForeignKey("production_fix.id"), primary_key=True),
    Column("application_id", Integer, ForeignKey("application.id"), primary_key=True, index=True),
)

detected_change = Table(
    "detected_change",
    METADATA,
    *record(),
    required("key", String),
    required("detected_at", UtcInstant),
    required("zone_name", String),
    required("ci_name", String),
    required("what", String),
    required("who", String, default=""),
    Column("ci_id", Integer, ForeignKey("configuration_item.id"), index=True),
    required("source_system", String, default=""),
    required("extra", Plain),
    required("explanation", String, default=""),
    required("explained_by", String, default=""),
    Column("explained_at", UtcInstant),
    Column("fix_id", Integer, ForeignKey("production_fix.id"), index=True),
    UniqueConstraint("key"),
    CheckConstraint("key <> '' AND ci_name <> ''", name="said"),
    CheckConstraint("(explanation = '') = (explained_at IS NULL)", name="explained"),
    Index("ix_detected_change_detected_at", "detected_at"),
)
"""What monitoring saw; explained, made a fix of, or still open."""

incident = Table(
    "incident",
    METADATA,
    *record(),
    required("key", String),
    required("title", String),
    required("started_at", UtcInstant),
    required("zone_name", String),
    required("kind", String),
    Column("ended_at", UtcInstant),
    required("impact", String, default=""),
    Column("change_id", Integer, ForeignKey("change.id"), index=True),
    required("counts_as_downtime", Boolean, default=True),
    required("asks_for_rca", Boolean, default=True),
    Column("rca_due_at", UtcInstant),
    required("team_name", String, default=""),
    required("source_system", String, default=""),
    required("source_state", String, default=""),
    required("extra", Plain),
    UniqueConstraint("key"),
    CheckConstraint("key <> '' AND title <> ''", name="said"),
    CheckConstraint("ended_at IS NULL OR ended_at >= started_at", name="span"),
    one_of("kind", ("outage", "impairment")),
    Index("ix_incident_started_at", "started_at"),
    Index("ix_incident_asks", "asks_for_rca", "rca_due_at"),
)
"""An outage or impairment; `ended_at` is empty while it lasts."""

incident_application = Table(
    "incident_application",
    METADATA,
    Column("incident_id", Integer, ForeignKey("incident.id"), primary_key=True),
    Column("application_id", Integer, ForeignKey("application.id"), primary_key=True, index=True),
)

incident_ci = Table(
    "incident_ci",
    METADATA,
    Column("incident_id", Integer, ForeignKey("incident.id"), primary_key=True),
    Column("ci_id", Integer, ForeignKey("configuration_item.id"), primary_key=True, index=True),
)

root_cause_analysis = Table(
    "root_cause_analysis",
    METADATA,
    *record(),
    required("incident_id", Integer, ForeignKey("incident.id")),
    required("timeline", Plain),
    required("whys", Plain),
    required("contributing_factors", Plain),
    required("root_cause", String, default=""),
    required("checkpoint_name", String, default=""),
    required("criterion_code", String, default=""),
    required("activity_title", String, default=""),
    required("concluded_by", String, default=""),
    Column("concluded_at", UtcInstant),
    UniqueConstraint("incident_id"),
    CheckConstraint("(concluded_at IS NULL) = (concluded_by = '')", name="concluded"),
)
"""One an incident; concluded by somebody at an instant, or still being written."""

follow_up_action = Table(
    "follow_up_action",
    METADATA,
    *record(),
    required("incident_id", Integer, ForeignKey("incident.id"), index=True),
    required("title", String),
    required("due_on", Date),
    Column("owner_id", Integer, ForeignKey("person.id")),
    required("owner_name", String, default=""),
    Column("done_at", UtcInstant),
    required("done_note", String, default=""),
    CheckConstraint("title <> ''", name="said"),
    Index("ix_follow_up_action_open", "done_at", "due_on"),
)
"""What is to be done so that it does not happen again."""
