"""Use cases of changes themselves: create one, edit one, edit many at once, read one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from app.domain.changes import Change, ChangeState
from app.services import progress
from app.services.change_rules import change_problems, require_sound
from app.services.errors import RefusedError
from app.services.placement import (
    Placement,
    PlacementRefusedError,
    move_to_next_window,
    place_change,
    restore_placements,
)
from app.services.workplace import Done, Touched, Workplace
from app.store.queries import changes as queries
from app.store.reading import get
from app.store.unit_of_work import UnitOfWork

__all__ = [
    "EditConflictError",
    "Placement",
    "PlacementRefusedError",
    "RecordedOnlyError",
    "create_change",
    "edit_change",
    "edit_changes",
    "get_change",
    "move_to_next_window",
    "place_change",
    "restore_placements",
]

EDITABLE_AT_ONCE = frozenset(
    {
        "kind",
        "change_class",
        "state",
        "impact",
        "likelihood",
        "applications",
        "configuration_items",
        "owner_id",
        "team_id",
        "requester_id",
        "is_date_approved",
        "backout_plan",
        "verification_plan",
        "expected_downtime_minutes",
        "labels",
    }
)
"""Fields that mean the same for many changes; window and date go through `place_change`."""

_KEPT_BY_THE_DESK = frozenset({"id", "version", "created_at", "window_id"})


class RecordedOnlyError(PlacementRefusedError):
    """A new change was recorded, but its window did not take it: it stands in the intake list as `stored`.

    `touched` are the records made, for whom shows them.
    """

    def __init__(self, stored: Change, touched: tuple[Touched, ...], error: PlacementRefusedError) -> None:
        message = f"{stored.key} was recorded and stands in the intake list. {error}"
        super().__init__(message, error.problems, error.alternatives)
        self.stored = stored
        self.touched = touched


class EditConflictError(RefusedError):
    """The same field was changed here and on another desk; `current` is what is stored now."""

    def __init__(self, current: Change, names: tuple[str, ...]) -> None:
        listed = ", ".join(name.replace("_", " ") for name in names)
        super().__init__(
            f"{current.key} was changed elsewhere while it was open here: {listed}. "
            "Nothing was overwritten; look at the current text and decide which one to keep.",
            tuple(f"{name.replace('_', ' ')} is now: {getattr(current, name)}" for name in names),
        )
        self.current = current
        self.names = names


def get_change(workplace: Workplace, change_id: int) -> Change:
    """The change with this id; raises MissingRecordError."""
    with workplace.read() as connection:
        return get(connection, Change, change_id)


def create_change(workplace: Workplace, change: Change, reason: str = "") -> Done[Change]:
    """Record a new change; an empty key is filled with the next CHG number.

    A window named in it must be one it may enter: else it is recorded without it and RecordedOnlyError says
    so. Raises RefusedError with every problem found where nothing is recorded.
    """
    window_id = change.window_id
    with workplace.write() as unit:
        key = change.key.strip() or queries.next_key(unit.connection)
        fresh = replace(
            change, key=key, title=change.title.strip(), window_id=None, created_at=workplace.now()
        )
        require_sound(unit.connection, fresh)
        stored = unit.add(fresh, reason)
        touched = unit.commit()
    assert stored.id is not None
    if window_id is None:
        return workplace.done(stored, touched)
    try:
        placed = place_change(workplace, [stored.id], window_id, reason)
    except PlacementRefusedError as error:
        raise RecordedOnlyError(stored, touched, error) from error
    return workplace.done(get_change(workplace, stored.id), touched + placed.touched)


def edit_change(workplace: Workplace, before: Change, after: Change, reason: str = "") -> Done[Change]:
    """Store what differs between `before` (as it was read) and `after`.

    Fields changed elsewhere meanwhile are kept. The same field changed on both sides raises
    EditConflictError; an unsound result raises RefusedError. The window is changed by `place_change`.
    """
    assert before.id is not None
    assert before.id == after.id
    with workplace.write() as unit:
        current = unit.get(Change, before.id)
        merged = _of_nobody(current, _merged(before, after, current))
        require_sound(unit.connection, merged)
        unit.save(merged, reason)
        progress.follow(unit, [before.id])
        stored = unit.get(Change, before.id)
        return workplace.done(stored, unit.commit())


def edit_changes(
    workplace: Workplace, change_ids: Sequence[int], values: Mapping[str, Any], reason: str = ""
) -> Done[tuple[Change, ...]]:
    """Give many changes the same values of some fields, all in one unit or none.

    Raises RefusedError naming every change that the values do not fit.
    """
    unknown = sorted(set(values) - EDITABLE_AT_ONCE)
    if unknown:
        raise RefusedError(
            f"{', '.join(unknown)} cannot be given to many changes at once. Edit them one by one."
        )
    if not change_ids:
        raise RefusedError("No change is selected. Select the changes to edit first.")
    with workplace.write() as unit:
        found = _all_of(unit, change_ids)
        edited = [_of_nobody(change, replace(change, **values)) for change in found]
        problems = [
            f"{change.key}: {problem}"
            for change in edited
            for problem in change_problems(unit.connection, change)
        ]
        if problems:
            raise RefusedError("Nothing was changed; some of the changes do not take it.", tuple(problems))
        for change in edited:
            unit.save(change, reason)
        if "state" not in values:
            progress.follow(unit, list(change_ids))
        stored = tuple(_all_of(unit, change_ids))
        return workplace.done(stored, unit.commit())


def withdraw(workplace: Workplace, change_ids: Sequence[int], reason: str) -> Done[tuple[Change, ...]]:
    """Take changes out for good; they stay on record. Raises RefusedError without a reason."""
    if not reason.strip():
        raise RefusedError("Say why the change is withdrawn; the record keeps the reason.")
    return edit_changes(workplace, change_ids, {"state": ChangeState.WITHDRAWN}, reason)


def _of_nobody(before: Change, after: Change) -> Change:
    """The change without the names that a source gave those whom the desk has taken off it."""
    names = {"owner_id": "owner_name", "requester_id": "requester_name", "team_id": "team_name"}
    taken_off = [one for one in names if getattr(before, one) is not None and getattr(after, one) is None]
    return replace(after, **{names[one]: "" for one in taken_off})  # type: ignore[arg-type]


def _all_of(unit: UnitOfWork, change_ids: Sequence[int]) -> list[Change]:
    found = unit.find(Change, id=list(change_ids))
    gone = set(change_ids) - {change.id for change in found}
    if gone:
        raise RefusedError("Some of the selected changes are gone. Refresh the list and select again.")
    return found


def _merged(before: Change, after: Change, current: Change) -> Change:
    """`current` with what the person changed; raises EditConflictError where both sides changed."""
    wanted: dict[str, Any] = {}
    clashing: list[str] = []
    for field in fields(Change):
        name = field.name
        mine, base, theirs = getattr(after, name), getattr(before, name), getattr(current, name)
        if name in _KEPT_BY_THE_DESK or mine in (base, theirs):
            continue
        if theirs != base:
            clashing.append(name)
        else:
            wanted[name] = mine
    if clashing:
        raise EditConflictError(current, tuple(clashing))
    return replace(current, **wanted)
