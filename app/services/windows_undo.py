"""Taking saved work on windows back: a compensating use case, guarded by the versions of what it touches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from app.domain.changes import Change
from app.domain.windows import MaintenanceWindow, WindowSeries
from app.services import progress
from app.services.errors import RefusedError
from app.services.workplace import Done, Workplace
from app.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Undoable:
    """Saved work that can be taken back: each record before (None: it was created) and after."""

    words: str
    pairs: tuple[tuple[Any, Any], ...]

    @property
    def windows(self) -> tuple[MaintenanceWindow, ...]:
        """The windows as they stand after the work."""
        return tuple(after for _, after in self.pairs if isinstance(after, MaintenanceWindow))


class Recorder:
    """Saves through a unit of work and remembers what was there before, for an `Undoable`."""

    def __init__(self, unit: UnitOfWork, reason: str) -> None:
        self._unit = unit
        self._reason = reason
        self._pairs: list[tuple[Any, Any]] = []

    def save(self, before: Any, after: Any) -> Any:
        """Store `after`, which is `before` changed; nothing is recorded when they are equal."""
        if before == after:
            return before
        stored = self._unit.save(after, self._reason)
        self._pairs.append((before, stored))
        return stored

    def add(self, value: Any) -> Any:
        """Store a new record."""
        stored = self._unit.add(value, self._reason)
        self._pairs.append((None, stored))
        return stored

    def undoable(self, words: str) -> Undoable:
        """What was done so far, under a name for people."""
        return Undoable(words, tuple(self._pairs))


def undo(workplace: Workplace, done: Undoable) -> Done[Undoable]:
    """Take saved work back whole: every record returns to what it was.

    Created series are archived, other created records removed. Raises RefusedError when any of the records
    was changed again since; nothing is taken back then.
    """
    with workplace.write() as unit:
        reason = f"Undo: {done.words}"
        recorder = Recorder(unit, reason)
        changes: list[int] = []
        for before, after in reversed(done.pairs):
            current = unit.find(type(after), id=after.id)
            if not current or current[0].version != after.version:
                raise RefusedError(
                    f"'{done.words}' was not taken back: {_name(after)} has been changed again since. "
                    "Look at it and change it by hand."
                )
            if isinstance(after, Change):
                changes.append(after.id or 0)
            if before is not None:
                recorder.save(current[0], replace(before, version=after.version))
            elif isinstance(after, WindowSeries):
                recorder.save(current[0], replace(after, is_archived=True))
            else:
                unit.remove(current[0], reason)
        progress.follow(unit, changes)
        return workplace.done(recorder.undoable(reason), unit.commit())


def _name(record: Any) -> str:
    for attribute in ("title", "name", "key"):
        text = getattr(record, attribute, "")
        if text:
            return str(text)
    return "a record"
