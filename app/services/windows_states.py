"""Use case of passing time: windows open for intake as they come near, close for changes, and run."""

from __future__ import annotations

from app.domain.lifecycle import INTAKE_OPENS_BEFORE_START
from app.domain.windows import MaintenanceWindow
from app.services.progress import advance_window
from app.services.workplace import Done, Workplace
from app.store.queries import windows as queries


def advance_windows(workplace: Workplace) -> Done[int]:
    """Give every window near the state that clock and checkpoints ask for; returns how many changed.

    Only a coordinator's desk does it in a shared database.
    """
    if not workplace.may_coordinate():
        return workplace.done(0, ())
    with workplace.write() as unit:
        ids = queries.ids_overlapping(unit.connection, unit.now, unit.now + INTAKE_OPENS_BEFORE_START)
        changed = 0
        for window in unit.find(MaintenanceWindow, id=ids) if ids else []:
            changed += advance_window(unit, window, "Time has come") is not window
        return workplace.done(changed, unit.commit() if changed else ())
