"""How far a change has come: the state its gates say, and the board column it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from app.domain.changes import Change, ChangeState
from app.domain.gates import CriterionKind, CriterionSpec, Gate, GateResult
from app.domain.register import Role, Stage
from app.domain.windows import Checkpoint

PROGRESS_STATES = frozenset(
    {
        ChangeState.INTAKE,
        ChangeState.IN_TEST,
        ChangeState.TESTED,
        ChangeState.PRE_PRODUCTION,
        ChangeState.READY,
    }
)
PASSING = frozenset({GateResult.MET, GateResult.WAIVED})
_LEVELS = (
    (Stage.TEST, ChangeState.IN_TEST),
    (Stage.QA, ChangeState.TESTED),
    (Stage.PRE_PRODUCTION, ChangeState.PRE_PRODUCTION),
)


class Column(StrEnum):
    """A column of the board, with the words above it."""

    INTAKE = "In intake"
    IN_TEST = "In test"
    TESTED = "QA signed off"
    PRE_PRODUCTION = "Pre-prod verified"
    READY = "Ready for production"
    DEPLOYED = "Deployed"
    FAILED = "Failed"
    ROLLED_BACK = "Rolled back"
    DEFERRED = "Deferred"
    WITHDRAWN = "Withdrawn"
    CLOSED = "Closed"


def column_of(state: ChangeState) -> Column:
    """The column of a state; the two lists have the same names."""
    return Column[state.name]


def progress(change: Change, gates: Iterable[Gate], checkpoints: Sequence[Checkpoint]) -> Column:
    """The column a change stands in by its gates; one that left the flow stands where its state says."""
    return column_of(state_by_gates(change, gates, checkpoints))


def state_by_gates(change: Change, gates: Iterable[Gate], checkpoints: Sequence[Checkpoint]) -> ChangeState:
    """How far the gates say a change has come; one that left the flow, or has no gates, keeps its state.

    A level is reached when every gate of it and of those before it is met or waived, ready when all are.
    """
    found = list(gates)
    if change.state not in PROGRESS_STATES or not found:
        return change.state
    if all(gate.result in PASSING for gate in found):
        return ChangeState.READY
    levels = {
        (checkpoint.name, spec.code): _level(spec)
        for checkpoint in checkpoints
        for spec in checkpoint.criteria
    }
    reached = ChangeState.INTAKE
    for stage, state in _LEVELS:
        asked = [gate for gate in found if levels.get((gate.checkpoint, gate.code)) is stage]
        if any(gate.result not in PASSING for gate in asked):
            break
        reached = state if asked else reached
    return reached


def _level(spec: CriterionSpec) -> Stage | None:
    if spec.kind is CriterionKind.BUILD_SUCCEEDED:
        return Stage.TEST
    if spec.kind is CriterionKind.DEPLOYED:
        return spec.stage
    if spec.kind is CriterionKind.ATTESTED:
        return Stage.QA if spec.role is Role.QA_MANAGER else Stage.PRE_PRODUCTION
    return None
