"""Keeps states in step: a change's with its gates, a window's with its frozen checkpoints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.changes import Change
from app.domain.lifecycle import window_state_at
from app.domain.progress import PROGRESS_STATES, state_by_gates
from app.domain.windows import MaintenanceWindow
from app.store.queries import board as queries
from app.store.unit_of_work import UnitOfWork

_FOLLOWED = "follows its gates"


def follow(unit: UnitOfWork, change_ids: Sequence[int]) -> None:
    """Give changes the state that their gates say now; changes out of the flow or in intake stay."""
    from app.services import assessment  # with all rules of a board; the calendar opens without them

    if not change_ids:
        return
    records = queries.change_records(unit.connection, queries.Scope(change_ids=change_ids))
    by_window: dict[int, list[Change]] = {}
    for change in records.changes:
        if change.window_id is not None and change.state in PROGRESS_STATES:
            by_window.setdefault(change.window_id, []).append(change)
    for window_id, changes in by_window.items():
        checkpoints = queries.checkpoints_of(unit.connection, window_id)
        gates = assessment.live_gates(unit.connection, checkpoints, records, unit.now)
        for change in changes:
            assert change.id is not None
            state = state_by_gates(change, gates.get(change.id, ()), checkpoints)
            if state is not change.state:
                unit.save(replace(change, state=state), _FOLLOWED)


def advance_window(unit: UnitOfWork, window: MaintenanceWindow, reason: str) -> MaintenanceWindow:
    """Move a window's state on to what its checkpoints and the clock say; never back."""
    assert window.id is not None
    state = window_state_at(window, queries.checkpoints_of(unit.connection, window.id), unit.now)
    return window if state is window.state else unit.save(replace(window, state=state), reason)
