"""Applications, configuration items, teams, people, environments and build machines."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Time,
    UniqueConstraint,
)

from db.tables.base import METADATA, one_of, record, required
from db.types import Plain

team = Table(
    "team",
    METADATA,
    *record(),
    required("name", String),
    required("is_development", Boolean, default=False),
    required("is_archived", Boolean, default=False),
    UniqueConstraint("name"),
    CheckConstraint("name <> ''", name="name"),
)

person = Table(
    "person",
    METADATA,
    *record(),
    required("name", String, index=True),
    required("email", String, default=""),
    required("phone", String, default=""),
    Column("team_id", Integer, ForeignKey("team.id"), index=True),
    required("roles", Plain),
    required("zone_name", String),
    required("work_days", Plain),
    required("work_from", Time),
    required("work_until", Time),
    required("absences", Plain),
    required("is_archived", Boolean, default=False),
    CheckConstraint("name <> ''", name="name"),
)

configuration_item = Table(
    "configuration_item",
    METADATA,
    *record(),
    required("name", String),
    required("kind", String),
    required("capacity", Integer, default=1),
    required("is_archived", Boolean, default=False),
    UniqueConstraint("name"),
    CheckConstraint("name <> ''", name="name"),
    CheckConstraint("capacity >= 1", name="capacity"),
    one_of("kind", ("server", "database", "network_device", "storage", "shared_library")),
)

ci_dependency = Table(
    "ci_dependency",
    METADATA,
    Column("ci_id", Integer, ForeignKey("configuration_item.id"), primary_key=True),
    Column("depends_on_id", Integer, ForeignKey("configuration_item.id"), primary_key=True, index=True),
    CheckConstraint("ci_id <> depends_on_id", name="not_itself"),
)

application = Table(
    "application",
    METADATA,
    *record(),
    required("name", String),
    required("tier", Integer),
    Column("team_id", Integer, ForeignKey("team.id"), index=True),
    Column("business_owner_id", Integer, ForeignKey("person.id"), index=True),
    required("allowed_downtime_minutes", Integer),
    required("is_archived", Boolean, default=False),
    UniqueConstraint("name"),
    CheckConstraint("name <> ''", name="name"),
    CheckConstraint("tier BETWEEN 1 AND 4", name="tier"),
    CheckConstraint("allowed_downtime_minutes >= 0", name="allowed_downtime"),
)

application_ci = Table(
    "application_ci",
    METADATA,
    Column("application_id", Integer, ForeignKey("application.id"), primary_key=True),
    Column("ci_id", Integer, ForeignKey("configuration_item.id"), primary_key=True, index=True),
)

application_dependency = Table(
    "application_dependency",
    METADATA,
    Column("application_id", Integer, ForeignKey("application.id"), primary_key=True),
    Column("depends_on_id", Integer, ForeignKey("application.id"), primary_key=True, index=True),
    CheckConstraint("application_id <> depends_on_id", name="not_itself"),
)

environment = Table(
    "environment",
    METADATA,
    *record(),
    required("name", String),
    required("stage", String),
    required("is_archived", Boolean, default=False),
    UniqueConstraint("name"),
    one_of("stage", ("test", "qa", "pre_production", "production")),
)

build_machine = Table(
    "build_machine",
    METADATA,
    *record(),
    required("name", String),
    required("is_archived", Boolean, default=False),
    UniqueConstraint("name"),
    CheckConstraint("name <> ''", name="name"),
)
