"""Use case of passing time: windows open for intake as they come near, and run from their start."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.windows import MaintenanceWindow, WindowState
from app.services.workplace import Done, Workplace
from app.store.queries import windows as queries

INTAKE_OPENS_BEFORE = timedelta(weeks=4)
_BEFORE_RUNNING = (
    WindowState.PLANNED,
    WindowState.INTAKE,
    WindowState.TESTING,
    WindowState.FINAL,
    WindowState.LOCKED,
)


def state_by_time(state: WindowState, until_start: timedelta, until_end: timedelta) -> WindowState:
    """The state that time alone gives a window; checkpoints and people move it further, never back.

    A window is closed by people, with its results; being over does not close it.
    """
    if state not in _BEFORE_RUNNING or until_end <= timedelta(0):
        return state
    if until_start <= timedelta(0):
        return WindowState.RUNNING
    if state is WindowState.PLANNED and until_start <= INTAKE_OPENS_BEFORE:
        return WindowState.INTAKE
    return state


def advance_windows(workplace: Workplace) -> Done[int]:
    """Give every window near the state that time asks for; returns how many changed."""
    with workplace.write() as unit:
        ids = queries.ids_overlapping(unit.connection, unit.now, unit.now + INTAKE_OPENS_BEFORE)
        changed = 0
        for window in unit.find(MaintenanceWindow, id=ids) if ids else []:
            state = state_by_time(window.state, window.starts_at - unit.now, window.ends_at - unit.now)
            if state is not window.state:
                unit.save(replace(window, state=state), "Time has come")
                changed += 1
        return workplace.done(changed, unit.commit() if changed else ())
