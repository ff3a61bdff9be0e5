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


KINDS: tuple[Kind, ...] = (
    Kind("setting", settings.Setting, tables.setting),
    Kind("team", register.Team, tables.team),
    Kind("person", register.Person, tables.person),
    Kind(
        "configuration_item",
        register.ConfigurationItem,
        tables.configuration_item,
        {"depends_on": LinkTable(tables.ci_dependency, "ci_id", "depends_on_id")},
    ),
    Kind(
        "application",
        register.Application,
        tables.application,
        {
            "configuration_items": LinkTable(tables.application_ci, "application_id", "ci_id"),
            "depends_on": LinkTable(tables.application_dependency, "application_id", "depends_on_id"),
        },
    ),
    Kind("environment", register.Environment, tables.environment),
    Kind("build_machine", register.BuildMachine, tables.build_machine),
    Kind("window_series", windows.WindowSeries, tables.window_series),
    Kind("maintenance_window", windows.MaintenanceWindow, tables.maintenance_window),
    Kind("checkpoint", windows.Checkpoint, tables.checkpoint),
    Kind(
        "freeze",
        windows.Freeze,
        tables.freeze,
        {
            "applications": LinkTable(tables.freeze_application, "freeze_id", "application_id"),
            "configuration_items": LinkTable(tables.freeze_ci, "freeze_id", "ci_id"),
            "environments": LinkTable(tables.freeze_environment, "freeze_id", "environment_id"),
        },
    ),
    Kind(
        "environment_booking",
        windows.EnvironmentBooking,
        tables.environment_booking,
        {"applications": LinkTable(tables.booking_application, "booking_id", "application_id")},
    ),
    Kind(
        "change",
        changes.Change,
        tables.change,
        {
            "applications": LinkTable(tables.change_application, "change_id", "application_id"),
            "configuration_items": LinkTable(tables.change_ci, "change_id", "ci_id"),
        },
    ),
    Kind("ticket", changes.Ticket, tables.ticket),
    Kind("build", changes.Build, tables.build),
    Kind("deployment", changes.Deployment, tables.deployment),
    Kind("attestation", changes.Attestation, tables.attestation),
    Kind("waiver", changes.Waiver, tables.waiver),
    Kind("comment", changes.Comment, tables.comment),
    Kind("frozen_gate", changes.FrozenGate, tables.frozen_gate),
    Kind(
        "production_fix",
        fixes.ProductionFix,
        tables.production_fix,
        {
            "applications": LinkTable(tables.production_fix_application, "fix_id", "application_id"),
            "configuration_items": LinkTable(tables.production_fix_ci, "fix_id", "ci_id"),
        },
    ),
    Kind("detected_change", reconciliation.DetectedChange, tables.detected_change),
    Kind(
        "incident",
        incidents.Incident,
        tables.incident,
        {
            "applications": LinkTable(tables.incident_application, "incident_id", "application_id"),
            "configuration_items": LinkTable(tables.incident_ci, "incident_id", "ci_id"),
        },
    ),
    Kind("root_cause_analysis", incidents.RootCauseAnalysis, tables.root_cause_analysis),
    Kind("exception_policy", exceptions.ExceptionPolicy, tables.exception_policy),
    Kind("exception_request", exceptions.ExceptionRequest, tables.exception_request),
    Kind("signing_key", signatures.SigningKey, tables.signing_key),
    Kind("stand_in", signatures.StandIn, tables.stand_in),
    Kind("signature", signatures.Signature, tables.signature),
    Kind("follow_up_action", incidents.FollowUpAction, tables.follow_up_action),
)

_BY_TYPE = {kind.value_type: kind for kind in KINDS}
_BY_NAME = {kind.name: kind for kind in KINDS}


def kind_of(value_type: type[Any]) -> Kind:
    """The kind that stores `value_type`."""
    return _BY_TYPE[value_type]


def kind_named(name: str) -> Kind:
    """The kind called `name` in the audit trail."""
    return _BY_NAME[name]
