"""Which states changes and windows may pass through, and why a step between two of them is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.domain.changes import Change, ChangeState
from app.domain.windows import Checkpoint, MaintenanceWindow, WindowState

INTAKE_OPENS_BEFORE_START = timedelta(weeks=4)
FINAL_BEFORE_LAST_CUTOFF = timedelta(hours=24)

_FLOW = frozenset(
    {
        ChangeState.INTAKE,
        ChangeState.IN_TEST,
        ChangeState.TESTED,
        ChangeState.PRE_PRODUCTION,
        ChangeState.READY,
    }
)
_OUTCOMES = frozenset({ChangeState.DEPLOYED, ChangeState.ROLLED_BACK, ChangeState.FAILED})
_PUT_ASIDE = frozenset({ChangeState.DEFERRED, ChangeState.WITHDRAWN})

# Progress through the gates may go back as well as on: a failed deployment un-meets a gate.
CHANGE_STEPS: dict[ChangeState, frozenset[ChangeState]] = {
    **{state: (_FLOW - {state}) | _PUT_ASIDE for state in _FLOW},
    ChangeState.READY: (_FLOW - {ChangeState.READY}) | _PUT_ASIDE | _OUTCOMES,
    ChangeState.DEPLOYED: frozenset({ChangeState.ROLLED_BACK, ChangeState.CLOSED}),
    ChangeState.FAILED: frozenset({ChangeState.ROLLED_BACK, ChangeState.DEFERRED, ChangeState.CLOSED}),
    ChangeState.ROLLED_BACK: frozenset({ChangeState.DEFERRED, ChangeState.CLOSED}),
    ChangeState.DEFERRED: _FLOW | {ChangeState.WITHDRAWN},
    ChangeState.WITHDRAWN: frozenset({ChangeState.INTAKE, ChangeState.CLOSED}),
    ChangeState.CLOSED: frozenset(),
}

_OPEN_ORDER = (
    WindowState.PLANNED,
    WindowState.INTAKE,
    WindowState.TESTING,
    WindowState.FINAL,
    WindowState.LOCKED,
)
WINDOW_STEPS: dict[WindowState, frozenset[WindowState]] = {
    **{
        state: frozenset(_OPEN_ORDER[place + 1 :]) | {WindowState.RUNNING, WindowState.CANCELLED}
        for place, state in enumerate(_OPEN_ORDER)
    },
    WindowState.RUNNING: frozenset({WindowState.CLOSED}),
    WindowState.CLOSED: frozenset(),
    WindowState.CANCELLED: frozenset(),
}


def change_step_problem(change: Change, wanted: ChangeState, *, is_emergency_approved: bool = False) -> str:
    """Why a change may not pass to a state; empty when it may.

    An emergency whose exception is signed may have an outcome without being ready first.
    """
    if wanted is change.state:
        return f"{change.key} is {_said(wanted)} already."
    if wanted in CHANGE_STEPS[change.state]:
        return ""
    if change.state in _FLOW and wanted in _OUTCOMES:
        if is_emergency_approved:
            return ""
        return f"{change.key} is {_said(change.state)}; only what is ready for production can go in."
    if change.state is ChangeState.CLOSED:
        return f"{change.key} is closed; its record stays as it was. Record a new change instead."
    allowed = ", ".join(sorted(_said(state) for state in CHANGE_STEPS[change.state]))
    return (
        f"{change.key} is {_said(change.state)} and cannot become {_said(wanted)}; it can become {allowed}."
    )


def window_step_problem(window: MaintenanceWindow, wanted: WindowState) -> str:
    """Why a window may not pass to a state; empty when it may."""
    if wanted is window.state:
        return f"{window.title} is {wanted.value} already."
    if wanted in WINDOW_STEPS[window.state]:
        return ""
    if window.state is WindowState.CLOSED:
        return f"{window.title} is closed; the past stays as it was."
    if window.state is WindowState.CANCELLED:
        return f"{window.title} is cancelled; make a new window instead."
    if wanted is WindowState.CANCELLED:
        return f"{window.title} is running; roll back or finish its changes, then close it."
    return f"{window.title} is {window.state.value} and cannot become {wanted.value}."


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


def _said(state: ChangeState) -> str:
    return {
        ChangeState.INTAKE: "in intake",
        ChangeState.PRE_PRODUCTION: "verified in pre-production",
        ChangeState.READY: "ready for production",
        ChangeState.TESTED: "signed off by QA",
    }.get(state, state.value.replace("_", " "))
