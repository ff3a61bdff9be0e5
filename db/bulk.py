"""Inserting thousands of rows the shortest way of each engine: long INSERTs on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import chain
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Connection, Date, Dialect, Table, Time
from sqlalchemy.exc import IntegrityError, ProgrammingError

from db.types import UtcInstant

Converter = Callable[[Any], Any]
Insert = Callable[[Table, Mapping[str, Sequence[Any]]], None]
"""Inserts rows given column by column, as `insert_columns` does."""

_ENCODE = json.JSONEncoder().encode
_ROWS_A_STATEMENT, _MOST_PARAMETERS = 1_000, 30_000
"""SQLite takes 32,766 parameters. What it prepares anew for each statement, as the words a column allows, is
prepared once for so many rows; and other threads run while it works on them, the longer the better."""


def insert_columns(connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Insert rows given column by column, all equally long; every other column must have a default.

    A JSON column takes content, or texts that are JSON already as `JsonTexts`. Instants are aware; a naive
    one raises ValueError. Part of the caller's transaction.
    """
    write(connection, [ready(connection.dialect, table, columns)])


@dataclass(frozen=True, slots=True)
class ReadyRows:
    """Rows as the driver takes them, column by column; `points_at` are the tables their keys point at."""

    table: str
    names: tuple[str, ...]
    cells: tuple[Sequence[Any], ...]
    points_at: frozenset[str]


def ready(dialect: Dialect, table: Table, columns: Mapping[str, Sequence[Any]]) -> ReadyRows:
    """The rows as the driver of this kind of database takes them; the database is not asked."""
    is_local = dialect.name == "sqlite"
    given = {name: cells for name, cells in columns.items() if not _is_left_out(table.c[name], cells)}
    given = given or dict(columns)
    cells = tuple(
        _converted(cells, _converter(table.c[name].type, is_local)) for name, cells in given.items()
    )
    points_at = frozenset(key.column.table.name for key in table.foreign_keys)
    return ReadyRows(table.name, tuple(given), cells, points_at)


def _is_left_out(column: Column[Any], cells: Sequence[Any]) -> bool:
    """Whether a column of nothing comes to be nothing without being written."""
    if not column.nullable or column.server_default is not None or not cells or cells[0] is not None:
        return False
    return all(cell is None for cell in cells)


def write(connection: Connection, parts: Sequence[ReadyRows]) -> None:
    """Insert what is ready, all of one table and the same columns; part of the caller's transaction."""
    table, columns = parts[0].table, parts[0].names
    names = ", ".join(f'"{name}"' for name in columns)
    rows = chain.from_iterable(zip(*part.cells, strict=True) for part in parts)
    if connection.dialect.name != "sqlite":
        _copy(connection, f'COPY "{table}" ({names}) FROM STDIN', rows)
        return
    width = len(columns)
    flat = tuple(chain.from_iterable(rows))
    step = width * min(_ROWS_A_STATEMENT, _MOST_PARAMETERS // width)
    whole = len(flat) // step * step
    for length, cells in (
        (step, [flat[start : start + step] for start in range(0, whole, step)]),
        (len(flat) - whole, [flat[whole:]]),
    ):
        if length and cells:
            marks = ", ".join([f"({', '.join('?' * width)})"] * (length // width))
            connection.exec_driver_sql(f'INSERT INTO "{table}" ({names}) VALUES {marks}', cells)


def _copy(connection: Connection, statement: str, rows: Iterable[Sequence[Any]]) -> None:
    """Stream rows to the server; what it refuses is raised as SQLAlchemy's own errors."""
    import psycopg

    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.errors.IntegrityError as error:
        raise IntegrityError(statement, None, error) from error
    except psycopg.errors.InsufficientPrivilege as error:
        raise ProgrammingError(statement, None, error) from error


_LOCAL_LETTERS = len("2026-11-30 22:00:00.000000")


class JsonTexts(list[str | None]):
    """A column of texts that are JSON already."""

    __slots__ = ()


def _converted(cells: Sequence[Any], convert: Converter | None) -> Sequence[Any]:
    """A column as the driver takes it; None stays None."""
    if convert is None or isinstance(cells, JsonTexts):
        return cells
    return [None if cell is None else convert(cell) for cell in cells]


def _converter(column_type: Any, is_local: bool) -> Converter | None:
    """What turns a value into what the driver takes in bulk; None where it is taken as it is."""
    if isinstance(column_type, JSON):
        return _ENCODE
    if isinstance(column_type, UtcInstant):
        return _local_instant if is_local else _instant
    if not is_local:
        return None
    if isinstance(column_type, Date):
        return date.isoformat
    if isinstance(column_type, Time):
        return _local_time
    return int if isinstance(column_type, Boolean) else None


def _instant(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError(f"The time {value.isoformat()} has no zone; an instant needs one.")
    return value if value.tzinfo is UTC else value.astimezone(UTC)


def _local_time(value: time) -> str:
    return value.isoformat("microseconds")


def _local_instant(value: datetime) -> str:
    return _instant(value).isoformat(" ", "microseconds")[:_LOCAL_LETTERS]
