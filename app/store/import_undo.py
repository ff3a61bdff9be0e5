"""Taking what an import wrote out of the database again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, update

from app.store.import_standing import Standing
from app.store.import_written import Written, profile_written_by
from app.store.imports import PastImport, keep_profile, read_profile
from app.store.plain import canonical, instant_text, structure
from app.store.reading import parts_of
from app.store.unit_of_work import UnitOfWork
from db import tables

_BATCH = tables.import_batch


def remove_created(work: UnitOfWork, created: Sequence[Written], standing: Standing, reason: str) -> None:
    """Delete the records an import created, the last one first, each with its audit event."""
    for kind in {one.kind.name: one.kind for one in reversed(created)}.values():
        mine = [one for one in created if one.kind is kind]
        ids = [one.record_id for one in mine]
        for link in kind.links.values():
            for part in parts_of(ids):
                work.connection.execute(delete(link.table).where(link.table.c[link.owner].in_(part)))
        for part in parts_of(ids):
            work.connection.execute(delete(kind.table).where(kind.table.c.id.in_(part)))
        for some in parts_of(mine):
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


def restore_profile(work: UnitOfWork, past: PastImport, reason: str) -> None:
    """Remember the mapping again in whose place an import put another, unless that is not there any more. One
    that was the first for its header stays: what somebody has settled of it is not lost with the import."""
    written = profile_written_by(work.connection, past)
    if written is None:
        return
    shape, before, after = written
    if read_profile(work.connection, shape) == after["mapping"]:
        keep_profile(work, shape, before["name"], before["mapping"], reason)


def mark_undone(work: UnitOfWork, past: PastImport, reason: str) -> None:
    """Say on the import that it was undone."""
    work.connection.execute(update(_BATCH).where(_BATCH.c.id == past.id).values(undone_at=work.now))
    work.note("import", past.id, "undone", {"undone_at": instant_text(work.now)}, reason=reason)
