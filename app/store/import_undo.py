"""What an import wrote, read back from its audit events, and taking it out of the database again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Column, Connection, Select, Table, delete, null, or_, select, update

from app.sequencing.model import Link, LinkKind
from app.store.frozen_values import frozen, thawed
from app.store.import_memory import Spoken, drop_what_nobody_asks, read_contents, remember_again
from app.store.kinds import KINDS, Kind, kind_named
from app.store.plain import canonical, instant_text, structure
from app.store.reading import find
from app.store.sequences import STEPS
from app.store.unit_of_work import UnitOfWork
from db import tables

_BATCH = tables.import_batch
_MEMORY = tables.import_memory
_EVENT = tables.audit_event
_PART = 500
_SAID_BEFORE = "said before"
_OF_A_PLAN = ("activity", "sequence")
_OF_THE_IMPORT = {"import", "import_profile", STEPS, *_OF_A_PLAN}


@dataclass(frozen=True, slots=True)
class PastImport:
    """One applied import with its figures; `undone_at` is None while it stands."""

    id: int
    kind: str
    source: str
    file_name: str
    imported_at: datetime
    imported_by: str
    rows: int
    created: int
    updated: int
    unchanged: int
    rejected: int
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class Written:
    """One record an import wrote, as canonical JSON: before ("" for one it created), and as it left it.

    Kept as text and read each time it is asked for: a long list would not fit into the memory otherwise.
    """

    kind: Kind
    record_id: int
    text_before: str
    text_after: str

    @property
    def is_new(self) -> bool:
        """Whether the import created the record."""
        return not self.text_before

    @property
    def before(self) -> Mapping[str, Any]:
        """The record as it was."""
        return _read(self.text_before) if self.text_before else {}

    @property
    def after(self) -> Mapping[str, Any]:
        """The record as the import left it."""
        return _read(self.text_after)


def _read(text: str) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = orjson.loads(text)
    except orjson.JSONDecodeError:  # half a surrogate pair
        found = json.loads(text)
    return found


@dataclass(frozen=True, slots=True)
class Standing:
    """The records that are still there: the version of each by kind and id, and those edited since."""

    versions: Mapping[tuple[str, int], int | None]
    edited: Mapping[tuple[str, int], Any]


@dataclass(frozen=True, slots=True)
class Reference:
    """A row elsewhere that points at a record: the table it stands in, and the record's id."""

    table: str
    record_id: int


@dataclass(frozen=True, slots=True)
class PlanWritten:
    """What an import wrote into a window's sequence: each step before (None: new) and after, and links."""

    steps: Mapping[str, tuple[Mapping[str, Any] | None, Mapping[str, Any]]]
    links_added: frozenset[Link]
    links_dropped: tuple[Link, ...]


def plan_written_by(connection: Connection, past: PastImport, reason: str) -> PlanWritten:
    """What an import wrote into a sequence, from its audit events; nothing for other imports."""
    steps: dict[str, tuple[Mapping[str, Any] | None, Mapping[str, Any]]] = {}
    added: set[Link] = set()
    dropped: list[Link] = []
    for kind, record_id, before, after in connection.execute(_events_of(past, reason, _OF_A_PLAN)):
        if kind == "activity":
            steps[record_id] = (json.loads(before) if before else None, json.loads(after))
        else:
            added |= {_link(one, "predecessor_id", "successor_id") for one in json.loads(after)}
            dropped += [_link(one, "predecessor", "successor") for one in json.loads(before)]
    return PlanWritten(steps, frozenset(added), tuple(dropped))


def window_of_plan(connection: Connection, import_id: int) -> int | None:
    """The window whose sequence an import filled; None where it filled none."""
    names = select(_MEMORY.c.kind).where(_MEMORY.c.import_id == import_id).distinct()
    for name in connection.execute(names).scalars():
        _kind, mark, window_id = name.partition("@")
        if mark:
            return int(window_id)
    return None


def plan_came_again(connection: Connection, import_id: int, window_id: int) -> int | None:
    """The number of a later import into the same window's sequence, if there is one."""
    memory = _MEMORY.c
    statement = select(memory.import_id).where(
        memory.kind.endswith(f"@{window_id}", autoescape=True), memory.import_id > import_id
    )
    return connection.execute(statement.order_by(memory.import_id.desc()).limit(1)).scalar()


def players_elsewhere(connection: Connection, people: Collection[int], steps: Collection[str]) -> set[int]:
    """Those of `people` who play in steps other than `steps`."""
    activity = tables.activity.c
    rows = connection.execute(select(activity.id, activity.players))
    return {one for step_id, players in rows if step_id not in steps for one in players if one in people}


def past_imports(connection: Connection, import_id: int | None = None) -> list[PastImport]:
    """All imports, the newest first; only the one with `import_id` where that is given."""
    statement = select(*(_BATCH.c[one.name] for one in fields(PastImport))).order_by(_BATCH.c.id.desc())
    if import_id is not None:
        statement = statement.where(_BATCH.c.id == import_id)
    return [PastImport(**row) for row in connection.execute(statement).mappings()]


def written_by(connection: Connection, past: PastImport, reason: str) -> tuple[list[Written], set[str]]:
    """Every record that an import wrote, in the order of writing; several events of one become one.

    Second come the kinds of what it wrote besides, which is not kept as plain records (a sequence).
    """
    besides: set[str] = set()
    found: dict[tuple[str, str], Written] = {}
    known = {kind.name for kind in KINDS}
    for kind_name, record_id, before, after in connection.execute(_events_of(past, reason)):
        if kind_name not in known:
            besides |= {kind_name} - _OF_THE_IMPORT
            continue
        first = found.get((kind_name, record_id))
        earlier = first.text_before if first else before
        found[kind_name, record_id] = Written(kind_named(kind_name), int(record_id), earlier, after)
    return list(found.values()), besides


def _events_of(past: PastImport, reason: str, kinds: Collection[str] = ()) -> Select[Any]:
    """Kind, id, before and after of every event of an import, in the order of writing."""
    event = _EVENT.c
    statement = (
        select(event.record_kind, event.record_id, event.before, event.after)
        .where(event.happened_at == instant_text(past.imported_at), event.reason == reason)
        .where(event.actor == past.imported_by)
        .order_by(event.sequence)
    )
    return statement.where(event.record_kind.in_(list(kinds))) if kinds else statement


def _link(content: Mapping[str, Any], predecessor: str, successor: str) -> Link:
    ends = (str(content[predecessor]), str(content[successor]))
    return Link(*ends, LinkKind(content["kind"]), int(content["lag_minutes"]))


def standing_of(connection: Connection, written: Sequence[Written]) -> Standing:
    """Which of these records are there, and in full those that are not as an import left them."""
    versions: dict[tuple[str, int], int | None] = {}
    edited: dict[tuple[str, int], Any] = {}
    for kind in {one.kind.name: one.kind for one in written}.values():
        mine = [one for one in written if one.kind is kind]
        for part in _parts(mine):
            stored = _versions_of(connection, kind, [one.record_id for one in part])
            versions.update({(kind.name, record_id): version for record_id, version in stored.items()})
            others = [one.record_id for one in part if not _is_untouched(one, stored.get(one.record_id))]
            if others:
                records: list[Any] = find(connection, kind.value_type, id=others)
                edited.update({(kind.name, record.id): record for record in records})
    return Standing(versions, edited)


def _versions_of(connection: Connection, kind: Kind, ids: Sequence[int]) -> dict[int, int | None]:
    columns = kind.table.c
    asked = (columns.id, columns.version) if kind.is_versioned else (columns.id, null())
    rows = connection.execute(select(*asked).where(columns.id.in_(ids)))
    return {row[0]: row[1] for row in rows}


def _is_untouched(written: Written, version: int | None) -> bool:
    """Whether a record still has the version the import gave it."""
    return version is not None and version == written.after.get("version")


def references_to(connection: Connection, created: Sequence[Written]) -> list[Reference]:
    """Rows that point at created records and were not created with them."""
    own = {(one.kind.table.name, one.record_id) for one in created}
    found: list[Reference] = []
    for kind in {one.kind.name: one.kind for one in created}.values():
        ids = [one.record_id for one in created if one.kind is kind]
        for table, column in _pointing_at(kind.table):
            owner = _owner_of(table)
            for part in _parts(ids):
                rows = connection.execute(select(owner[1], column).where(column.in_(part)))
                found += [Reference(table.name, int(at)) for by, at in rows if (owner[0], by) not in own]
    return found


def later_import_of(
    connection: Connection, past: PastImport, list_kind: str, ids: Sequence[int]
) -> dict[int, int]:
    """Ids of records, as lists of `list_kind` bring them, about which a later import has spoken, with that
    import's number."""
    found: dict[int, int] = {}
    memory = _MEMORY.c
    of_kind = or_(memory.kind == list_kind, memory.kind.startswith(f"{list_kind}@", autoescape=True))
    for part in _parts(ids):
        statement = select(memory.record_id, memory.import_id).where(
            of_kind, memory.record_id.in_(part), memory.import_id > past.id
        )
        found.update({int(record_id): int(later) for record_id, later in connection.execute(statement)})
    return found


def remove_created(work: UnitOfWork, created: Sequence[Written], standing: Standing, reason: str) -> None:
    """Delete the records an import created, the last one first, each with its audit event."""
    for kind in {one.kind.name: one.kind for one in reversed(created)}.values():
        mine = [one for one in created if one.kind is kind]
        ids = [one.record_id for one in mine]
        for link in kind.links.values():
            for part in _parts(ids):
                work.connection.execute(delete(link.table).where(link.table.c[link.owner].in_(part)))
        for part in _parts(ids):
            work.connection.execute(delete(kind.table).where(kind.table.c.id.in_(part)))
        for some in _parts(mine):
            texts = [_text_now(one, standing) for one in some]
            work.note_removed(kind, [one.record_id for one in some], texts, reason)


def _text_now(written: Written, standing: Standing) -> str:
    edited = standing.edited.get((written.kind.name, written.record_id))
    return written.text_after if edited is None else canonical(edited)


def restored(written: Written, version: int | None) -> Any:
    """The record as it was before the import, at the version it has now."""
    content = dict(written.before)
    if version is not None:
        content["version"] = version
    return structure(content, written.kind.value_type)


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """What the source said of a record before where it says something else now: the hash of all it said, the
    fields that differ, and the names of those it did not speak of."""

    content_hash: str
    values: Mapping[str, Any]
    added: tuple[str, ...]

    @classmethod
    def of(cls, content_hash: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> SaidBefore:
        """What `old` said otherwise than `new`."""
        changed = {name: value for name, value in old.items() if name not in new or new[name] != value}
        return cls(content_hash, changed, tuple(sorted(new.keys() - old.keys())))


def note_said_before(
    work: UnitOfWork,
    kind: str,
    import_id: int,
    news: Mapping[str, Mapping[str, Any]],
    reason: str,
    as_read: Mapping[str, SaidBefore],
) -> None:
    """Keep, with the audit trail, what the source said before of records it now says something else of.

    `news` are the new values by key; `as_read` is what was found when they were compared, and is taken where
    nothing was imported since. Called before the memory is replaced.
    """
    stored = _memory_of(work.connection, kind, list(news))
    found = {
        key: as_read[key]
        for key, (digest, _) in stored.items()
        if key in as_read and as_read[key].content_hash == digest
    }
    contents = read_contents(work.connection, kind, [key for key in stored if key not in found])
    found |= {key: SaidBefore.of(stored[key][0], old, news[key]) for key, old in contents.items()}
    for part in _parts(key for key in news if key in found):
        before = {key: _noted(found[key], stored[key][1]) for key in part}
        work.note("import", import_id, _SAID_BEFORE, None, before=before, reason=reason)


def _noted(said: SaidBefore, import_id: int) -> dict[str, Any]:
    return {
        "hash": said.content_hash,
        "import": import_id,
        "values": frozen(said.values),
        "added": list(said.added),
    }


def restore_memory(work: UnitOfWork, import_id: int) -> None:
    """Forget what an import made the desk remember of the source, and remember what it said before."""
    event = _EVENT.c
    statement = select(event.before).where(
        event.record_kind == "import", event.record_id == str(import_id), event.action == _SAID_BEFORE
    )
    before: dict[str, Any] = {}
    for text in work.connection.execute(statement).scalars():
        before.update(json.loads(text))
    memory = _MEMORY.c
    statement = select(memory.kind, memory.key, memory.record_id).where(memory.import_id == import_id)
    owned: dict[str, dict[str, int]] = {}
    for kind, key, record_id in work.connection.execute(statement):
        if key in before:
            owned.setdefault(kind, {})[key] = record_id
    contents = {kind: read_contents(work.connection, kind, list(mine)) for kind, mine in owned.items()}
    work.connection.execute(delete(_MEMORY).where(memory.import_id == import_id))
    for kind, mine in owned.items():
        spoken = [
            Spoken(key, record_id, before[key]["hash"], _said(contents[kind][key], before[key]))
            for key, record_id in mine.items()
        ]
        remember_again(work, kind, spoken, {key: before[key]["import"] for key in mine})
    drop_what_nobody_asks(work)


def mark_undone(work: UnitOfWork, past: PastImport, reason: str) -> None:
    """Say on the import that it was undone."""
    work.connection.execute(update(_BATCH).where(_BATCH.c.id == past.id).values(undone_at=work.now))
    work.note("import", past.id, "undone", {"undone_at": instant_text(work.now)}, reason=reason)


def _said(content: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in content.items() if name not in set(before["added"])}
    return kept | thawed(before["values"])


def _memory_of(connection: Connection, kind: str, keys: Sequence[str]) -> dict[str, tuple[str, int]]:
    memory = _MEMORY.c
    found: dict[str, tuple[str, int]] = {}
    for part in _parts(keys):
        statement = select(memory.key, memory.content_hash, memory.import_id).where(
            memory.kind == kind, memory.key.in_(part)
        )
        found.update({key: (digest, batch) for key, digest, batch in connection.execute(statement)})
    return found


def _pointing_at(target: Table) -> list[tuple[Table, Column[Any]]]:
    """Every column of the database that points at this table, but for links that go with their owner."""
    own = {(link.table.name, link.owner) for kind in KINDS for link in kind.links.values()}
    return [
        (table, column)
        for table in target.metadata.sorted_tables
        for column in table.c
        if any(key.column.table is target for key in column.foreign_keys)
        and (table.name, column.name) not in own
    ]


def _owner_of(table: Table) -> tuple[str, Column[Any]]:
    """Which record a row belongs to: the owner of a link, or the row itself."""
    for kind in KINDS:
        for link in kind.links.values():
            if link.table is table:
                return kind.table.name, table.c[link.owner]
    return table.name, next(iter(table.primary_key.columns))


def _parts(keys: Iterable[Any]) -> Iterable[list[Any]]:
    ordered = list(keys)
    for start in range(0, len(ordered), _PART):
        yield ordered[start : start + _PART]
