"""Applications, configuration items, teams, people, environments and build machines."""

from __future__ import annotations

from datetime import time
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Record, one_of
from db.types import Plain


class Team(Record, Base):
    __tablename__ = "team"
    __table_args__ = (UniqueConstraint("name"), CheckConstraint("name <> ''", name="name"))
    name: Mapped[str]
    is_development: Mapped[bool] = mapped_column(default=False)
    is_archived: Mapped[bool] = mapped_column(default=False)


class Person(Record, Base):
    __tablename__ = "person"
    __table_args__ = (CheckConstraint("name <> ''", name="name"),)
    name: Mapped[str] = mapped_column(index=True)
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"), index=True)
    roles: Mapped[Any] = mapped_column(Plain)
    zone_name: Mapped[str]
    work_days: Mapped[Any] = mapped_column(Plain)
    work_from: Mapped[time]
    work_until: Mapped[time]
    absences: Mapped[Any] = mapped_column(Plain)
    is_archived: Mapped[bool] = mapped_column(default=False)


class ConfigurationItem(Record, Base):
    __tablename__ = "configuration_item"
    __table_args__ = (
        UniqueConstraint("name"),
        CheckConstraint("name <> ''", name="name"),
        CheckConstraint("capacity >= 1", name="capacity"),
        one_of("kind", ("server", "database", "network_device", "storage", "shared_library")),
    )
    name: Mapped[str]
    kind: Mapped[str]
    capacity: Mapped[int] = mapped_column(default=1)
    is_archived: Mapped[bool] = mapped_column(default=False)


class CiDependency(Base):
    __tablename__ = "ci_dependency"
    __table_args__ = (CheckConstraint("ci_id <> depends_on_id", name="not_itself"),)
    ci_id: Mapped[int] = mapped_column(ForeignKey("configuration_item.id"), primary_key=True)
    depends_on_id: Mapped[int] = mapped_column(
        ForeignKey("configuration_item.id"), primary_key=True, index=True
    )


class Application(Record, Base):
    __tablename__ = "application"
    __table_args__ = (
        UniqueConstraint("name"),
        CheckConstraint("name <> ''", name="name"),
        CheckConstraint("tier BETWEEN 1 AND 4", name="tier"),
        CheckConstraint("allowed_downtime_minutes >= 0", name="allowed_downtime"),
    )
    name: Mapped[str]
    tier: Mapped[int]
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"), index=True)
    business_owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    allowed_downtime_minutes: Mapped[int]
    is_archived: Mapped[bool] = mapped_column(default=False)


class ApplicationConfigurationItem(Base):
    __tablename__ = "application_ci"
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True)
    ci_id: Mapped[int] = mapped_column(ForeignKey("configuration_item.id"), primary_key=True, index=True)


class ApplicationDependency(Base):
    __tablename__ = "application_dependency"
    __table_args__ = (CheckConstraint("application_id <> depends_on_id", name="not_itself"),)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True)
    depends_on_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True, index=True)


class Environment(Record, Base):
    __tablename__ = "environment"
    __table_args__ = (
        UniqueConstraint("name"),
        one_of("stage", ("test", "qa", "pre_production", "production")),
    )
    name: Mapped[str]
    stage: Mapped[str]
    is_archived: Mapped[bool] = mapped_column(default=False)


class BuildMachine(Record, Base):
    __tablename__ = "build_machine"
    __table_args__ = (UniqueConstraint("name"), CheckConstraint("name <> ''", name="name"))
    name: Mapped[str]
    is_archived: Mapped[bool] = mapped_column(default=False)
