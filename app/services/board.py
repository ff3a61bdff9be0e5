"""Use cases of the board: one window's changes with gates, risk, conflicts and the checkpoints' facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection

from app.domain.changes import Change, ChangeState, FrozenGate
from app.domain.gates import Gate, GateResult
from app.domain.progress import PROGRESS_STATES, state_by_gates
from app.domain.windows import Checkpoint, MaintenanceWindow
from app.services import assessment
from app.services.board_models import (
    COLUMNS,
    BoardCard,
    BoardView,
    CheckpointFacts,
    GateChip,
    Neighbour,
)
from app.services.checkpoints import OUT_OF_THE_FLOW, PASSING, gate_of
from app.services.exceptions.reading import share_of
from app.services.workplace import Workplace
from app.store.queries import board as queries
from app.store.queries import board_names as names_queries
from app.store.queries import changes as change_queries
from app.store.queries.board import ChangeRecords, Scope
from app.store.reading import get

_COLUMN_OF = {code: place for place, (code, _) in enumerate(COLUMNS)}
_NEIGHBOURS_BEFORE, _NEIGHBOURS_AFTER = 1, 5
_MOST_INTAKE = 2000


def board(workplace: Workplace, window_id: int) -> BoardView:
    """The board of a window; raises MissingRecordError when there is no such window."""
    now = workplace.now()
    with workplace.read() as connection:
        window = get(connection, MaintenanceWindow, window_id)
        checkpoints = queries.checkpoints_of(connection, window_id)
        records = queries.change_records(connection, Scope(window_id=window_id))
        frozen = queries.frozen_gates(connection, window_id)
        cards = _cards(connection, window, checkpoints, records, frozen, now)
        return BoardView(
            window=window,
            cards=cards,
            checkpoints=tuple(_facts(checkpoint, cards) for checkpoint in checkpoints),
            neighbours=_neighbours(connection, window),
            intake=names_queries.intake_count(connection),
            load_minutes=sum(card.minutes for card in cards if card.state not in OUT_OF_THE_FLOW),
            read_at=now,
            exceptions=share_of(connection, now, window_id),
        )


def intake_board(workplace: Workplace) -> BoardView:
    """The intake list as a board: the newest changes that have no window, with the coming windows."""
    now = workplace.now()
    with workplace.read() as connection:
        ids = change_queries.intake_ids(connection, _MOST_INTAKE)
        records = queries.change_records(connection, Scope(change_ids=ids))
        cards = _cards(connection, None, (), records, (), now)
        coming = change_queries.window_ids_after(connection, now, _NEIGHBOURS_AFTER + 1)
        windows = names_queries.windows_with_load(connection, coming)
        return BoardView(
            window=None,
            cards=cards,
            checkpoints=(),
            neighbours=tuple(Neighbour(window, load, False) for window, load in windows),
            intake=names_queries.intake_count(connection),
            load_minutes=sum(card.minutes for card in cards),
            read_at=now,
        )


def card_of_change(connection: Connection, change_id: int, now: datetime) -> BoardCard:
    """The card of one change, whether it has a window or not."""
    records = queries.change_records(connection, Scope(change_ids=(change_id,)))
    window_id = records.changes[0].window_id
    if window_id is None:
        return _cards(connection, None, (), records, (), now)[0]
    window = get(connection, MaintenanceWindow, window_id)
    checkpoints = queries.checkpoints_of(connection, window_id)
    beside = queries.change_records(connection, Scope(window_id=window_id))
    frozen = queries.frozen_gates(connection, window_id)
    cards = _cards(connection, window, checkpoints, beside, frozen, now)
    return next(card for card in cards if card.id == change_id)


def _cards(
    connection: Connection,
    window: MaintenanceWindow | None,
    checkpoints: Sequence[Checkpoint],
    records: ChangeRecords,
    frozen: Iterable[FrozenGate],
    now: datetime,
) -> tuple[BoardCard, ...]:
    names = names_queries.names_for(connection, records.changes)
    live = assessment.live_gates(connection, checkpoints, records, now)
    assessed = assessment.assess(connection, window, checkpoints, records, now)
    by_id = {checkpoint.id: checkpoint for checkpoint in checkpoints}
    kept: dict[int, dict[tuple[str, str], Gate]] = {}
    for gate in frozen:
        checkpoint = by_id[gate.checkpoint_id]
        kept.setdefault(gate.change_id, {})[checkpoint.name, gate.criterion_code] = gate_of(checkpoint, gate)
    frozen_names = {checkpoint.name for checkpoint in checkpoints if checkpoint.frozen_at is not None}
    cards = []
    for change in records.changes:
        assert change.id is not None
        own_frozen = kept.get(change.id, {})
        gates = _chips(live.get(change.id, ()), own_frozen, frozen_names)
        state = state_by_gates(change, live.get(change.id, ()), checkpoints)
        risk = assessed.risks[change.id]
        cards.append(
            BoardCard(
                id=change.id,
                version=change.version,
                key=change.key,
                title=change.title,
                kind=change.kind,
                change_class=change.change_class,
                state=state,
                column=_COLUMN_OF.get(state.value, len(COLUMNS) - 1),
                risk_level=risk.level,
                risk_score=risk.score,
                risk_reasons=risk.reasons,
                gates=gates,
                conflicts=assessed.conflicts.get(change.id, ()),
                owner=names.person(change.owner_id) or change.owner_name,
                team=names.team(change.team_id) or change.team_name,
                applications=tuple(names.applications.get(one, "") for one in change.applications),
                minutes=_minutes(change, records),
                deployment_on=change.deployment_on,
                is_late=bool(frozen_names) and not own_frozen and state in PROGRESS_STATES,
            )
        )
    return tuple(cards)


def _minutes(change: Change, records: ChangeRecords) -> int:
    """The time a change takes in its window: its steps where it has any, else its expected downtime."""
    steps = [step for step in records.activities.get(change.id or 0, ()) if step.phase != "rollback"]
    return sum(step.duration_minutes for step in steps) if steps else change.expected_downtime_minutes


def _chips(
    live: Iterable[Gate], frozen: dict[tuple[str, str], Gate], frozen_names: set[str]
) -> tuple[GateChip, ...]:
    chips = []
    for gate in live:
        kept = frozen.get((gate.checkpoint, gate.code))
        after = ""
        if kept is not None and kept.result is not gate.result:
            after = f"now {gate.result.value.replace('_', ' ')}: {gate.why}" if gate.why else "now met"
        elif kept is None and gate.checkpoint in frozen_names:
            after = "came after the cutoff"
        shown = kept or gate
        chips.append(
            GateChip(
                gate.checkpoint,
                gate.code,
                shown.label,
                shown.short,
                shown.result,
                shown.why,
                shown.evidence,
                is_frozen=kept is not None,
                after_cutoff=after,
            )
        )
    return tuple(chips)


def _facts(checkpoint: Checkpoint, cards: Sequence[BoardCard]) -> CheckpointFacts:
    assert checkpoint.id is not None
    counted = [card for card in cards if card.state not in OUT_OF_THE_FLOW]
    if checkpoint.frozen_at is not None:
        counted = [card for card in counted if any(_is_of(chip, checkpoint) for chip in card.gates)]
    not_in = sum(
        any(chip.checkpoint == checkpoint.name and chip.result not in PASSING for chip in card.gates)
        for card in counted
    )
    return CheckpointFacts(
        checkpoint.id,
        checkpoint.name,
        checkpoint.cutoff_at,
        checkpoint.meeting_at,
        checkpoint.is_final,
        checkpoint.frozen_at,
        checkpoint.frozen_hash,
        not_in,
        len(counted),
    )


def _is_of(chip: GateChip, checkpoint: Checkpoint) -> bool:
    return chip.checkpoint == checkpoint.name and chip.is_frozen


def _neighbours(connection: Connection, window: MaintenanceWindow) -> tuple[Neighbour, ...]:
    around = queries.windows_around(connection, window, _NEIGHBOURS_BEFORE, _NEIGHBOURS_AFTER)
    loads = names_queries.loads(connection, [one.id for one in around if one.id is not None])
    return tuple(Neighbour(one, loads.get(one.id or 0, 0), one.id == window.id) for one in around)


def ready_share(view: BoardView) -> tuple[int, int]:
    """(ready, all) of the changes still in the flow."""
    in_flow = [card for card in view.cards if card.state not in OUT_OF_THE_FLOW]
    return sum(card.is_ready for card in in_flow), len(in_flow)


def not_met(card: BoardCard) -> tuple[GateChip, ...]:
    """The gates of a card that are neither met nor waived."""
    return tuple(chip for chip in card.gates if chip.result not in PASSING)


__all__ = [
    "ChangeState",
    "GateResult",
    "board",
    "card_of_change",
    "intake_board",
    "not_met",
    "ready_share",
]
