"""What an import keeps of the list's own words, to tell later what the source says anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.importing.converting.rows import ImportRow
from app.services.imports.kind import Planned
from app.store.import_memory import Remembering, Spoken, remembers_any
from app.store.import_said_before import note_said_before
from app.store.imports import reason_of
from app.store.unit_of_work import UnitOfWork


class Memory:
    """Remembers rows as they were planned, in the transaction of one import; what is given column by column
    goes to `remembering` itself. `parts` number what is packed, for all kinds of record of the import."""

    def __init__(
        self, work: UnitOfWork, planned: Planned, import_id: int, window_id: int | None, parts: Iterator[int]
    ) -> None:
        self._work, self._planned, self._import_id = work, planned, import_id
        self._name = planned.kind.memory_name(window_id)
        replaces = remembers_any(work.connection, self._name)
        self.remembering = Remembering(work, self._name, import_id, parts, replaces=replaces)

    def of_new(self, kept: Sequence[tuple[ImportRow, int]]) -> None:
        """Remember what is said of new records, by rows with the ids they got; of those that the desk had
        removed, what was said before is noted."""
        if removed := self._planned.removed:
            self._note([row for row, _ in kept if row.key in removed])
        self._remember(kept)

    def of_known(self, kept: Sequence[tuple[ImportRow, int]]) -> None:
        """Remember what is said of records, and note what was said before, for undoing."""
        self._note([row for row, _ in kept])
        self._remember(kept)

    def _note(self, rows: Sequence[ImportRow]) -> None:
        said = {row.key: row.values for row in rows}
        reason, before = reason_of(self._import_id), self._planned.said_before
        note_said_before(self._work, self._name, self._import_id, said, reason, before)

    def _remember(self, kept: Sequence[tuple[ImportRow, int]]) -> None:
        self.remembering.records(
            [Spoken(row.key, one, self._planned.digest_of(row), row.values) for row, one in kept]
        )
