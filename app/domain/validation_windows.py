"""What is wrong with a series, its checkpoints and criteria, a window, a freeze or a booking."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain import checkpoint_rules
from app.domain.field_problems import (
    FieldProblem,
    name_problems,
    negative_problems,
    span_problems,
    zone_problems,
)
from app.domain.gates import CriterionKind, CriterionSpec
from app.domain.recurrence import rule_problem
from app.domain.register import Stage
from app.domain.window_rules import LONGEST_WINDOW
from app.domain.windows import (
    Checkpoint,
    CheckpointRule,
    EnvironmentBooking,
    Freeze,
    MaintenanceWindow,
    WindowSeries,
)


def series_problems(value: WindowSeries) -> list[FieldProblem]:
    """All problems of a series: name, zone, rule, capacity, checkpoints and their criteria."""
    found = name_problems(value.name) + zone_problems(value.zone_name)
    if problem := rule_problem(value.rule, value.first_day):
        found.append(FieldProblem("rule", problem))
    found += negative_problems(
        capacity_deployments=value.capacity_deployments,
        capacity_minutes=value.capacity_minutes,
        minimum_qa_hours=value.minimum_qa_hours,
    )
    names = [rule.name.strip().casefold() for rule in value.checkpoints]
    if len(set(names)) < len(names):
        found.append(FieldProblem("checkpoints", "Two checkpoints have the same name; each needs its own."))
    if sum(rule.is_final for rule in value.checkpoints) > 1:
        found.append(FieldProblem("checkpoints", "Only one checkpoint can be the final one."))
    for rule in value.checkpoints:
        found += [FieldProblem("checkpoints", one.message) for one in checkpoint_rule_problems(rule)]
    return found


def checkpoint_rule_problems(value: CheckpointRule) -> list[FieldProblem]:
    """All problems of a checkpoint of a series."""
    found = name_problems(value.name) + criteria_problems(value.criteria)
    if value.days_before < 0:
        found.append(
            FieldProblem(
                "days_before", f"{value.name} lies after its window; give days before it, from 0 on."
            )
        )
    if value.meeting < value.cutoff:
        found.append(FieldProblem("meeting", f"The meeting of {value.name} is before its cutoff."))
    return found


def criteria_problems(criteria: Sequence[CriterionSpec]) -> list[FieldProblem]:
    """All problems of a checkpoint's criteria, those of a criterion that could never be decided included."""
    texts = checkpoint_rules.criteria_problems(criteria)
    for spec in criteria:
        if spec.kind is CriterionKind.SAME_DIGEST and not set(spec.stages) - {Stage.PRODUCTION}:
            texts.append(f"The criterion {spec.code} needs the environments it compares.")
        if spec.kind is CriterionKind.TICKETS_IN_STATE and not spec.allowed_states:
            texts.append(f"The criterion {spec.code} needs the states it allows.")
    return [FieldProblem("criteria", text) for text in texts]


def checkpoint_problems(value: Checkpoint) -> list[FieldProblem]:
    """All problems of a dated checkpoint."""
    found = name_problems(value.name) + criteria_problems(value.criteria)
    if value.cutoff_at.tzinfo is None or value.meeting_at.tzinfo is None:
        found.append(FieldProblem("cutoff_at", "The time has no zone; give one."))
    elif value.meeting_at < value.cutoff_at:
        found.append(FieldProblem("meeting_at", f"The meeting of {value.name} is before its cutoff."))
    return found


def window_problems(value: MaintenanceWindow) -> list[FieldProblem]:
    """All problems of a window."""
    found = name_problems(value.title, "title", "title") + zone_problems(value.zone_name)
    span = span_problems(value.starts_at, value.ends_at)
    if not span and value.ends_at - value.starts_at > LONGEST_WINDOW:
        span.append(
            FieldProblem("ends_at", "A window lasts at most 7 days; plan long-range work as a booking.")
        )
    return (
        found
        + span
        + negative_problems(
            capacity_deployments=value.capacity_deployments,
            capacity_minutes=value.capacity_minutes,
            minimum_qa_hours=value.minimum_qa_hours,
        )
    )


def period_problems(value: Freeze | EnvironmentBooking) -> list[FieldProblem]:
    """All problems of a freeze or a booking."""
    return (
        name_problems(value.title, "title", "title")
        + zone_problems(value.zone_name)
        + span_problems(value.starts_at, value.ends_at)
    )
