"""Which state a maintenance window has come to, by the clock and its checkpoints."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.domain.windows import Checkpoint, MaintenanceWindow, WindowState

INTAKE_OPENS_BEFORE_START = timedelta(weeks=4)
FINAL_BEFORE_LAST_CUTOFF = timedelta(hours=24)

_OPEN_ORDER = (
    WindowState.PLANNED,
    WindowState.INTAKE,
    WindowState.TESTING,
    WindowState.FINAL,
    WindowState.LOCKED,
)


def window_state_at(
    window: MaintenanceWindow, checkpoints: Sequence[Checkpoint], now: datetime
) -> WindowState:
    """The state a window has come to at an instant (UTC); never an earlier one than it has.

    Planned, intake from four weeks before its start, testing once its first checkpoint has closed, final in
    the 24 hours before the cutoff of the last of several, locked once that has closed too, running from its
    start. A checkpoint has closed when its cutoff is past or it was frozen. Closing a window is a person's
    word: one that is over and never ran keeps its state.
    """
    if window.state not in _OPEN_ORDER or now >= window.ends_at:
        return window.state
    if now >= window.starts_at:
        return WindowState.RUNNING
    return max(window.state, _state_by_checkpoints(window, checkpoints, now), key=_OPEN_ORDER.index)


def _state_by_checkpoints(
    window: MaintenanceWindow, checkpoints: Sequence[Checkpoint], now: datetime
) -> WindowState:
    in_order = sorted(checkpoints, key=lambda point: point.cutoff_at)
    closed = [point.frozen_at is not None or now >= point.cutoff_at for point in in_order]
    if in_order and all(closed):
        return WindowState.LOCKED
    if any(closed):
        is_last_day = now >= in_order[-1].cutoff_at - FINAL_BEFORE_LAST_CUTOFF
        return WindowState.FINAL if is_last_day else WindowState.TESTING
    if now >= window.starts_at - INTAKE_OPENS_BEFORE_START:
        return WindowState.INTAKE
    return WindowState.PLANNED
