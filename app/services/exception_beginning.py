"""Says how a request begins: which kind would let a change in, for which checkpoint, criteria or freeze."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.changes import Change, ChangeClass
from app.domain.conflicts import is_in_scope
from app.domain.exceptions import ExceptionKind, ExceptionRequest
from app.domain.placement_rules import TargetFacts, entering_problems
from app.domain.windows import Checkpoint, FreezeStrength, MaintenanceWindow
from app.services.checkpoints import evaluate_checkpoint
from app.services.workplace import Workplace
from app.store.queries import board as board_queries
from app.store.queries.changes import load_of
from app.store.reading import find, get

_NOBODY = 0


@dataclass(frozen=True, slots=True)
class Beginning:
    """A request prefilled for a change, how the change is called, and whether an exception would help.

    `is_of_use` is false where nothing needs an exception, or what stands against it allows none.
    """

    request: ExceptionRequest
    change_label: str
    is_of_use: bool


def begin(
    workplace: Workplace, change_id: int, window_id: int | None = None, checkpoint_name: str = ""
) -> Beginning:
    """What a request for a change begins with, in a window (None: its own), at a checkpoint if named.

    Raises MissingRecordError when change or window is gone.
    """
    with workplace.read() as connection:
        change = get(connection, Change, change_id)
        wanted = window_id if window_id is not None else change.window_id
        label = f"{change.key}  {change.title}"
        if wanted is None:
            return Beginning(_request(change, None, _urgent(change)), label, False)
        window = get(connection, MaintenanceWindow, wanted)
        load = load_of(connection, wanted)
        inside = change.window_id == wanted
        facts = TargetFacts(
            window,
            board_queries.checkpoints_of(connection, wanted),
            board_queries.freezes_between(connection, window.starts_at, window.ends_at),
            load.changes - inside,
            load.minutes - (change.expected_downtime_minutes if inside else 0),
            {
                change_id: (_request(change, wanted, ExceptionKind.EMERGENCY),)
            },  # it opens all that signatures can
        )
    helps = not entering_problems([change], facts, workplace.now())
    return _begun(workplace, change, facts, label, checkpoint_name, helps)


def changes_to_offer(workplace: Workplace, window_id: int | None) -> tuple[tuple[int, str], ...]:
    """The changes of a window as (id, label), by key; none without a window."""
    if window_id is None:
        return ()
    with workplace.read() as connection:
        found = find(connection, Change, window_id=window_id)
    return tuple((one.id or 0, f"{one.key}  {one.title}") for one in sorted(found, key=lambda one: one.key))


def _begun(
    workplace: Workplace, change: Change, facts: TargetFacts, label: str, checkpoint_name: str, helps: bool
) -> Beginning:
    closed = [point for point in facts.checkpoints if point.frozen_at is not None]
    named = next((point for point in facts.checkpoints if point.name == checkpoint_name), None)
    freezes = [
        one
        for one in facts.freezes
        if one.strength is FreezeStrength.WITH_SIGNATURES and is_in_scope(one, change)
    ]
    window_id = facts.window.id
    if named is None and change.change_class is ChangeClass.EMERGENCY:
        request = _request(change, window_id, ExceptionKind.EMERGENCY)
        return Beginning(request, label, helps and bool(closed or freezes))
    if named is None and freezes:
        request = _request(change, window_id, ExceptionKind.FREEZE, freeze_id=freezes[0].id)
        return Beginning(request, label, helps)
    if named is not None or closed:
        point, criteria = _late_at(workplace, change, facts.window, [named] if named else closed)
        request = _request(change, window_id, ExceptionKind.LATE, point.name, criteria)
        return Beginning(request, label, helps)
    is_full = (
        facts.load_changes + 1 > facts.window.capacity_deployments
        or facts.load_minutes + change.expected_downtime_minutes > facts.window.capacity_minutes
    )
    kind = ExceptionKind.OVER_CAPACITY if is_full else _urgent(change)
    return Beginning(_request(change, window_id, kind), label, helps and is_full)


def _late_at(
    workplace: Workplace, change: Change, window: MaintenanceWindow, points: list[Checkpoint]
) -> tuple[Checkpoint, tuple[str, ...]]:
    """The first checkpoint at which the change fails, with what fails; all criteria where it was absent."""
    for point in points:
        if change.window_id != window.id or window.id is None:
            break
        report = evaluate_checkpoint(workplace, window.id, point.name)
        failed = next((one for one in report.failed if one.id == change.id), None)
        if failed is not None:
            return point, tuple(gate.code for gate in failed.failing)
        if any(one.id == change.id for one in report.passed) and len(points) == 1:
            return point, ()
    return points[0], tuple(spec.code for spec in points[0].criteria)


def _urgent(change: Change) -> ExceptionKind:
    is_emergency = change.change_class is ChangeClass.EMERGENCY
    return ExceptionKind.EMERGENCY if is_emergency else ExceptionKind.ESCALATION


def _request(
    change: Change,
    window_id: int | None,
    kind: ExceptionKind,
    checkpoint_name: str = "",
    criteria: tuple[str, ...] = (),
    freeze_id: int | None = None,
) -> ExceptionRequest:
    return ExceptionRequest(
        change.id or 0,
        kind,
        0,
        change.requester_id or _NOBODY,
        window_id,
        checkpoint_name,
        criteria,
        freeze_id,
    )
