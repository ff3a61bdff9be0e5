"""Records read from their tables, with their links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from app.store.errors import MissingRecordError
from app.store.kinds import Kind, kind_of
from app.store.plain import from_rows

T = TypeVar("T")
_MOST_PARAMETERS = 900  # SQLite's oldest limit is 999 host parameters a statement


def get(connection: Connection, value_type: type[T], record_id: int) -> T:
    """The record with this id; raises MissingRecordError."""
    found = find(connection, value_type, id=record_id)
    if not found:
        raise MissingRecordError(kind_of(value_type).name, record_id)
    return found[0]


def find(connection: Connection, value_type: type[T], **equals: Any) -> list[T]:
    """All records whose columns equal the given values (a list means any of them), by id."""
    kind = kind_of(value_type)
    statement = select(kind.table).order_by(kind.table.c.id)
    for name, wanted in equals.items():
        column = kind.table.c[name]
        many = isinstance(wanted, list | tuple | set | frozenset)
        statement = statement.where(column.in_(wanted) if many else column == wanted)
    result = connection.execute(statement)
    names, rows = list(result.keys()), result.all()
    at = names.index("id")
    return from_rows(kind, names, rows, _links_of(connection, kind, [row[at] for row in rows]))


def find_by_ids(connection: Connection, value_type: type[T], ids: Sequence[int]) -> list[T]:
    """The records with these ids, however many they are; those that are there."""
    return [one for part in parts_of(ids) for one in find(connection, value_type, id=part)]


def plain_rows(connection: Connection, kind: Kind, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """The columns and links of stored records by id, as they stand in the tables; `canonical` takes them."""
    table = kind.table
    found: dict[int, dict[str, Any]] = {}
    for part in parts_of(ids):
        for row in connection.execute(select(table).where(table.c.id.in_(part))).mappings():
            found[row["id"]] = {name: row[name] for name in kind.columns}
    for name, targets in _links_of(connection, kind, list(found)).items():
        for record_id, content in found.items():
            content[name] = list(targets.get(record_id, ()))
    return found


def _links_of(
    connection: Connection, kind: Kind, ids: Sequence[int]
) -> dict[str, dict[int, tuple[int, ...]]]:
    found: dict[str, dict[int, tuple[int, ...]]] = {}
    for name, link in kind.links.items():
        targets: dict[int, list[int]] = {}
        owner, target = link.table.c[link.owner], link.table.c[link.target]
        for part in parts_of(ids):
            statement = select(owner, target).where(owner.in_(part)).order_by(owner, target)
            for owner_id, target_id in connection.execute(statement).all():
                targets.setdefault(owner_id, []).append(target_id)
        found[name] = {owner_id: tuple(ordered) for owner_id, ordered in targets.items()}
    return found


def parts_of(items: Sequence[T], size: int = _MOST_PARAMETERS) -> Iterator[Sequence[T]]:
    """Ids, keys or whatever else so many at a time; as many as one statement takes, if not said otherwise."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
