"""What an import keeps of the list's own words, to tell later what the source says anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.importing.rows import ImportRow
from app.services.imports.kind import Planned
from app.store.import_undo import note_said_before
from app.store.imports import remember, remember_columns
from app.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Memory:
    """Remembers, in the transaction of one import. `replaces`: something may be remembered already."""

    work: UnitOfWork
    planned: Planned
    import_id: int
    window_id: int | None
    replaces: bool

    def of_new(self, kept: Sequence[tuple[ImportRow, int]]) -> None:
        """Remember what is said of new records, by rows with the ids they got."""
        items = [(row.key, record_id, self.planned.digest_of(row), row.values) for row, record_id in kept]
        remember(self.work, self._name, self.import_id, items, replaces=self.replaces)

    def of_new_columns(
        self,
        keys: Sequence[str],
        ids: Sequence[int],
        digests: Sequence[str],
        columns: Mapping[str, Sequence[Any]],
    ) -> None:
        """Remember what is said of new records, given column by column."""
        remember_columns(
            self.work, self._name, self.import_id, keys, ids, digests, columns, replaces=self.replaces
        )

    def of_known(self, kept: Sequence[tuple[ImportRow, int]], reason: str) -> None:
        """Remember what is said of records, and note what was said before, for undoing."""
        said = {row.key: row.values for row, _ in kept}
        before = self.planned.said_before
        note_said_before(self.work, self._name, self.import_id, said, reason, before)
        self.of_new(kept)

    @property
    def _name(self) -> str:
        return self.planned.kind.memory_name(self.window_id)
