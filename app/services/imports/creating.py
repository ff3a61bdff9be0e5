"""Storing the new records of a list: a long one column by column, the others record by record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.importing.converting.listed import ListedPart, ListedRows
from app.importing.converting.rows import ImportRow
from app.services.imports.kind import Planned, Progress
from app.services.imports.memory import Memory
from app.services.imports.names import RegisterNames, read_names
from app.services.imports.placing import Placer
from app.store.unit_of_work import UnitOfWork

_ADDED_AT_ONCE = 1_000
_DONE_BEFORE, _SHARE = 0.2, 0.5
"""How much of the import is done before its new records are stored, and how much of it that is."""


@dataclass(frozen=True, slots=True)
class Creator:
    """Stores new records with what is remembered of them, in the transaction of one import."""

    work: UnitOfWork
    planned: Planned
    names: RegisterNames
    placer: Placer | None
    memory: Memory
    reason: str

    def create(self, tell: Progress) -> Counter[int | None]:
        """Store all new records of the list, some thousands at a time; of changes, how many are on which
        window (None: in the intake)."""
        rows = self.planned.outcome.created
        landed: Counter[int | None] = Counter()
        if not rows:
            return landed
        ids = self.work.draw_ids(self.planned.kind.value_type, len(rows))
        done = 0
        for part in self._parts(rows):
            tell(_DONE_BEFORE + _SHARE * done / len(rows), f"Adding records: {len(rows):,}")
            its_ids = ids[done : done + len(part)]
            if isinstance(part, ListedPart) and self._store_columns(part, its_ids):
                landed[None] += len(part)
            else:
                records = self._store(part.rows() if isinstance(part, ListedPart) else part, its_ids)
                landed.update(one.window_id for one in records if self.placer is not None)
            done += len(part)
        return landed

    def _parts(self, rows: Sequence[ImportRow]) -> Iterator[Sequence[ImportRow] | ListedPart]:
        if isinstance(rows, ListedRows):
            yield from rows.column_parts(_ADDED_AT_ONCE)
            return
        at_once = max(1, len(rows)) if self._stands_together else _ADDED_AT_ONCE
        for start in range(0, len(rows), at_once):
            yield rows[start : start + at_once]

    @property
    def _stands_together(self) -> bool:
        """Whether records of the list have to do with each other, or are followed by something."""
        kind = self.planned.kind
        return kind.after is not None or kind.name == "configuration_items"

    def _store_columns(self, part: ListedPart, ids: range) -> bool:
        """Store rows column by column; False where some of them need a look of their own."""
        build = self.planned.kind.build_columns
        said = part.columns() if build is not None else None
        if build is None or said is None:
            return False
        if self.placer is not None:
            wanted = self.placer.wanted_by_columns(said, len(part))
            if any(one is not None for one in wanted):
                return False
        attributes = build(said, self.names)
        self.work.add_columns(self.planned.kind.value_type, attributes, self.reason, ids)
        self.memory.remembering.columns(part.keys, ids, part.digests(), said)
        return True

    def _store(self, rows: Sequence[ImportRow], ids: range) -> list[Any]:
        records = [self._built(row) for row in rows]
        if self._stands_together:
            self._store_together(records, ids)
        else:
            self.work.add_bulk(records, self.reason, ids)
        self.memory.of_new(list(zip(rows, ids, strict=True)))
        return records

    def _built(self, row: ImportRow) -> Any:
        record = self.planned.kind.build(row.values, None, self.names)
        return record if self.placer is None else self.placer.placed(record, self.placer.wanted(row.values))

    def _store_together(self, records: list[Any], ids: range) -> None:
        kind = self.planned.kind
        self.work.add_bulk(records, self.reason, ids)
        stored = [replace(record, id=one) for record, one in zip(records, ids, strict=True)]
        if kind.name == "configuration_items":
            self._link_among_themselves(stored)
        if kind.after is not None:
            kind.after(self.work, stored, self.reason)

    def _link_among_themselves(self, stored: list[Any]) -> None:
        """Items may depend on items that came in the same list, known only now that all are stored."""
        names = read_names(self.work.connection)
        linked = [
            self.planned.kind.build(row.values, record, names)
            for row, record in zip(self.planned.outcome.created, stored, strict=True)
        ]
        self.work.save_many(linked, self.reason, {one.id: one for one in stored})
