"""What is wrong with a record before it is stored: every problem, each beside its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain import validation_changes as of_changes
from app.domain import validation_register as of_register
from app.domain import validation_windows as of_windows
from app.domain.changes import Attestation, Build, Change, Deployment, Ticket, Waiver
from app.domain.field_problems import FieldProblem
from app.domain.register import Application, BuildMachine, ConfigurationItem, Environment, Person, Team
from app.domain.windows import (
    Checkpoint,
    CheckpointRule,
    EnvironmentBooking,
    Freeze,
    MaintenanceWindow,
    WindowSeries,
)

__all__ = ["FieldProblem", "problems"]


def problems(value: Any) -> list[FieldProblem]:
    """All problems of an editable record; an empty list means it can be stored.

    Raises KeyError for a value that no rule knows: what was never checked must not pass as sound.
    """
    return _CHECKS[type(value)](value)


_CHECKS: dict[type[Any], Callable[[Any], list[FieldProblem]]] = {
    Application: of_register.application_problems,
    ConfigurationItem: of_register.item_problems,
    Person: of_register.person_problems,
    Team: of_register.plain_problems,
    Environment: of_register.plain_problems,
    BuildMachine: of_register.plain_problems,
    WindowSeries: of_windows.series_problems,
    CheckpointRule: of_windows.checkpoint_rule_problems,
    Checkpoint: of_windows.checkpoint_problems,
    MaintenanceWindow: of_windows.window_problems,
    Freeze: of_windows.period_problems,
    EnvironmentBooking: of_windows.period_problems,
    Change: of_changes.change_problems,
    Ticket: of_changes.ticket_problems,
    Build: of_changes.build_problems,
    Deployment: of_changes.deployment_problems,
    Attestation: of_changes.attestation_problems,
    Waiver: of_changes.waiver_problems,
}
