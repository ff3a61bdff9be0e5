"""Calendar, board and search over ten years of records, beside the same over one year."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from app.cli.bench.measurement import Measurement, alternating_seconds
from app.services.board import board
from app.services.calendar import read_calendar
from app.services.demo.month import make_demo
from app.services.search import search
from app.services.workplace import open_workplace

_NOW = datetime(2026, 11, 27, 8, tzinfo=UTC)
_CHANGES_A_YEAR = 100_000
_EVENTS_A_YEAR = 500_000
_BOARD = 150
_REPEATS = 15
_SQLITE_INSTANT = "%Y-%m-%d %H:%M:%S.000000"


def measure() -> list[Measurement]:
    """A month of the calendar, a board of 150 and a search: 1 million changes beside 100,000."""
    with TemporaryDirectory() as folder, ExitStack() as opened:
        one, ten = (_readings(opened, Path(folder) / f"{years}.db", years) for years in (1, 10))
        return [
            Measurement.of(
                f"{name}, ten years of records", *alternating_seconds(ten[name], one[name], _REPEATS)
            )
            for name in one
        ]


def _readings(opened: ExitStack, path: Path, years: int) -> dict[str, Callable[[], object]]:
    """What is read of so many years of records, by name; the database is closed with `opened`."""
    url = f"sqlite:///{path.as_posix()}"
    workplace = open_workplace(url, "bench", lambda: _NOW)
    window_id = make_demo(workplace, with_packets=False).next_window_id
    workplace.close()
    _add_past(path, years, window_id)
    workplace = open_workplace(url, "bench", lambda: _NOW)
    opened.callback(workplace.close)
    month = (_NOW - timedelta(days=15), _NOW + timedelta(days=20))
    return {
        "month of the calendar": lambda: read_calendar(workplace, *month),
        f"board of {_BOARD}": lambda: board(workplace, window_id),
        "search, two words": lambda: search(workplace, "ledger gateway"),
        "search, a key": lambda: search(workplace, "OLD-1234"),
    }


def _add_past(path: Path, years: int, window_id: int) -> None:
    """Windows, changes and events of past years, and a board of 150, copied from what the demo made."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    windows = 104 * years
    first_window = _highest(connection, "maintenance_window") + 1
    for number in range(windows):
        starts_at = _NOW - timedelta(days=45 + 3.5 * number)
        _copy(
            connection,
            "maintenance_window",
            f"SELECT {window_id}",
            {
                "id": str(first_window + number),
                "title": f"'Past window {number}'",
                "starts_at": f"'{starts_at:{_SQLITE_INSTANT}}'",
                "ends_at": f"'{starts_at + timedelta(hours=8):{_SQLITE_INSTANT}}'",
                "state": "'closed'",
                "series_id": "NULL",
                "occurrence_day": "NULL",
            },
        )
    _add_changes(connection, years, first_window, windows)
    _fill_board(connection, window_id)
    _add_events(connection, years)
    connection.commit()
    connection.execute("PRAGMA optimize")
    connection.close()


def _add_changes(connection: sqlite3.Connection, years: int, first_window: int, windows: int) -> None:
    first = _highest(connection, "change") + 1
    _copy(
        connection,
        "change",
        _numbers(_CHANGES_A_YEAR * years),
        {
            "id": f"{first} + n.n",
            "key": "'OLD-' || n.n",
            "title": "'Past change ' || n.n || ' of the ledger'",
            "window_id": f"{first_window} + n.n % {windows}",
            "state": "CASE WHEN n.n % 9 = 0 THEN 'failed' ELSE 'closed' END",
        },
    )
    applications = _highest(connection, "application")
    connection.execute(
        "INSERT INTO change_application (change_id, application_id) "
        f"SELECT id, 1 + id % {applications} FROM change WHERE id >= {first}"
    )


def _fill_board(connection: sqlite3.Connection, window_id: int) -> None:
    (there,) = connection.execute("SELECT count(*) FROM change WHERE window_id = ?", (window_id,)).fetchone()
    first = _highest(connection, "change") + 1
    replaced = {"id": f"{first} + n.n", "key": "'NOW-' || n.n", "window_id": str(window_id)}
    _copy(connection, "change", _numbers(max(0, _BOARD - there)), {**replaced, "state": "'intake'"})
    connection.execute(
        f"INSERT INTO change_application (change_id, application_id) SELECT id, 1 + id % 100 "
        f"FROM change WHERE id >= {first}"
    )


def _add_events(connection: sqlite3.Connection, years: int) -> None:
    (last,) = connection.execute("SELECT max(sequence) FROM audit_event").fetchone()
    _copy(
        connection,
        "audit_event",
        _numbers(_EVENTS_A_YEAR * years),
        {
            "sequence": f"{last} + 1 + n.n",
            "record_kind": "'change'",
            "record_id": "CAST(1000 + n.n % 99000 AS TEXT)",
            "before": "''",
            "after": '\'{"title":"Past change"}\'',
        },
        template="(SELECT * FROM audit_event WHERE sequence = 1)",
    )


def _copy(
    connection: sqlite3.Connection, table: str, numbers: str, replaced: dict[str, str], template: str = ""
) -> None:
    """Rows like the table's first one, with some columns replaced by SQL of this module's own."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    chosen = ", ".join(replaced.get(column, f"like_row.{column}") for column in columns)
    source = template or f"(SELECT * FROM {table} ORDER BY id LIMIT 1)"
    names = ", ".join(columns)
    connection.execute(
        f"INSERT INTO {table} ({names}) WITH RECURSIVE n(n) AS ({numbers}) "
        f"SELECT {chosen} FROM n, {source} AS like_row"
    )


def _numbers(count: int) -> str:
    return f"SELECT 0 WHERE {count} > 0 UNION ALL SELECT n + 1 FROM n WHERE n + 1 < {count}"


def _highest(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])
