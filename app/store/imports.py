"""What was imported, in the database: batches, and remembered mappings."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, text

from app.store.plain import instant_text
from app.store.unit_of_work import UnitOfWork
from db import tables

_BATCH = tables.import_batch
_PROFILE = tables.import_profile


_IMPORTS_LOCK = 0x10C5_0002
"""One number for all desks; the chain of events has another."""


def wait_for_turn(work: UnitOfWork) -> None:
    """Let nobody else import, or undo an import, before this unit of work has ended.

    On SQLite whoever writes is alone already. On a server what others stored meanwhile is seen afterwards.
    """
    if work.connection.dialect.name == "postgresql":
        work.connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _IMPORTS_LOCK})


def reason_of(import_id: int) -> str:
    """The reason that the audit events of an import bear, by which they are found again."""
    return f"import {import_id}"


@dataclass(frozen=True, slots=True)
class BatchCounts:
    """The figures of one import."""

    rows: int
    created: int
    updated: int
    unchanged: int
    rejected: int


def add_batch(
    work: UnitOfWork, kind: str, source: str, file_name: str, counts: BatchCounts, shape: str
) -> int:
    """Record an import of a list whose header has this shape; returns its id."""
    row = {
        "kind": kind,
        "source": source,
        "file_name": file_name,
        "imported_at": work.now,
        "imported_by": work.actor,
        "rows": counts.rows,
        "created": counts.created,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "rejected": counts.rejected,
        **({"shape": shape} if shape else {}),
    }
    import_id = work.connection.execute(insert(_BATCH).values(**row).returning(_BATCH.c.id)).scalar_one()
    work.note("import", import_id, "imported", {**row, "imported_at": instant_text(work.now)})
    return int(import_id)


def read_profile(connection: Connection, shape: str) -> str | None:
    """The mapping remembered for a header shape, as JSON text."""
    stored = connection.execute(select(_PROFILE.c.mapping).where(_PROFILE.c.shape == shape)).scalar()
    return None if stored is None else str(stored)


def read_profiles(connection: Connection) -> list[tuple[str, str, str]]:
    """Of every mapping remembered the shape of the header, the name of its list, and the JSON text, the one
    kept first first."""
    statement = select(_PROFILE.c.shape, _PROFILE.c.name, _PROFILE.c.mapping).order_by(_PROFILE.c.id)
    return [(str(shape), str(name), str(mapping)) for shape, name, mapping in connection.execute(statement)]


def keep_profile(work: UnitOfWork, shape: str, name: str, mapping: str, reason: str = "") -> None:
    """Remember a mapping for a header shape."""
    stored = select(_PROFILE.c.name, _PROFILE.c.mapping).where(_PROFILE.c.shape == shape)
    row = work.connection.execute(stored).first()
    before = None if row is None else {"name": str(row[0]), "mapping": str(row[1])}
    after = {"name": name, "mapping": mapping}
    if before is not None:
        if before["mapping"] == mapping:
            return
        work.connection.execute(delete(_PROFILE).where(_PROFILE.c.shape == shape))
    work.connection.execute(insert(_PROFILE).values(shape=shape, **after, version=1))
    work.note("import_profile", shape, "kept", after, before=before, reason=reason)


def remove_profile(work: UnitOfWork, shape: str) -> bool:
    """Forget the mapping of a header shape; False where none was remembered."""
    before = read_profile(work.connection, shape)
    if before is None:
        return False
    work.connection.execute(delete(_PROFILE).where(_PROFILE.c.shape == shape))
    work.note("import_profile", shape, "forgotten", None, before={"mapping": before})
    return True


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


def imports_so_far(connection: Connection) -> tuple[int, int]:
    """The number of the last import, and how many were undone: others after each import and undo."""
    asked = select(func.coalesce(func.max(_BATCH.c.id), 0), func.count(_BATCH.c.undone_at))
    last, undone = connection.execute(asked).one()
    return int(last), int(undone)


def were_undone(connection: Connection, shape: str) -> bool:
    """Whether lists with a header of this shape were imported, and no import of them stands any more."""
    asked = select(func.count(), func.count(_BATCH.c.undone_at)).where(_BATCH.c.shape == shape)
    imported, undone = connection.execute(asked).one()
    return 0 < int(imported) == int(undone)


def past_imports(connection: Connection, import_id: int | None = None) -> list[PastImport]:
    """All imports, the newest first; only the one with `import_id` where that is given."""
    statement = select(*(_BATCH.c[one.name] for one in fields(PastImport))).order_by(_BATCH.c.id.desc())
    if import_id is not None:
        statement = statement.where(_BATCH.c.id == import_id)
    return [PastImport(**row) for row in connection.execute(statement).mappings()]
