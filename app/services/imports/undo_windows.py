"""Changes that an undo would take out of a window which is running or closed, or put back into one."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from app.domain.windows import MaintenanceWindow, WindowState
from app.store.import_standing import windows_of_changes
from app.store.import_written import Written
from app.store.reading import find

_OVER = (WindowState.RUNNING.value, WindowState.CLOSED.value)


def window_problems(connection: Connection, written: Sequence[Written]) -> list[str]:
    """One sentence for every change whose window has gone on since: what was in it that night is a record."""
    changes = [one for one in written if one.kind.name == "change"]
    over = find(connection, MaintenanceWindow, state=_OVER) if changes else []
    states = {one.id or 0: one.state for one in over}
    if not states:
        return []
    created = {one.record_id: one for one in changes if one.is_new}
    stands = windows_of_changes(connection, sorted(created), sorted(states))
    found = [(str(created[change_id].after["key"]), states[window_id]) for change_id, window_id in stands]
    for one in changes:
        moves = set() if one.is_new else {one.before.get("window_id"), one.after.get("window_id")}
        if len(moves) > 1:
            found += [(str(one.after["key"]), states[window]) for window in moves if window in states]
    return [
        f"{key} belongs to a window that is {state.value}; its record stays as it is."
        for key, state in dict.fromkeys(found)
    ]
