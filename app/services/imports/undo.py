"""Undoing an import whole: what it created goes, what it changed is as before, or nothing happens."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Self

from sqlalchemy import Connection

from app.domain.windows import MaintenanceWindow, WindowSeries
from app.services import progress
from app.services.errors import RefusedError
from app.services.imports.kind import Progress
from app.services.imports.kinds import KINDS
from app.services.imports.undo_plan import plan_problems, stored_plan, take_plan_back
from app.services.imports.undo_windows import window_problems
from app.services.sequences import is_over
from app.services.windows_series import follow_series, make_occurrences, remove_untouched
from app.services.workplace import Done, Workplace
from app.store import import_standing, imports
from app.store.import_said_before import restore_memory
from app.store.import_standing import Standing
from app.store.import_undo import mark_undone, remove_created, restore_profile, restored
from app.store.import_written import PlanWritten, Written, plan_written_by, written_by
from app.store.imports import PastImport
from app.store.plain import canonical, structure
from app.store.reading import get
from app.store.sequences import StoredSequence
from app.store.unit_of_work import UnitOfWork

__all__ = ["PastImport", "Undone", "past_imports", "undo_import"]

_NAMED = 200
_SAVED_AT_ONCE = 500
_WORDS = {"change_application": "change", "change_configuration_item": "change"}


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing an import did."""

    import_id: int
    file_name: str
    removed: int
    restored: int


def past_imports(workplace: Workplace) -> tuple[PastImport, ...]:
    """Every import with date (UTC), person, file and figures, the newest first."""
    with workplace.read() as connection:
        return tuple(imports.past_imports(connection))


def undo_import(
    workplace: Workplace, import_id: int, tell: Progress | None = None, *, is_only_tried: bool = False
) -> Done[Undone]:
    """Take back a whole import in one transaction, with an audit event for each record.

    Where it `is_only_tried`, nothing is kept: it is said what undoing would do.

    Records it created are removed: nothing points at them, so that archiving would only leave empty shells
    that the next import of the list would take for known. Records it changed get back every field. A mapping
    that it put in the place of another gives way to that one again.
    Raises RefusedError, naming the records, where somebody has edited one since, where something was built
    upon one (a build, a gate, an activity), where its window is running or closed since, or where a later
    import spoke of it; then nothing is changed.
    """
    tell = tell or (lambda _share, _words: None)
    with workplace.write() as work:
        imports.wait_for_turn(work)
        past = _standing(imports.past_imports(work.connection, import_id), import_id)
        tell(0.05, "Looking at what has happened since")
        written, besides = written_by(work.connection, past)
        if besides:
            raise RefusedError(
                f"Import {import_id} ({past.file_name}) filled a {sorted(besides)[0].replace('_', ' ')}; "
                "take that back where it is edited, with Undo."
            )
        import_standing.hold(work.connection, written)
        reason = f"undo of {imports.reason_of(import_id)}"
        _remove_occurrences(work, written, reason)
        standing = import_standing.standing_of(work.connection, written)
        created = [one for one in written if one.is_new and standing.has(one)]
        problems = _later_events(work.connection, past, written, created, standing)
        problems += window_problems(work.connection, written)
        plan = _Plan.read(work.connection, past)
        _refuse_what_has_gone_on(past, problems + plan.problems(work.connection, past, created))
        changed = [one for one in written if not one.is_new]
        _restore(work, changed, standing, reason, tell)
        tell(0.6, f"Removing records: {len(created):,}")
        gone, former = plan.take_back(work, reason)
        remove_created(work, created, standing, reason)
        _follow(work, written, reason)
        tell(0.9, "Forgetting what the list said")
        restore_memory(work, import_id)
        restore_profile(work, past, reason)
        mark_undone(work, past, reason)
        touched = () if is_only_tried else work.commit()
    return workplace.done(
        Undone(import_id, past.file_name, len(created) + gone, len(changed) + former), touched
    )


def _remove_occurrences(work: UnitOfWork, written: Sequence[Written], reason: str) -> None:
    """Take away the windows that the series an import brought have made since, and that nobody touched."""
    its_own = {one.record_id for one in written if one.kind.value_type is MaintenanceWindow}
    for one in written:
        if one.kind.value_type is WindowSeries and one.is_new:
            remove_untouched(work, one.record_id, reason, its_own)


def _restore(
    work: UnitOfWork, changed: list[Written], standing: Standing, reason: str, tell: Progress
) -> None:
    """Give the records an import changed what they had before."""
    done = 0
    for _, alike in groupby(changed, key=lambda one: one.kind.name):
        mine = list(alike)
        for start in range(0, len(mine), _SAVED_AT_ONCE):
            tell(0.2 + 0.4 * done / len(changed), f"Restoring records: {len(changed):,}")
            some = mine[start : start + _SAVED_AT_ONCE]
            versions = [standing.versions[one.kind.name, one.record_id] for one in some]
            work.save_many(
                [restored(one, version) for one, version in zip(some, versions, strict=True)], reason
            )
            done += len(some)


def _follow(work: UnitOfWork, written: Sequence[Written], reason: str) -> None:
    """What followed the records that an import wrote follows them back: windows their series, and states of
    changes their gates."""
    hanging = {kind.value_type for kind in KINDS.values() if kind.hangs_on_changes}
    evidence = (one for one in written if one.kind.value_type in hanging)
    progress.follow(work, list(dict.fromkeys(one.after["change_id"] for one in evidence)))
    for one in written:
        if one.kind.value_type is WindowSeries and not one.is_new:
            series = work.get(WindowSeries, one.record_id)
            follow_series(work, structure(dict(one.after), WindowSeries), series, reason)
            make_occurrences(work, series, reason=reason)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What an import wrote into a window's sequence, and how that is now; empty for other imports."""

    written: PlanWritten
    window_id: int | None
    stored: StoredSequence | None
    is_over: bool = False

    @classmethod
    def read(cls, connection: Connection, past: PastImport) -> Self:
        """What is to be taken back from the sequence."""
        written = plan_written_by(connection, past)
        window_id = import_standing.window_of_plan(connection, past.id)
        if window_id is None:
            return cls(written, None, None)
        window = get(connection, MaintenanceWindow, window_id)
        return cls(written, window_id, stored_plan(connection, window_id), is_over(window))

    def problems(self, connection: Connection, past: PastImport, created: list[Written]) -> list[str]:
        """What stands in the way of taking the steps, and people added with them, back."""
        if self.window_id is None or self.stored is None:
            again = "The plan has been imported again since; undo the later import first."
            return [again] if self.written.is_any else []
        if self.is_over and self.written.is_any:
            return ["The window of the plan is over; its sequence is a record now."]
        later = import_standing.plan_came_again(connection, past.id, self.window_id)
        if later is not None:
            return [f"Import {later} has brought the plan again since; undo that first."]
        people = {one.record_id: _name(one) for one in created if one.kind.name == "person"}
        busy = import_standing.players_elsewhere(connection, people, self.written.steps) if people else set()
        told = [f"{people[one]} plays in other steps since." for one in sorted(busy)]
        return plan_problems(self.written, self.stored.sequence) + told

    def take_back(self, work: UnitOfWork, reason: str) -> tuple[int, int]:
        """Take the steps out, and links back; returns how many steps went and how many are as before."""
        if self.window_id is None or self.stored is None or not self.written.is_any:
            return 0, 0
        return take_plan_back(work, self.window_id, self.written, self.stored, reason)


def _standing(found: list[PastImport], import_id: int) -> PastImport:
    if not found:
        raise RefusedError(f"There is no import number {import_id}. Look at the list of imports.")
    past = found[0]
    if past.undone_at is not None:
        raise RefusedError(f"Import {import_id} ({past.file_name}) was undone already.")
    return past


def _later_events(
    connection: Connection,
    past: PastImport,
    written: list[Written],
    created: list[Written],
    standing: Standing,
) -> list[str]:
    """One sentence for every record that stands in the way."""
    problems: list[str] = []
    names = {(one.kind.table.name, one.record_id): _name(one) for one in written}
    spoken = _spoken_of_later(connection, past, written)
    for one in written:
        which = (one.kind.name, one.record_id)
        if which not in standing.versions:
            if not one.is_new:  # a new one that is gone is taken back already
                problems.append(f"{_name(one)} has been removed since.")
        elif which in spoken:
            problems.append(f"Import {spoken[which]} has brought {_name(one)} again since; undo that first.")
        elif which in standing.edited and not _is_as_left(one, standing.edited[which]):
            problems.append(f"{_name(one)} has been edited since.")
    pointing: dict[tuple[str, int], Counter[str]] = {}
    for reference in import_standing.references_to(connection, created, written):
        pointing.setdefault(reference.pointed_at, Counter())[reference.table] += 1
    for which, tables in pointing.items():
        what = ", ".join(_counted(table, count) for table, count in tables.items())
        problems.append(f"{names[which]} has been built upon since: {what}.")
    return problems


def _spoken_of_later(
    connection: Connection, past: PastImport, written: Sequence[Written]
) -> dict[tuple[str, int], int]:
    """The later import that has spoken of a record, by its kind and id: of those that bring such records."""
    found: dict[tuple[str, int], int] = {}
    ids: dict[str, list[int]] = {}
    types = {one.kind.name: one.kind.value_type for one in written}
    for one in written:
        ids.setdefault(one.kind.name, []).append(one.record_id)
    for name, mine in ids.items():
        for kind in KINDS.values():
            if kind.value_type is types[name] and not kind.parts:
                later = import_standing.later_import_of(connection, past, kind.name, mine)
                found.update({(name, record_id): number for record_id, number in later.items()})
    return found


def _refuse_what_has_gone_on(past: PastImport, problems: list[str]) -> None:
    if not problems:
        return
    shown = problems[:_NAMED]
    if len(problems) > len(shown):
        shown.append(f"And {len(problems) - len(shown):,} more records.")
    count = "1 record stands" if len(problems) == 1 else f"{len(problems):,} records stand"
    raise RefusedError(
        f"Import {past.id} ({past.file_name}) cannot be undone: {count} in the way. Nothing was changed. "
        f"{problems[0]} Take back first what was done since, or keep the import.",
        tuple(shown),
    )


def _is_as_left(written: Written, record: Any) -> bool:
    """Whether the record says what the import left it saying; an edit that was undone does not count."""
    now = json.loads(canonical(record))
    return all(now.get(name) == value for name, value in written.after.items() if name != "version")


def _name(written: Written) -> str:
    content = written.after
    label = content.get("key") or content.get("name") or content.get("title") or content.get("number")
    return str(label or f"{written.kind.name.replace('_', ' ')} {written.record_id}")


def _counted(table: str, count: int) -> str:
    word = _WORDS.get(table, table.replace("_", " "))
    return (
        f"{count} {word}" if count == 1 else f"{count} {word[:-1] + 'ies' if word[-1] == 'y' else word + 's'}"
    )
