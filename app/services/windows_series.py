"""Use cases of window series: create, edit, archive, and make the rows of the occurrences ahead."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.occurrences import checkpoints_of_day, occurrence_of
from app.domain.recurrence import occurrence_days, rule_problem
from app.domain.windows import Checkpoint, CheckpointRule, MaintenanceWindow, WindowSeries, WindowState
from app.services.errors import RefusedError
from app.services.windows_undo import Recorder
from app.services.workplace import Done, Workplace
from app.store.queries import windows as queries
from app.store.reading import find, get
from app.store.unit_of_work import UnitOfWork

HORIZON_WEEKS = 26
_OWN = ("title", "capacity_deployments", "capacity_minutes", "minimum_qa_hours")
"""What a window may have of its own while it follows its series otherwise."""
_UNTOUCHED_STATES = (WindowState.PLANNED, WindowState.INTAKE)


def read_series(workplace: Workplace, series_id: int) -> WindowSeries:
    """The series with this id; raises MissingRecordError."""
    with workplace.read() as connection:
        return get(connection, WindowSeries, series_id)


def list_series(workplace: Workplace, *, with_archived: bool = False) -> tuple[WindowSeries, ...]:
    """All series by name."""
    with workplace.read() as connection:
        found = (
            find(connection, WindowSeries)
            if with_archived
            else find(connection, WindowSeries, is_archived=False)
        )
    return tuple(sorted(found, key=lambda series: (series.name.casefold(), series.id or 0)))


def create_series(
    workplace: Workplace, series: WindowSeries, reason: str = "", since: date | None = None
) -> Done[WindowSeries]:
    """Record a series and make its windows for the coming 26 weeks.

    `since` is the first local day for which windows are made (default: today). Raises RefusedError.
    """
    with workplace.write() as unit:
        fresh = replace(series, name=series.name.strip(), rule=series.rule.strip())
        _refuse_unsound(fresh)
        stored = unit.add(fresh, reason)
        make_occurrences(unit, stored, since)
        return workplace.done(stored, unit.commit())


def edit_series(workplace: Workplace, series: WindowSeries, reason: str = "") -> Done[WindowSeries]:
    """Store a changed series whose version is the one read; its untouched windows ahead follow.

    Past windows, and those with recorded work (changes, a frozen checkpoint, a move), stay as they are.
    Changed checkpoints make a new revision of the criteria. Raises RefusedError, StaleRecordError.
    """
    with workplace.write() as unit:
        before = unit.get(WindowSeries, series.id or 0)
        wanted = replace(series, name=series.name.strip(), rule=series.rule.strip())
        _refuse_unsound(wanted)
        if wanted.checkpoints != before.checkpoints:
            wanted = replace(wanted, revision=before.revision + 1)
        stored = unit.save(wanted, reason)
        follow_series(unit, before, stored, reason)
        make_occurrences(unit, stored, None)
        return workplace.done(stored, unit.commit())


def archive_series(workplace: Workplace, series_id: int, reason: str = "") -> Done[WindowSeries]:
    """End a series: it makes no more windows, and its untouched windows ahead go; the others stay."""
    with workplace.write() as unit:
        stored = unit.save(replace(unit.get(WindowSeries, series_id), is_archived=True), reason)
        remove_untouched(unit, series_id, reason)
        return workplace.done(stored, unit.commit())


def ensure_occurrences(workplace: Workplace, weeks: int = HORIZON_WEEKS) -> Done[int]:
    """Make the missing windows of every series for the coming weeks; returns how many were made."""
    with workplace.write() as unit:
        made = sum(
            make_occurrences(unit, series, None, weeks)
            for series in unit.find(WindowSeries, is_archived=False)
        )
        return workplace.done(made, unit.commit() if made else ())


def series_problems(series: WindowSeries) -> tuple[str, ...]:
    """Everything that speaks against a series, each a sentence."""
    problems = []
    if not series.name.strip():
        problems.append("A series needs a name, such as Weekly release.")
    try:
        ZoneInfo(series.zone_name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        problems.append(f"'{series.zone_name}' is no time zone; choose one such as Europe/Berlin.")
    if text := rule_problem(series.rule, series.first_day):
        problems.append(text)
    elif not occurrence_days(series, series.first_day, series.first_day + timedelta(days=366 * 5)):
        problems.append("The rule never falls on a day; check its end and its first day.")
    if series.capacity_deployments < 0 or series.capacity_minutes < 0 or series.minimum_qa_hours < 0:
        problems.append("Capacity and QA time cannot be negative.")
    return tuple(problems + _checkpoint_problems(series.checkpoints))


def _checkpoint_problems(rules: Sequence[CheckpointRule]) -> list[str]:
    problems = []
    names = [rule.name.strip().casefold() for rule in rules]
    if any(not name for name in names):
        problems.append("Every checkpoint needs a name.")
    if len(set(names)) < len(names):
        problems.append("Two checkpoints have the same name; each needs its own.")
    if any(rule.days_before < 0 for rule in rules):
        problems.append("A checkpoint lies before its window: days before cannot be negative.")
    if sum(rule.is_final for rule in rules) > 1:
        problems.append("Only one checkpoint can be the final one.")
    for rule in rules:
        codes = [spec.code for spec in rule.criteria]
        if len(set(codes)) < len(codes):
            problems.append(f"Two criteria of {rule.name} have the same code; each needs its own.")
    return problems


def _refuse_unsound(series: WindowSeries) -> None:
    problems = series_problems(series)
    if problems:
        raise RefusedError(f"The series was not saved. {problems[0]}", problems)


def make_occurrences(
    unit: UnitOfWork,
    series: WindowSeries,
    since: date | None = None,
    weeks: int = HORIZON_WEEKS,
    reason: str = "Occurs by its series",
) -> int:
    """Make the missing windows of a series for the coming weeks, from the local day `since` on or from now;
    returns how many were made."""
    assert series.id is not None
    if series.is_archived:
        return 0
    today = unit.now.astimezone(ZoneInfo(series.zone_name)).date()
    first = max(series.first_day, today if since is None else since)
    known = queries.occurrence_days(unit.connection, series.id)
    days = [day for day in occurrence_days(series, first, today + timedelta(weeks=weeks)) if day not in known]
    made = [occurrence_of(series, day) for day in days]
    sound = [window for window in made if window.ends_at > window.starts_at]
    windows = unit.add_all([one for one in sound if since is not None or one.ends_at > unit.now], reason)
    unit.add_all(
        [
            point
            for window in windows
            if window.occurrence_day is not None
            for point in checkpoints_of_day(series, window.occurrence_day, window.id)
        ],
        reason,
    )
    return len(windows)


def follow_series(unit: UnitOfWork, before: WindowSeries, series: WindowSeries, reason: str) -> None:
    """Give the untouched windows ahead what the series says now; those it no longer makes go. What one of
    them has otherwise than the series had `before` is its own, and stays."""
    assert series.id is not None
    untouched = _untouched(unit, series.id)
    if not untouched:
        return
    days = [window.occurrence_day for window in untouched if window.occurrence_day is not None]
    standing = set(occurrence_days(series, min(days), max(days) + timedelta(days=1)))
    recorder = Recorder(unit, reason)
    for window in untouched:
        day = window.occurrence_day
        if day is None or day not in standing or series.is_archived:
            _remove(unit, window, reason)
            continue
        fresh = occurrence_of(series, day)
        was = occurrence_of(before, day)
        own = {name: getattr(window, name) for name in _OWN if getattr(window, name) != getattr(was, name)}
        fresh = replace(fresh, **own)
        recorder.save(window, replace(fresh, id=window.id, version=window.version, state=window.state))
        renew_checkpoints(unit, recorder, window.id or 0, checkpoints_of_day(series, day, window.id))


def remove_untouched(
    unit: UnitOfWork, series_id: int, reason: str, but: Collection[int] = frozenset()
) -> None:
    """Take the untouched windows ahead of a series away, all but those with these ids."""
    for window in _untouched(unit, series_id):
        if window.id not in but:
            _remove(unit, window, reason)


def renew_checkpoints(
    unit: UnitOfWork, recorder: Recorder, window_id: int, wanted: Sequence[Checkpoint]
) -> None:
    """Make a window's checkpoints be `wanted`; frozen ones stay as they are."""
    present = {point.name: point for point in unit.find(Checkpoint, window_id=window_id)}
    for point in wanted:
        known = present.pop(point.name, None)
        if known is None:
            recorder.add(point)
        elif known.frozen_at is None:
            recorder.save(known, replace(point, id=known.id, version=known.version))
    for gone in present.values():
        if gone.frozen_at is None:
            unit.remove(gone, "No longer a checkpoint of its series")


def _untouched(unit: UnitOfWork, series_id: int) -> list[MaintenanceWindow]:
    ids = queries.untouched_ids(unit.connection, series_id, unit.now)
    return (
        unit.find(MaintenanceWindow, id=ids, state=[state.value for state in _UNTOUCHED_STATES])
        if ids
        else []
    )


def _remove(unit: UnitOfWork, window: MaintenanceWindow, reason: str) -> None:
    for point in unit.find(Checkpoint, window_id=window.id):
        unit.remove(point, reason)
    unit.remove(window, reason or "No longer an occurrence of its series")
