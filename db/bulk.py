"""Inserting thousands of rows the shortest way of each engine: long INSERTs on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import chain
from typing import Any

from sqlalchemy import JSON, Column, Connection, Date, Dialect, Table, Time
from sqlalchemy.exc import IntegrityError, ProgrammingError

from db.engines import trouble_of_server
from db.instants import in_utc, local_texts
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
    cells = tuple(_converted(cells, table.c[name].type, is_local) for name, cells in given.items())
    points_at = frozenset(key.column.table.name for key in table.foreign_keys)
    return ReadyRows(table.name, tuple(given), cells, points_at)


def _is_left_out(column: Column[Any], cells: Sequence[Any]) -> bool:
    """Whether a column of nothing comes to be nothing without being written."""
    if not column.nullable or column.server_default is not None or not cells or cells[0] is not None:
        return False
    return list(cells).count(None) == len(cells)


def write(connection: Connection, parts: Sequence[ReadyRows]) -> None:
    """Insert what is ready, all of one table and the same columns; part of the caller's transaction."""
    table, names = parts[0].table, parts[0].names
    if connection.dialect.name == "sqlite":
        cells = [
            list(chain.from_iterable(column)) for column in zip(*(part.cells for part in parts), strict=True)
        ]
        _write_locally(connection, table, dict(zip(names, cells, strict=True)))
        return
    rows = chain.from_iterable(zip(*part.cells, strict=True) for part in parts)
    _copy(connection, f'COPY "{table}" ({_quoted(names)}) FROM STDIN', rows)


def _write_locally(connection: Connection, table: str, columns: Mapping[str, list[Any]]) -> None:
    """INSERT of many rows a statement; what is the same in all rows is handed over once a statement, but for
    the first column, since rows need one."""
    same = {name: cells[0] for name, cells in list(columns.items())[1:] if _are_same(cells)}
    different = [cells for name, cells in columns.items() if name not in same]
    width, count = len(different), len(different[0])
    step = min(_ROWS_A_STATEMENT, (_MOST_PARAMETERS - len(same)) // width)
    names = _quoted([*same, *(name for name in columns if name not in same)])
    for start in range(0, count, step):
        rows = min(step, count - start)
        marks = ", ".join([f"({', '.join('?' * width)})"] * rows)
        flat = chain.from_iterable(zip(*(cells[start : start + rows] for cells in different), strict=True))
        connection.exec_driver_sql(
            f'INSERT INTO "{table}" ({names}) SELECT {"?, " * len(same)}* FROM (VALUES {marks})',
            (*same.values(), *flat),
        )


def _are_same(cells: Sequence[Any]) -> bool:
    return len(cells) > 1 and cells[0] == cells[-1] and cells.count(cells[0]) == len(cells)


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _copy(connection: Connection, statement: str, rows: Iterable[Sequence[Any]]) -> None:
    """Stream rows to the server; what it refuses is raised as SQLAlchemy's own errors."""
    import psycopg

    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except (
        psycopg.errors.IntegrityError,
        psycopg.errors.DataError,
        psycopg.errors.ProgramLimitExceeded,  # a text that is too long for its index
    ) as error:
        raise IntegrityError(statement, None, error) from error
    except psycopg.errors.InsufficientPrivilege as error:
        raise ProgrammingError(statement, None, error) from error
    except psycopg.Error as error:
        trouble = trouble_of_server(connection, error, is_lost=driver.closed)
        raise trouble or error from error


class JsonTexts(list[str | None]):
    """A column of texts that are JSON already."""

    __slots__ = ()


def _converted(cells: Sequence[Any], column_type: Any, is_local: bool) -> Sequence[Any]:
    """A column as the driver takes it; None stays None."""
    if isinstance(cells, JsonTexts):
        return cells
    if isinstance(column_type, UtcInstant):
        return local_texts(cells) if is_local else [cell and in_utc(cell) for cell in cells]
    convert = _converter(column_type, is_local)
    return cells if convert is None else [None if cell is None else convert(cell) for cell in cells]


def _converter(column_type: Any, is_local: bool) -> Converter | None:
    """What turns a value into what the driver takes in bulk; None where it is taken as it is."""
    if isinstance(column_type, JSON):
        return _ENCODE
    if is_local and isinstance(column_type, Date):
        return date.isoformat
    return _local_time if is_local and isinstance(column_type, Time) else None


def _local_time(value: time) -> str:
    return value.isoformat("microseconds")
