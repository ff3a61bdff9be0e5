"""Changes, and what hangs on them: tickets, builds, deployments, attestations, waivers, discussion."""

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

change = Table(
    "change",
    METADATA,
    *record(),
    required("key", String),
    required("title", String),
    required("description", String, default=""),
    required("kind", String),
    required("change_class", String),
    required("state", String),
    required("impact", Integer),
    required("likelihood", Integer),
    Column("requester_id", Integer, ForeignKey("person.id")),
    Column("owner_id", Integer, ForeignKey("person.id")),
    Column("team_id", Integer, ForeignKey("team.id")),
    required("requester_name", String, default=""),
    required("owner_name", String, default=""),
    required("team_name", String, default=""),
    Column("window_id", Integer, ForeignKey("maintenance_window.id")),
    Column("deployment_on", Date),
    required("is_date_approved", Boolean, default=False),
    required("backout_plan", String, default=""),
    required("verification_plan", String, default=""),
    required("expected_downtime_minutes", Integer, default=0),
    required("planned_digest", String, default=""),
    required("source_system", String, default=""),
    required("source_state", String, default=""),
    required("url", String, default=""),
    required("labels", Plain),
    required("links", Plain),
    required("extra", Plain),
    Column("created_at", UtcInstant),
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

change_application = Table(
    "change_application",
    METADATA,
    Column("change_id", Integer, ForeignKey("change.id"), primary_key=True),
    Column("application_id", Integer, ForeignKey("application.id"), primary_key=True, index=True),
)

change_ci = Table(
    "change_ci",
    METADATA,
    Column("change_id", Integer, ForeignKey("change.id"), primary_key=True),
    Column("ci_id", Integer, ForeignKey("configuration_item.id"), primary_key=True, index=True),
)

ticket = Table(
    "ticket",
    METADATA,
    *record(),
    required("change_id", Integer, ForeignKey("change.id")),
    required("key", String),
    required("title", String, default=""),
    required("system", String, default=""),
    required("state", String, default=""),
    required("url", String, default=""),
    UniqueConstraint("change_id", "system", "key"),
)

build = Table(
    "build",
    METADATA,
    *record(),
    required("change_id", Integer, ForeignKey("change.id")),
    required("number", String),
    required("revision", String, default=""),
    Column("machine_id", Integer, ForeignKey("build_machine.id")),
    required("machine_name", String, default=""),
    required("digest", String, default=""),
    required("is_success", Boolean),
    Column("built_at", UtcInstant),
    UniqueConstraint("change_id", "number"),
    CheckConstraint("digest = '' OR length(digest) = 64", name="digest"),
)

deployment = Table(
    "deployment",
    METADATA,
    *record(),
    required("change_id", Integer, ForeignKey("change.id")),
    required("environment_id", Integer, ForeignKey("environment.id")),
    required("deployed_at", UtcInstant),
    required("outcome", String),
    Column("build_id", Integer, ForeignKey("build.id")),
    required("digest", String, default=""),
    required("deployed_by", String, default=""),
    required("issues", String, default=""),
    one_of("outcome", ("succeeded", "with_issues", "failed", "rolled_back")),
    CheckConstraint("digest = '' OR length(digest) = 64", name="digest"),
    Index("ix_deployment_change", "change_id", "deployed_at"),
)

attestation = Table(
    "attestation",
    METADATA,
    *record(),
    required("change_id", Integer, ForeignKey("change.id"), index=True),
    required("criterion_code", String),
    required("checkpoint_name", String),
    required("is_met", Boolean),
    required("role", String),
    required("person_id", Integer, ForeignKey("person.id")),
    required("attested_at", UtcInstant),
    required("evidence", String, default=""),
)

waiver = Table(
    "waiver",
    METADATA,
    *record(),
    required("change_id", Integer, ForeignKey("change.id")),
    required("checkpoint_name", String),
    required("criterion_code", String),
    required("reason", String),
    required("signatures", String),
    required("granted_at", UtcInstant),
    Column("exception_id", Integer, ForeignKey("exception_request.id"), index=True),
    UniqueConstraint("change_id", "checkpoint_name", "criterion_code"),
)

comment = Table(
    "comment",
    METADATA,
    *record(),
    required("change_id", Integer, ForeignKey("change.id"), index=True),
    required("author", String),
    required("text", String),
    required("written_at", UtcInstant),
)
