"""Use cases of placing changes: into a window, back to the intake list, on to the next window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from app.domain import placement_rules
from app.domain.changes import Change
from app.domain.windows import MaintenanceWindow
from app.services import progress
from app.services.errors import RefusedError
from app.services.workplace import Done, Workplace
from app.store.queries import board as board_queries
from app.store.queries import changes as queries
from app.store.reading import find
from app.store.unit_of_work import UnitOfWork

_WINDOWS_TO_OFFER = 5
_WINDOWS_TO_SEARCH = 26
_ALTERNATIVES = 3


@dataclass(frozen=True, slots=True)
class Placement:
    """One change that was placed: where it stood before, with its date, and where it stands now."""

    change_id: int
    key: str
    from_window_id: int | None
    to_window_id: int | None
    date_before: date | None
    was_date_approved: bool


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The nearest windows that would take some changes, soonest first; where there are none, why not."""

    windows: tuple[MaintenanceWindow, ...] = ()
    why_none: tuple[str, ...] = ()


class PlacementRefusedError(RefusedError):
    """The changes may not stand there; `alternatives` are the windows that would take all of them.

    `nearest` is the first of them.
    """

    def __init__(self, message: str, problems: tuple[str, ...], alternatives: Alternatives) -> None:
        super().__init__(message, problems)
        self.alternatives = alternatives
        self.nearest = next(iter(alternatives.windows), None)


def place_change(
    workplace: Workplace, change_ids: Sequence[int], window_id: int | None, reason: str = ""
) -> Done[tuple[Placement, ...]]:
    """Place changes into a window (None: the intake list), all or none.

    A change that comes to another local day takes that day as its deployment date, and the date's
    approval is void. Raises PlacementRefusedError with every problem and the nearest legal window.
    """
    with workplace.write() as unit:
        changes = [change for change in _changes(unit, change_ids) if change.window_id != window_id]
        window = unit.get(MaintenanceWindow, window_id) if window_id is not None else None
        problems = placement_problems(unit.connection, changes, window, unit.now)
        if problems:
            found = around(unit.connection, changes, window, unit.now)
            raise PlacementRefusedError(_refusal(changes, window, found), (*problems, *found.why_none), found)
        for change in changes:
            unit.save(
                replace(change, window_id=None) if window is None else placed_on(change, window), reason
            )
        progress.follow(unit, [change.id for change in changes if change.id is not None])
        done = tuple(_placement(change, window_id) for change in changes)
        return workplace.done(done, unit.commit())


def move_to_next_window(
    workplace: Workplace, change_ids: Sequence[int], reason: str = ""
) -> Done[tuple[Placement, ...]]:
    """Move changes to the first later window that takes all of them.

    Raises RefusedError when there is none; the calendar must have later windows first.
    """
    with workplace.read() as connection:
        changes = find(connection, Change, id=list(change_ids))
        window_ids = [change.window_id for change in changes if change.window_id is not None]
        windows = find(connection, MaintenanceWindow, id=window_ids)
        after = max((window.starts_at for window in windows), default=workplace.now())
        found = alternatives(connection, changes, max(after, workplace.now()), workplace.now(), 1)
    if not found.windows:
        raise RefusedError(
            "No later window takes all of these changes. Plan another window in the calendar, "
            "or move the changes one by one.",
            found.why_none,
        )
    return place_change(workplace, change_ids, found.windows[0].id, reason)


def restore_placements(
    workplace: Workplace, placements: Sequence[Placement], reason: str = ""
) -> Done[tuple[Placement, ...]]:
    """Take a placing back: each change returns to its window, date and approval, unless moved since."""
    with workplace.write() as unit:
        undone = []
        for placement in placements:
            change = unit.get(Change, placement.change_id)
            if change.window_id != placement.to_window_id:
                raise RefusedError(
                    f"{change.key} has been moved again since; its earlier place was not restored."
                )
            undone.append(_placement(change, placement.from_window_id))
            unit.save(
                replace(
                    change,
                    window_id=placement.from_window_id,
                    deployment_on=placement.date_before,
                    is_date_approved=placement.was_date_approved,
                ),
                reason or "Undo of the move",
            )
        progress.follow(unit, [placement.change_id for placement in placements])
        return workplace.done(tuple(undone), unit.commit())


def check_placement(
    workplace: Workplace, change_ids: Sequence[int], window_id: int | None
) -> tuple[str, ...]:
    """What speaks against placing changes there (nothing: they may), without placing them."""
    with workplace.read() as connection:
        changes = find(connection, Change, id=list(change_ids))
        windows = find(connection, MaintenanceWindow, id=window_id) if window_id is not None else []
        return placement_problems(connection, changes, windows[0] if windows else None, workplace.now())


def placement_problems(
    connection: Connection, changes: Sequence[Change], window: MaintenanceWindow | None, now: datetime
) -> tuple[str, ...]:
    """Every problem of placing these changes into a window (None: intake)."""
    ids = [change.window_id for change in changes if change.window_id is not None]
    sources = {found.id: found for found in find(connection, MaintenanceWindow, id=list(set(ids)))}
    problems = [
        problem
        for change in changes
        for problem in placement_rules.leaving_problems(change, sources.get(change.window_id))
    ]
    if window is not None and window.id is not None:
        problems += placement_rules.entering_problems(changes, target_facts(connection, window), now)
    return tuple(dict.fromkeys(problems))


def target_facts(connection: Connection, window: MaintenanceWindow) -> placement_rules.TargetFacts:
    """What decides whether changes may enter a stored window."""
    from app.services.exceptions.reading import approved_for  # with signing; the calendar opens without it

    assert window.id is not None
    load = queries.load_of(connection, window.id)
    return placement_rules.TargetFacts(
        window=window,
        checkpoints=board_queries.checkpoints_of(connection, window.id),
        freezes=board_queries.freezes_between(connection, window.starts_at, window.ends_at),
        load_changes=load.changes,
        load_minutes=load.minutes,
        allowed=approved_for(connection, window.id),
    )


def next_windows(
    connection: Connection, after: datetime, limit: int = _WINDOWS_TO_OFFER
) -> tuple[MaintenanceWindow, ...]:
    """Windows after an instant that may still take changes, soonest first."""
    ids = queries.window_ids_after(connection, after, limit)
    return tuple(sorted(find(connection, MaintenanceWindow, id=ids), key=lambda window: window.starts_at))


def _changes(unit: UnitOfWork, change_ids: Sequence[int]) -> list[Change]:
    found = unit.find(Change, id=list(change_ids))
    if not found or len(found) != len(set(change_ids)):
        raise RefusedError("Some of the selected changes are gone. Refresh the list and select again.")
    return found


def around(
    connection: Connection, changes: Sequence[Change], window: MaintenanceWindow | None, now: datetime
) -> Alternatives:
    """The alternatives to a window (None: the intake list, which has none), from the day before it on."""
    if window is None:
        return Alternatives()
    return alternatives(connection, changes, max(now, window.starts_at - timedelta(days=1)), now)


def alternatives(
    connection: Connection,
    changes: Sequence[Change],
    after: datetime,
    now: datetime,
    most: int = _ALTERNATIVES,
) -> Alternatives:
    """The first windows after an instant (UTC) that take all of the changes that do not stand there yet.

    Where none does, `why_none` says what speaks against the nearest ones.
    """
    found: list[MaintenanceWindow] = []
    reasons: list[str] = []
    for window in next_windows(connection, after, _WINDOWS_TO_SEARCH):
        movable = [change for change in changes if change.window_id != window.id]
        problems = placement_problems(connection, movable, window, now) if movable else ()
        if movable and not problems:
            found.append(window)
            if len(found) == most:
                break
        elif problems and len(reasons) < _ALTERNATIVES:
            reasons.append(f"{window_text(window)}: {problems[0]}")
    if found:
        return Alternatives(tuple(found))
    return Alternatives((), tuple(reasons) or ("No later window is planned; plan one in the calendar.",))


def placed_on(change: Change, window: MaintenanceWindow) -> Change:
    """The change on a window, with the window's day; approval of another day is void."""
    day = local_day(window)
    is_same_day = change.deployment_on == day
    return replace(
        change,
        window_id=window.id,
        deployment_on=day,
        is_date_approved=change.is_date_approved and is_same_day,
    )


def local_day(window: MaintenanceWindow) -> date:
    """The day on which a window starts, by its own clocks."""
    return window.starts_at.astimezone(ZoneInfo(window.zone_name)).date()


def window_text(window: MaintenanceWindow) -> str:
    """A window's name and local start, for a sentence."""
    starts = window.starts_at.astimezone(ZoneInfo(window.zone_name))
    return f"{window.title}, {starts:%a %d %b %Y, %H:%M} ({window.zone_name})"


def _placement(change: Change, to_window_id: int | None) -> Placement:
    assert change.id is not None
    return Placement(
        change.id, change.key, change.window_id, to_window_id, change.deployment_on, change.is_date_approved
    )


def _refusal(changes: Sequence[Change], window: MaintenanceWindow | None, found: Alternatives) -> str:
    what = changes[0].key if len(changes) == 1 else f"{len(changes)} changes"
    where = window_text(window) if window is not None else "the intake list"
    if found.windows:
        nearest, *others = (window_text(one) for one in found.windows)
        more = f"; then {' and '.join(others)}" if others else ""
        offer = f" The nearest window that takes it: {nearest}{more}."
    else:
        offer = " No other planned window takes it: plan another, or ask for an exception." if window else ""
    return f"{what} cannot go into {where}.{offer}"
