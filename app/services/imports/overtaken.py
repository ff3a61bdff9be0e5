"""What others stored between the dry run of a list and its import: told by name, and nothing is imported."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from app.importing.converting.listed import ListedRows
from app.services.errors import RefusedError, StaleRecordError
from app.services.imports.kind import Planned
from app.store.errors import MissingRecordError, TakenError
from app.store.import_memory import read_digests
from app.store.imports import imports_so_far
from app.store.kinds import KINDS, kind_of
from app.store.queries.imports import newest_id, standing, versions_of
from app.store.unit_of_work import UnitOfWork

_COMPARED_AT_ONCE = 2_500
_SOMETHING = "Something in this list"
_OTHERS = {"sequence": "The sequence of its window"}


class OvertakenError(RefusedError):
    """Somebody else changed what a list is about since it was compared; comparing again is all it takes.

    `happened` is a sentence about it.
    """

    def __init__(self, what: str, became: str) -> None:
        self.happened = f"{what} was {became} by somebody else since this list was compared."
        super().__init__(f"{self.happened} Nothing was imported; compare again.")


def refuse_if_overtaken(work: UnitOfWork, planned: Planned) -> None:
    """Raise OvertakenError where a record that the list would add is here by now, or where what says nothing
    new would by now."""
    _refuse_added(work, planned)
    _refuse_edited(work.connection, planned)
    if imports_so_far(work.connection) != planned.imports:
        _refuse_said_otherwise(work.connection, planned)


def _refuse_added(work: UnitOfWork, planned: Planned) -> None:
    kind, created = planned.kind, planned.outcome.created
    if isinstance(created, ListedRows):
        if newest_id(work.connection, kind.value_type) == planned.newest_id:
            return
        keys = created.key_parts(_COMPARED_AT_ONCE)
        overtaken = [
            key for part in keys for key in standing(work.connection, kind.value_type, kind.name, part)
        ]
    else:
        here = kind.keys_here(work.connection, planned.window_id)
        overtaken = [row.key for row in created if row.key in here]
    if overtaken:
        raise OvertakenError(overtaken[0], "added")


def _refuse_edited(connection: Connection, planned: Planned) -> None:
    """Rows in other words than the last time, or in conflict, are remembered as said of what was shown."""
    kind = planned.kind
    if kind.read is not None or not kind_of(kind.value_type).is_versioned:
        return  # a sequence is stored whole, by its own version
    rows = planned.outcome.unchanged if planned.said_anew is None else planned.said_anew
    shown: dict[str, Any] = {row.key: planned.records[row.key] for row in rows if row.key in planned.records}
    now = versions_of(connection, kind.value_type, [one.id for one in shown.values()])
    for key, one in shown.items():
        if now.get(one.id) != one.version:
            raise OvertakenError(key, "changed" if one.id in now else "removed")


def _refuse_said_otherwise(connection: Connection, planned: Planned) -> None:
    """Rows that say what the last import of theirs said: another may have come since, or that be undone."""
    unchanged, memory_name = planned.outcome.unchanged, planned.kind.memory_name(planned.window_id)
    if isinstance(unchanged, ListedRows):
        parts = unchanged.digest_parts(_COMPARED_AT_ONCE)
    else:
        parts = iter([{row.key: planned.digest_of(row) for row in unchanged if not row.duplicate_of}])
    for digests in parts:
        last = read_digests(connection, memory_name, list(digests))
        for key, digest in digests.items():
            if key not in planned.records and last.get(key) != digest:
                raise OvertakenError(key, "imported otherwise, or taken back,")


@contextmanager
def told_by_name(planned: Planned) -> Iterator[None]:
    """Raises OvertakenError for records that are not as they were when the list was compared."""
    try:
        yield
    except StaleRecordError as error:
        raise OvertakenError(_name_of(planned, error.kind, error.record_id), "changed") from error
    except MissingRecordError as error:
        raise OvertakenError(_name_of(planned, error.kind, error.record_id), "removed") from error
    except TakenError as error:
        raise OvertakenError(_SOMETHING, "added") from error


def _name_of(planned: Planned, kind: str, record_id: object) -> str:
    """What the list calls a record, or a word for what the list has no name for."""
    types = [one.value_type for one in KINDS if one.name == kind]
    records: dict[str, Any] = dict(planned.records)
    names = (key for key, one in records.items() if type(one) in types and one.id == record_id)
    return next(names, _OTHERS.get(kind, _SOMETHING))
