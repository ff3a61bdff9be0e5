"""Use cases of checkpoints: evaluate live, freeze at the cutoff, see what is due, edit the criteria."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from app.domain import checkpoint_rules
from app.domain.changes import Change, ChangeState, FrozenGate
from app.domain.gates import CriterionSpec, Gate, GateResult
from app.domain.windows import Checkpoint, MaintenanceWindow, WindowState
from app.services import assessment, progress
from app.services.errors import RefusedError
from app.services.placement import next_windows
from app.services.workplace import Done, Touched, Workplace
from app.store.plain import canonical
from app.store.queries import board as queries
from app.store.queries.changes import due_checkpoints as due_rows
from app.store.reading import find, get

PASSING = frozenset({GateResult.MET, GateResult.WAIVED})
OUT_OF_THE_FLOW = frozenset({ChangeState.WITHDRAWN, ChangeState.DEFERRED})


@dataclass(frozen=True, slots=True)
class EvaluatedChange:
    """One change at a checkpoint with all its gates there."""

    id: int
    key: str
    title: str
    gates: tuple[Gate, ...]

    @property
    def failing(self) -> tuple[Gate, ...]:
        """The gates that are neither met nor waived."""
        return tuple(gate for gate in self.gates if gate.result not in PASSING)

    @property
    def has_passed(self) -> bool:
        """Whether nothing fails; a checkpoint without criteria lets everything pass."""
        return not self.failing


@dataclass(frozen=True, slots=True)
class CheckpointReport:
    """How every change of a window stands at one checkpoint.

    `evaluated_at` is the instant it holds for (UTC); a frozen one carries its hash. `next_windows` are
    the windows that those who failed could move to, soonest first.
    """

    window: MaintenanceWindow
    checkpoint: Checkpoint
    passed: tuple[EvaluatedChange, ...]
    failed: tuple[EvaluatedChange, ...]
    evaluated_at: datetime
    next_windows: tuple[MaintenanceWindow, ...]

    @property
    def is_frozen(self) -> bool:
        """Whether this is the stored result of the cutoff."""
        return self.checkpoint.frozen_at is not None


@dataclass(frozen=True, slots=True)
class DueCheckpoint:
    """A checkpoint past its cutoff that nobody has frozen."""

    checkpoint_id: int
    window_id: int
    name: str


def evaluate_checkpoint(workplace: Workplace, window_id: int, name: str) -> CheckpointReport:
    """Evaluate a checkpoint as things stand now; nothing is stored. A frozen one is shown as it was frozen.

    Raises RefusedError when the window has no such checkpoint.
    """
    with workplace.read() as connection:
        window = get(connection, MaintenanceWindow, window_id)
        checkpoint = _named(queries.checkpoints_of(connection, window_id), name)
        records = queries.change_records(connection, queries.Scope(window_id=window_id))
        later = next_windows(connection, window.starts_at)
        if checkpoint.frozen_at is not None:
            evaluated = _as_frozen(connection, checkpoint, records.changes)
            return _report(window, checkpoint, evaluated, checkpoint.frozen_at, later)
        evaluated = _evaluated(connection, checkpoint, records, workplace.now())
        return _report(window, checkpoint, evaluated, workplace.now(), later)


def freeze_checkpoint(
    workplace: Workplace, window_id: int, name: str, at: datetime | None = None
) -> Done[CheckpointReport]:
    """Store the evaluation at the cutoff with its hash; it is never altered afterwards.

    `at` is the instant it holds for (UTC; default: now): builds, deployments and attestations of later
    times do not count. Raises RefusedError when it is frozen already, the window is cancelled, or the
    instant lies ahead or leaves out what was done before the cutoff.
    """
    with workplace.write() as unit:
        window = unit.get(MaintenanceWindow, window_id)
        checkpoint = _named(queries.checkpoints_of(unit.connection, window_id), name)
        instant = at or unit.now
        _require_open(window, checkpoint)
        problem = checkpoint_rules.freezing_problem(checkpoint.cutoff_at, instant, unit.now)
        if problem:
            raise RefusedError(f"{checkpoint.name} was not frozen: {problem}")
        records = queries.change_records(unit.connection, queries.Scope(window_id=window_id))
        evaluated = _evaluated(unit.connection, checkpoint, records, instant)
        frozen = replace(
            checkpoint, frozen_at=instant, frozen_hash=result_hash(checkpoint, instant, evaluated)
        )
        unit.add_all([gate for change in evaluated for gate in _frozen_gates(checkpoint, change)])
        reason = f"{name} evaluated as at {instant.isoformat()}"
        stored = unit.save(frozen, reason)
        window = progress.advance_window(unit, window, reason)
        progress.follow(unit, [change.id for change in evaluated])
        later = next_windows(unit.connection, window.starts_at)
        return workplace.done(_report(window, stored, evaluated, instant, later), unit.commit())


def due_checkpoints(workplace: Workplace) -> tuple[DueCheckpoint, ...]:
    """What a running desk freezes now, by cutoff."""
    with workplace.read() as connection:
        return tuple(DueCheckpoint(*row) for row in due_rows(connection, workplace.now()))


def freeze_due(workplace: Workplace) -> Done[tuple[CheckpointReport, ...]]:
    """Freeze every checkpoint past its cutoff, as at its cutoff; one frozen meanwhile is passed over.

    Only a coordinator's desk does it in a shared database.
    """
    if not workplace.may_coordinate():
        return workplace.done((), ())
    reports: list[CheckpointReport] = []
    touched: list[Touched] = []
    for due in due_checkpoints(workplace):
        with workplace.read() as connection:
            cutoff_at = get(connection, Checkpoint, due.checkpoint_id).cutoff_at
        try:
            done = freeze_checkpoint(workplace, due.window_id, due.name, at=cutoff_at)
        except AlreadyFrozenError:
            continue
        reports.append(done.value)
        touched += done.touched
    return workplace.done(tuple(reports), tuple(touched))


def edit_criteria(
    workplace: Workplace, window_id: int, name: str, criteria: Sequence[CriterionSpec], reason: str
) -> Done[Checkpoint]:
    """Give one window's checkpoint its own criteria; those of the series stay as they are.

    Raises RefusedError when the checkpoint is frozen, or the criteria are unsound.
    """
    with workplace.write() as unit:
        checkpoint = _named(queries.checkpoints_of(unit.connection, window_id), name)
        _require_open(unit.get(MaintenanceWindow, window_id), checkpoint)
        problems = checkpoint_rules.criteria_problems(criteria)
        if problems:
            raise RefusedError(f"The criteria of {name} were not changed. {problems[0]}", tuple(problems))
        revised = replace(
            checkpoint, criteria=tuple(criteria), criteria_revision=checkpoint.criteria_revision + 1
        )
        stored = unit.save(revised, reason)
        changes = unit.find(Change, window_id=window_id)
        progress.follow(unit, [change.id for change in changes if change.id is not None])
        return workplace.done(stored, unit.commit())


class AlreadyFrozenError(RefusedError):
    """The checkpoint has been frozen before; its result stays."""


def _require_open(window: MaintenanceWindow, checkpoint: Checkpoint) -> None:
    if checkpoint.frozen_at is not None:
        raise AlreadyFrozenError(
            f"{checkpoint.name} was frozen at {checkpoint.frozen_at.isoformat(timespec='minutes')} "
            f"(hash {checkpoint.frozen_hash[:12]}). A frozen result stays; "
            "later work shows as after the cutoff."
        )
    if window.state is WindowState.CANCELLED:
        raise RefusedError(f"{window.title} is cancelled; there is nothing to freeze.")


def _named(checkpoints: Sequence[Checkpoint], name: str) -> Checkpoint:
    wanted = name.strip().casefold()
    for checkpoint in checkpoints:
        if checkpoint.name.casefold() == wanted:
            return checkpoint
    known = ", ".join(checkpoint.name for checkpoint in checkpoints) or "none"
    raise RefusedError(f"This window has no checkpoint called '{name}'. It has: {known}.")


def _evaluated(
    connection: object, checkpoint: Checkpoint, records: queries.ChangeRecords, at: datetime
) -> tuple[EvaluatedChange, ...]:
    gates = assessment.gates_at(connection, checkpoint, records, at)  # type: ignore[arg-type]
    return tuple(
        EvaluatedChange(change.id, change.key, change.title, gates[change.id])
        for change in records.changes
        if change.id is not None and change.state not in OUT_OF_THE_FLOW
    )


def _as_frozen(
    connection: object, checkpoint: Checkpoint, changes: Sequence[Change]
) -> tuple[EvaluatedChange, ...]:
    stored = find(connection, FrozenGate, checkpoint_id=checkpoint.id)  # type: ignore[arg-type]
    gates: dict[int, list[Gate]] = {}
    for frozen in stored:
        gates.setdefault(frozen.change_id, []).append(gate_of(checkpoint, frozen))
    known = {change.id: change for change in changes}
    moved = [change_id for change_id in gates if change_id not in known]
    known |= {change.id: change for change in find(connection, Change, id=moved)} if moved else {}  # type: ignore[arg-type]
    return tuple(
        EvaluatedChange(change_id, known[change_id].key, known[change_id].title, tuple(found))
        for change_id, found in sorted(gates.items(), key=lambda pair: known[pair[0]].key)
    )


def gate_of(checkpoint: Checkpoint, frozen: FrozenGate) -> Gate:
    """A frozen gate with the words its criterion had at the cutoff."""
    spec = next((spec for spec in checkpoint.criteria if spec.code == frozen.criterion_code), None)
    label, short = (spec.label, spec.short) if spec else (frozen.criterion_code, frozen.criterion_code)
    return Gate(
        checkpoint.name, frozen.criterion_code, label, short, frozen.result, frozen.why, frozen.evidence
    )


def _frozen_gates(checkpoint: Checkpoint, change: EvaluatedChange) -> list[FrozenGate]:
    assert checkpoint.id is not None
    return [
        FrozenGate(checkpoint.id, change.id, gate.code, gate.result, gate.why, gate.evidence)
        for gate in change.gates
    ]


def result_hash(checkpoint: Checkpoint, at: datetime, evaluated: Sequence[EvaluatedChange]) -> str:
    """SHA-256 over the criteria, the instant and every result, in canonical JSON."""
    content = {
        "checkpoint": checkpoint.name,
        "window": checkpoint.window_id,
        "revision": checkpoint.criteria_revision,
        "criteria": [asdict(spec) for spec in checkpoint.criteria],
        "at": at,
        "changes": [asdict(change) for change in evaluated],
    }
    return hashlib.sha256(canonical(content).encode("utf-8", "surrogatepass")).hexdigest()


def _report(
    window: MaintenanceWindow,
    checkpoint: Checkpoint,
    evaluated: Sequence[EvaluatedChange],
    at: datetime,
    later: tuple[MaintenanceWindow, ...],
) -> CheckpointReport:
    passed = tuple(change for change in evaluated if change.has_passed)
    failed = tuple(change for change in evaluated if not change.has_passed)
    return CheckpointReport(window, checkpoint, passed, failed, at, later)


__all__ = [
    "AlreadyFrozenError",
    "CheckpointReport",
    "DueCheckpoint",
    "EvaluatedChange",
    "due_checkpoints",
    "edit_criteria",
    "evaluate_checkpoint",
    "freeze_checkpoint",
    "freeze_due",
    "gate_of",
    "result_hash",
]
