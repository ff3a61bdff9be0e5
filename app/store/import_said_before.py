"""What the source said before an import, kept with the audit trail and remembered again when it is undone."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select

from app.store.frozen_values import frozen, thawed
from app.store.import_memory import Spoken, drop_what_nobody_asks, read_contents, remember_again
from app.store.reading import parts_of
from app.store.unit_of_work import UnitOfWork
from db import tables

_BATCH = tables.import_batch
_MEMORY = tables.import_memory
_EVENT = tables.audit_event
_SAID_BEFORE = "said before"


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
    for part in parts_of([key for key in news if key in found]):
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
    noted = _Notes(work.connection)
    before = noted.of(import_id)
    memory = _MEMORY.c
    statement = select(memory.kind, memory.key, memory.record_id).where(memory.import_id == import_id)
    owned: dict[str, dict[str, int]] = {}
    for kind, key, record_id in work.connection.execute(statement):
        if key in before:
            owned.setdefault(kind, {})[key] = record_id
    contents = {kind: read_contents(work.connection, kind, list(mine)) for kind, mine in owned.items()}
    work.connection.execute(delete(_MEMORY).where(memory.import_id == import_id))
    for kind, mine in owned.items():
        spoken: list[Spoken] = []
        import_ids: dict[str, int] = {}
        for key, record_id in mine.items():
            said, note = noted.before(import_id, key, contents[kind][key])
            if note is not None:
                spoken.append(Spoken(key, record_id, note["hash"], said))
                import_ids[key] = note["import"]
        remember_again(work, kind, spoken, import_ids)
    drop_what_nobody_asks(work)


class _Notes:
    """What imports noted of what was said before them, each read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: dict[int, dict[str, Any]] = {}
        rows = connection.execute(select(_BATCH.c.id).where(_BATCH.c.undone_at.is_not(None)))
        self._undone = frozenset(rows.scalars())

    def of(self, import_id: int) -> dict[str, Any]:
        """By key, what one import noted."""
        if import_id not in self._read:
            event = _EVENT.c
            statement = select(event.before).where(
                event.record_kind == "import",
                event.record_id == str(import_id),
                event.action == _SAID_BEFORE,
            )
            found: dict[str, Any] = {}
            for text in self._connection.execute(statement).scalars():
                found.update(json.loads(text))
            self._read[import_id] = found
        return self._read[import_id]

    def before(
        self, import_id: int, key: str, said: dict[str, Any]
    ) -> tuple[dict[str, Any], dict[str, Any] | None]:
        """What was said before an import that still stands, with the note of it; imports that were undone
        said nothing. None where nothing was said before."""
        note = self.of(import_id)[key]
        said = _said(said, note)
        while note["import"] in self._undone:
            note = self.of(note["import"]).get(key)
            if note is None:
                return said, None
            said = _said(said, note)
        return said, note


def _said(content: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in content.items() if name not in before["added"]}
    return kept | thawed(before["values"])


def _memory_of(connection: Connection, kind: str, keys: Sequence[str]) -> dict[str, tuple[str, int]]:
    memory = _MEMORY.c
    found: dict[str, tuple[str, int]] = {}
    for part in parts_of(keys):
        statement = select(memory.key, memory.content_hash, memory.import_id).where(
            memory.kind == kind, memory.key.in_(part)
        )
        found.update({key: (digest, batch) for key, digest, batch in connection.execute(statement).all()})
    return found
