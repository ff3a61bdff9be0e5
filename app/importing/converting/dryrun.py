"""What an import would do before it does it: new, changed, unchanged, rejected, in conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.importing.converting.rows import ImportRow, Rejection

_MISSING: Any = object()
_EMPTY: tuple[Any, ...] = (None, "", (), {})


@dataclass(frozen=True, slots=True)
class ExistingRecord:
    """A record on the desk: its values when this source was last imported, and its values now.

    `values_as_last_imported` is empty for a record this source never brought. Asked for now are only values
    of which the source says something else; those missing are as last imported. `said_otherwise` names the
    fields of which it does, where that was found out already; `unsaid` is what a record that it brought has
    in those of which it had said nothing.
    """

    values_as_last_imported: Mapping[str, Any]
    values_now: Mapping[str, Any]
    said_otherwise: Sequence[str] | None = None
    unsaid: Mapping[str, Any] = field(default_factory=dict)


REMOVED = "record"
"""Stands in the place of a field where the desk removed the whole record, of which the source speaks anew."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field the source changed."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field changed on the desk and in the source since the last import; the desk's value is kept. Where
    the desk `REMOVED` the record, it is left out."""

    row_number: int
    key: str
    field: str
    as_last_imported: Any
    on_the_desk: Any
    in_the_source: Any


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row whose record would change, with the fields that would."""

    row: ImportRow
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class DryRun:
    """Every row stands in just one of created, changed, unchanged and rejected; conflicts come besides."""

    created: Sequence[ImportRow] = ()
    changed: Sequence[ChangedRow] = ()
    unchanged: Sequence[ImportRow] = ()
    rejected: Sequence[Rejection] = ()
    conflicts: Sequence[Conflict] = ()

    @property
    def rows_in(self) -> int:
        """The number of rows that were read."""
        return len(self.created) + len(self.changed) + len(self.unchanged) + len(self.rejected)


def dry_run(
    rows: Sequence[ImportRow], existing: Mapping[str, ExistingRecord], rejected: Sequence[Rejection] = ()
) -> DryRun:
    """Compare rows with the records on the desk, by key.

    A field is changed when the source differs from its last import and the desk still has that import's
    value, or what new records have in a field of which the source had said nothing; where the desk has
    another value, that is kept and listed as a conflict. A field the source did not change, or leaves empty
    without having ever filled it, is left as the desk has it. A row that repeats an earlier one counts as
    unchanged.
    """
    created: list[ImportRow] = []
    changed: list[ChangedRow] = []
    unchanged: list[ImportRow] = []
    found: list[Conflict] = []
    for row in rows:
        record = existing.get(row.key)
        if row.duplicate_of:
            unchanged.append(row)
        elif record is None:
            created.append(row)
        else:
            changes, conflicts = compare(row, record)
            found.extend(conflicts)
            if changes:
                changed.append(ChangedRow(row, tuple(changes)))
            else:
                unchanged.append(row)
    return DryRun(created, changed, unchanged, list(rejected), found)


def said_otherwise(said: Mapping[str, Any], last: Mapping[str, Any]) -> list[str]:
    """The fields of which a row says something else than the last import did, or that are new."""
    return [name for name, value in said.items() if name not in last or last[name] != value]


def compare(row: ImportRow, record: ExistingRecord) -> tuple[list[FieldChange], list[Conflict]]:
    """The fields of one row that would change, and those the desk changed as well."""
    changes: list[FieldChange] = []
    conflicts: list[Conflict] = []
    names = record.said_otherwise
    if names is None:
        names = said_otherwise(row.values, record.values_as_last_imported)
    for name in names:
        after = row.values[name]
        last = record.values_as_last_imported.get(name, _MISSING)
        now = record.values_now.get(name, None if last is _MISSING else last)
        if same(after, last) or same(after, now) or (last is _MISSING and after in _EMPTY):
            continue
        untouched = now in _EMPTY or same(now, record.unsaid.get(name, _MISSING))
        if same(now, last) or (last is _MISSING and untouched):
            changes.append(FieldChange(name, now, after))
        else:
            imported = None if last is _MISSING else last
            conflicts.append(Conflict(row.row_number, row.key, name, imported, now, after))
    return changes, conflicts


def same(one: Any, other: Any) -> bool:
    """Whether two values mean the same; all empty ones do, and so do lists and tuples of the same in whatever
    order: which link or label a source names first says nothing."""
    if one is _MISSING or other is _MISSING:
        return False
    if one == other:
        return True
    if one in _EMPTY or other in _EMPTY:
        return one in _EMPTY and other in _EMPTY
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and Counter(map(_item, one)) == Counter(map(_item, other))
    return False


def _item(value: Any) -> Any:
    """One of several values, where the order counts: a link is a kind and a key."""
    return tuple(map(_item, value)) if isinstance(value, list | tuple) else value
