"""Which domain value lives in which table: the one list that reading, writing and auditing go by."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, cast

from sqlalchemy import Table

from app.domain import (
    changes,
    exceptions,
    fixes,
    incidents,
    reconciliation,
    register,
    settings,
    signatures,
    windows,
)
from db import tables


@dataclass(frozen=True, slots=True)
class LinkTable:
    """A tuple of ids kept in a table of its own: owner column, target column."""

    table: Table
    owner: str
    target: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its name in the audit trail, value type, table, and tuples kept as links."""

    name: str
    value_type: type[Any]
    table: Table
    links: dict[str, LinkTable] = field(default_factory=dict)

    @property
    def is_versioned(self) -> bool:
        """Whether the record is editable and guarded by a version number."""
        return "version" in self.table.c

    @property
    def columns(self) -> tuple[str, ...]:
        """The value's fields that are columns of the table."""
        return _columns(self.value_type, tuple(self.links))  # type: ignore[arg-type]


@cache
def _columns(value_type: Hashable, links: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(item.name for item in fields(cast(Any, value_type)) if item.name not in links)


def table_of(model: type[Any]) -> Table:
    """The table behind a declared model."""
    table = model.__table__
    assert isinstance(table, Table)
    return table


def _link(model: type[Any], owner: str, target: str) -> LinkTable:
    return LinkTable(table_of(model), owner, target)


KINDS: tuple[Kind, ...] = (
    Kind("setting", settings.Setting, table_of(tables.Setting)),
    Kind("team", register.Team, table_of(tables.Team)),
    Kind("person", register.Person, table_of(tables.Person)),
    Kind(
        "configuration_item",
        register.ConfigurationItem,
        table_of(tables.ConfigurationItem),
        {"depends_on": _link(tables.CiDependency, "ci_id", "depends_on_id")},
    ),
    Kind(
        "application",
        register.Application,
        table_of(tables.Application),
        {
            "configuration_items": _link(tables.ApplicationConfigurationItem, "application_id", "ci_id"),
            "depends_on": _link(tables.ApplicationDependency, "application_id", "depends_on_id"),
        },
    ),
    Kind("environment", register.Environment, table_of(tables.Environment)),
    Kind("build_machine", register.BuildMachine, table_of(tables.BuildMachine)),
    Kind("window_series", windows.WindowSeries, table_of(tables.WindowSeries)),
    Kind("maintenance_window", windows.MaintenanceWindow, table_of(tables.MaintenanceWindow)),
    Kind("checkpoint", windows.Checkpoint, table_of(tables.Checkpoint)),
    Kind(
        "freeze",
        windows.Freeze,
        table_of(tables.Freeze),
        {
            "applications": _link(tables.FreezeApplication, "freeze_id", "application_id"),
            "configuration_items": _link(tables.FreezeConfigurationItem, "freeze_id", "ci_id"),
            "environments": _link(tables.FreezeEnvironment, "freeze_id", "environment_id"),
        },
    ),
    Kind(
        "environment_booking",
        windows.EnvironmentBooking,
        table_of(tables.EnvironmentBooking),
        {"applications": _link(tables.BookingApplication, "booking_id", "application_id")},
    ),
    Kind(
        "change",
        changes.Change,
        table_of(tables.Change),
        {
            "applications": _link(tables.ChangeApplication, "change_id", "application_id"),
            "configuration_items": _link(tables.ChangeConfigurationItem, "change_id", "ci_id"),
        },
    ),
    Kind("ticket", changes.Ticket, table_of(tables.Ticket)),
    Kind("build", changes.Build, table_of(tables.Build)),
    Kind("deployment", changes.Deployment, table_of(tables.Deployment)),
    Kind("attestation", changes.Attestation, table_of(tables.Attestation)),
    Kind("waiver", changes.Waiver, table_of(tables.Waiver)),
    Kind("comment", changes.Comment, table_of(tables.Comment)),
    Kind("frozen_gate", changes.FrozenGate, table_of(tables.FrozenGate)),
    Kind(
        "production_fix",
        fixes.ProductionFix,
        table_of(tables.ProductionFix),
        {
            "applications": _link(tables.FixApplication, "fix_id", "application_id"),
            "configuration_items": _link(tables.FixConfigurationItem, "fix_id", "ci_id"),
        },
    ),
    Kind("detected_change", reconciliation.DetectedChange, table_of(tables.DetectedChange)),
    Kind(
        "incident",
        incidents.Incident,
        table_of(tables.Incident),
        {
            "applications": _link(tables.IncidentApplication, "incident_id", "application_id"),
            "configuration_items": _link(tables.IncidentConfigurationItem, "incident_id", "ci_id"),
        },
    ),
    Kind("root_cause_analysis", incidents.RootCauseAnalysis, table_of(tables.RootCauseAnalysis)),
    Kind("exception_policy", exceptions.ExceptionPolicy, table_of(tables.ExceptionPolicy)),
    Kind("exception_request", exceptions.ExceptionRequest, table_of(tables.ExceptionRequest)),
    Kind("signing_key", signatures.SigningKey, table_of(tables.SigningKey)),
    Kind("stand_in", signatures.StandIn, table_of(tables.StandIn)),
    Kind("signature", signatures.Signature, table_of(tables.Signature)),
    Kind("follow_up_action", incidents.FollowUpAction, table_of(tables.FollowUpAction)),
)

_BY_TYPE = {kind.value_type: kind for kind in KINDS}
_BY_NAME = {kind.name: kind for kind in KINDS}


def kind_of(value_type: type[Any]) -> Kind:
    """The kind that stores `value_type`."""
    return _BY_TYPE[value_type]


def kind_named(name: str) -> Kind:
    """The kind called `name` in the audit trail."""
    return _BY_NAME[name]
