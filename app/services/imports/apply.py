"""Applying an import: every record, its audit event and what is remembered, in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from app.domain.changes import Change
from app.importing.converting.dryrun import ChangedRow
from app.importing.converting.rows import ImportRow
from app.importing.steady import without_collecting
from app.services.files import printable
from app.services.imports.creating import Creator
from app.services.imports.kind import IDENTITY, Planned, Progress
from app.services.imports.memory import Memory
from app.services.imports.names import RegisterNames, read_names
from app.services.imports.newcomers import add_people
from app.services.imports.overtaken import refuse_if_overtaken, told_by_name
from app.services.imports.parted import of_each_kind
from app.services.imports.placing import Placer
from app.services.imports.releases import read_releases
from app.services.workplace import Done, Workplace
from app.store.import_memory import drop_what_nobody_asks
from app.store.imports import BatchCounts, add_batch, keep_profile, reason_of, wait_for_turn
from app.store.queries.imports import windows_of
from app.store.reading import find_by_ids
from app.store.unit_of_work import UnitOfWork

_CHANGED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; rows = created + updated + unchanged + rejected, always.

    `not_placed` says which changes were not put on the window they were meant for, and why; `landed` counts
    the new and changed ones, or those that builds hang on, by the window they are on (None: in the intake).
    `people_added` were added to the register.
    """

    import_id: int
    rows: int
    created: int
    updated: int
    unchanged: int
    rejected: int
    not_placed: tuple[str, ...] = ()
    landed: Mapping[int | None, int] = field(default_factory=dict)
    people_added: int = 0


def apply(
    workplace: Workplace,
    planned: Planned,
    file_name: str,
    *,
    shape: str = "",
    window_id: int | None = None,
    people: Collection[str] = (),
    progress: Progress | None = None,
) -> Done[Imported]:
    """Do what was planned. New changes land on `window_id`, or on the window that their release or their
    deployment date means, where the rules of placing let them. `people` are added to the register first.

    `progress` may raise to stop; it is not called any more once everything is stored. Raises OvertakenError
    when records were added or changed elsewhere since the dry run; then nothing is changed.
    """
    tell = progress or (lambda _share, _words: None)
    kind, outcome = planned.kind, planned.outcome
    file_name = printable(file_name)
    counts = BatchCounts(
        outcome.rows_in,
        len(outcome.created),
        len(outcome.changed),
        len(outcome.unchanged),
        len(outcome.rejected),
    )
    with without_collecting(), told_by_name(planned), workplace.write() as work:
        wait_for_turn(work)
        for part in of_each_kind(planned):
            refuse_if_overtaken(work, part)
        import_id = add_batch(work, kind.name, planned.mapping.source, file_name, counts, shape)
        reason = reason_of(import_id)
        names, people_added = _names_for(work, planned, people, reason)
        window_id = window_id if planned.window_id is None else planned.window_id
        tell(0.2, f"Adding records: {counts.created:,}")
        is_placed = kind.value_type is Change
        placer = Placer(lambda: work.connection, work.now, window_id, names.releases) if is_placed else None
        storing = _Storing(work, names, placer, window_id, reason, tell)
        landed: Counter[int | None] = Counter()
        numbers = count()
        for part in of_each_kind(planned):
            landed.update(storing.store(part, Memory(work, part, import_id, window_id, numbers)))
        tell(0.9, "Remembering what the list says")
        if shape:
            remembered = replace(planned.mapping, constants={})
            keep_profile(work, shape, file_name, remembered.to_json(), reason)
        drop_what_nobody_asks(work)
        tell(0.97, "Storing")
        touched = work.commit()
    done = Imported(
        import_id,
        counts.rows,
        counts.created,
        counts.updated,
        counts.unchanged,
        counts.rejected,
        placer.told if placer is not None else (),
        dict(landed),
        people_added,
    )
    return workplace.done(done, touched)


def _names_for(
    work: UnitOfWork, planned: Planned, people: Collection[str], reason: str
) -> tuple[RegisterNames, int]:
    """The register's names once what the list rests on is there, and how many people were added to it."""
    kind, outcome = planned.kind, planned.outcome
    names = read_names(work.connection, kind.needs_changes)
    added = add_people(work, people, names, reason)
    names = read_names(work.connection, kind.needs_changes) if added else names
    names = replace(names, releases=read_releases(work.connection, planned.mapping, work.now))
    if kind.before is not None:
        rows = [*outcome.created, *(changed.row for changed in outcome.changed)]
        names = kind.before(work, rows, names, reason)
    return names, added


@dataclass(frozen=True, slots=True)
class _Storing:
    """Stores what was planned, in the transaction of one import."""

    work: UnitOfWork
    names: RegisterNames
    placer: Placer | None
    window_id: int | None
    reason: str
    tell: Progress

    def store(self, planned: Planned, memory: Memory) -> Counter[int | None]:
        """Store the new and the changed records, and what is said of them; of changes, and of what hangs on
        changes, how many are on which window."""
        kind, outcome = planned.kind, planned.outcome
        landed: Counter[int | None] = Counter()
        if kind.write is not None:
            kept = kind.write(self.work, planned, self.names, self.window_id, self.reason)
            new = {row.key for row in outcome.created}
            memory.of_new([one for one in kept if one[0].key in new])
            memory.of_known([one for one in kept if one[0].key not in new])
        else:
            creator = Creator(self.work, planned, self.names, self.placer, memory, self.reason)
            landed = creator.create(self.tell)
            kept, saved = self._change(planned)
            memory.of_known(kept)
            landed.update(one.window_id for one in saved if self.placer is not None)
        return self._windows_of_changes(planned) if kind.hangs_on_changes else landed

    def _windows_of_changes(self, planned: Planned) -> Counter[int | None]:
        """How many of the new and changed records hang on changes of each window."""
        rows = [*planned.outcome.created, *(changed.row for changed in planned.outcome.changed)]
        ids = [self.names.changes.id_of(row.values["change_key"]) for row in rows]
        windows = windows_of(self.work.connection, [one for one in set(ids) if one is not None])
        return Counter(windows[one] for one in ids if one is not None)

    def _change(self, planned: Planned) -> tuple[list[tuple[ImportRow, int]], list[Any]]:
        """Save the changed fields; rows with nothing to change are remembered too, to stay unchanged. Returns
        the rows with the ids of their records, and the records saved."""
        kind, changed_rows = planned.kind, planned.outcome.changed
        done: list[tuple[ImportRow, int]] = []
        saved: list[Any] = []
        words = f"Changing records: {len(changed_rows):,}"
        self.tell(0.7, words)
        for place, changed in enumerate(changed_rows):
            if place % _CHANGED_AT_ONCE == 0:
                self.tell(0.7 + 0.2 * place / len(changed_rows), words)
            record: Any = planned.records[changed.row.key]
            built = kind.build(_fields_to_write(changed), record, self.names)
            saved.append(built if self.placer is None else self.placer.moved(record, built))
            done.append((changed.row, record.id))
        as_read: dict[int, Any] = {record.id: record for record in planned.records.values()}  # type: ignore[attr-defined]
        self.work.save_many(saved, self.reason, as_read)
        if saved and kind.after is not None:
            stored = find_by_ids(self.work.connection, kind.value_type, [one.id for one in saved])
            kind.after(self.work, stored, self.reason)
        settled = {row.key for row, _ in done}
        for row in planned.outcome.unchanged if planned.said_anew is None else planned.said_anew:
            known: Any = planned.records.get(row.key)
            number = planned.removed.get(row.key) if known is None else known.id
            if number is not None and row.key not in settled and not row.duplicate_of:
                done.append((row, number))
        return done, saved


def _fields_to_write(changed: ChangedRow) -> dict[str, Any]:
    values = changed.row.values
    wanted = {change.field for change in changed.changes}
    identity = {name: values[name] for name in IDENTITY if name in values}
    return identity | {name: values[name] for name in wanted}
