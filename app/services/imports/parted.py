"""Lists that hold records of several kinds together: taken apart to compare and to store, and joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.importing.converting.dryrun import DryRun
from app.importing.converting.rows import ImportRow
from app.importing.fields import field_named
from app.services.imports.kind import ImportKind, Planned


def rows_of(kind: ImportKind, name: str, rows: Iterable[ImportRow]) -> list[ImportRow]:
    """The rows of one part, as a list of its kind alone would say them."""
    part = kind.parts[name].name
    return [_without(row, kind.parted_by, part) for row in rows if row.values[kind.parted_by] == name]


def joined(outcomes: Mapping[str, DryRun], mark: str) -> DryRun:
    """The outcomes of all parts as one, in the order of the rows; the field `mark` of a row says its part."""

    def marked(row: ImportRow, name: str) -> ImportRow:
        return replace(row, values={mark: name, **row.values})

    return DryRun(
        _by_row(marked(row, name) for name, one in outcomes.items() for row in one.created),
        sorted(
            (replace(it, row=marked(it.row, name)) for name, one in outcomes.items() for it in one.changed),
            key=lambda it: it.row.row_number,
        ),
        _by_row(marked(row, name) for name, one in outcomes.items() for row in one.unchanged),
        conflicts=sorted(
            (it for one in outcomes.values() for it in one.conflicts), key=lambda it: it.row_number
        ),
    )


def of_each_kind(planned: Planned) -> tuple[Planned, ...]:
    """What is planned of each kind of record; all of it for a list that holds one kind."""
    kind = planned.kind
    return tuple(_part_of(planned, name) for name in kind.parts) if kind.parts else (planned,)


def _part_of(planned: Planned, name: str) -> Planned:
    kind, before = planned.kind, planned.outcome
    part = kind.parts[name]
    rows = rows_of(kind, name, planned.conversion.rows)
    changed = [
        replace(it, row=_without(it.row, kind.parted_by, part.name))
        for it in before.changed
        if it.row.values[kind.parted_by] == name
    ]
    outcome = DryRun(rows_of(kind, name, before.created), changed, rows_of(kind, name, before.unchanged))
    mine = {row.key for row in rows}
    records = {key: record for key, record in planned.records.items() if key in mine}
    removed = {key: number for key, number in planned.removed.items() if key in mine}
    conversion = replace(planned.conversion, rows=rows)
    return replace(
        planned, kind=part, conversion=conversion, outcome=outcome, records=records, removed=removed
    )


def _without(row: ImportRow, mark: str, kind_name: str) -> ImportRow:
    """A row without what says its part, and without what its kind of record has no field for."""
    said = {
        name: value for name, value in row.values.items() if name != mark and field_named(kind_name, name)
    }
    return replace(row, values=said)


def _by_row(rows: Iterable[ImportRow]) -> list[ImportRow]:
    return sorted(rows, key=lambda row: row.row_number)
