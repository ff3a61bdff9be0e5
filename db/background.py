"""Inserting on a thread of its own: while one batch is written, the caller makes the next."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from sqlalchemy import Connection, Table

from db.bulk import ReadyRows, ready, write

_MOST_WAITING = 20
"""Inserts that may wait to be written: enough that the thread never waits itself, few enough to be held."""


class BackgroundInserts:
    """Inserts in the order they are asked for, in the transaction that `connection` has open.

    Nobody else may use the connection before `wait` has returned. What the database refuses is raised by
    the next `insert` or `wait`, and nothing is written after it.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="inserts")
        self._made: deque[Callable[[], ReadyRows]] = deque()
        self._waiting: deque[Future[None]] = deque()
        self._has_failed = False

    def insert(self, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
        """Insert rows given column by column, all equally long, soon."""
        rows = ready(self._connection.dialect, table, columns)
        self._put(lambda: rows)

    def insert_made(self, table: Table, make: Callable[[], Mapping[str, Sequence[Any]]]) -> None:
        """As `insert`, of rows that the thread itself makes: for what takes no turn of the interpreter."""
        self._put(lambda: ready(self._connection.dialect, table, make()))

    def _put(self, rows: Callable[[], ReadyRows]) -> None:
        while len(self._waiting) >= _MOST_WAITING:
            self._waiting.popleft().result()
        self._made.append(rows)
        self._waiting.append(self._thread.submit(self._write_what_is_ready))

    def wait(self) -> None:
        """Return when all is written."""
        while self._waiting:
            self._waiting.popleft().result()

    def close(self) -> None:
        """Drop what is not written yet, and end the thread."""
        self._made.clear()
        self._thread.shutdown(cancel_futures=True)

    def _write_what_is_ready(self) -> None:
        """Write all that has come in since the last time; nothing where that was written before its turn, or
        where something before it could not be."""
        if self._has_failed:
            return
        try:
            found: list[ReadyRows] = []
            while self._made:
                found.append(self._made.popleft()())
            for rows in put_together(found):
                write(self._connection, rows)
        except BaseException:
            self._has_failed = True
            raise


def put_together(found: Sequence[ReadyRows]) -> list[list[ReadyRows]]:
    """Rows of one table together, which a server takes faster: in the order their tables first came in, but
    never before rows of a table that theirs point at."""
    groups: list[list[ReadyRows]] = []
    for rows in found:
        for group in reversed(groups):
            if (group[0].table, group[0].names) == (rows.table, rows.names):
                group.append(rows)
                break
            if group[0].table in rows.points_at:
                groups.append([rows])
                break
        else:
            groups.append([rows])
    return groups
