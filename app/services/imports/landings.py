"""Use case at the end of an import: where the changes or activities that it brought are to be found."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.services.workplace import Workplace
from app.store.queries.landings import landings_of, sequences_of


@dataclass(frozen=True, slots=True)
class Landed:
    """How many changes wait in the intake, are on each window by its id, or are over and on none.

    Of a plan, how many activities are in the sequence of each window.
    """

    in_intake: int
    on_windows: dict[int, int]
    over: int
    in_sequences: dict[int, int] = field(default_factory=dict)


def where_landed(workplace: Workplace, import_id: int) -> Landed:
    """Where the new and changed changes of an import are now, and its activities; records of other kinds are
    nowhere."""
    with workplace.read() as connection:
        found, sequences = landings_of(connection, import_id), sequences_of(connection, import_id)
    windows: dict[int, int] = {}
    for one in found:
        if one.window_id is not None:
            windows[one.window_id] = windows.get(one.window_id, 0) + one.changes
    unplaced = {one.is_open: one.changes for one in found if one.window_id is None}
    return Landed(unplaced.get(True, 0), windows, unplaced.get(False, 0), sequences)
