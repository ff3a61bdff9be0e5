"""Importing 100,000 tickets of 25 columns, new and again, beside the plainest code that could do as much."""

from __future__ import annotations

import csv
import hashlib
import io
import random
import sqlite3
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from app.cli.bench.measurement import Measurement
from app.cli.bench.server import fresh_database, server_address
from app.services.database import upgrade
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand_file
from app.services.workplace import Workplace, open_workplace

COUNT = 100_000
_START = datetime(2026, 1, 5, 8, tzinfo=UTC)
_SEED = 11
_CHANGED_SHARE = 10  # one row in so many
_HEADER = [
    "Issue key",
    "Summary",
    "Status",
    "Assignee",
    "Reporter",
    "Team",
    "Created",
    "Updated",
    "Due date",
    "Labels",
    "Component/s",
    "Description",
    "Impact",
    "Change risk",
    "Change type",
    "Backout plan",
    "Test plan",
    "Environment",
    "Fix Version/s",
    "Sprint",
    "Story Points",
    "Parent",
    "Watchers",
    "Votes",
    "Work Ratio",
]
_STATES = ("To Do", "In Progress", "In Test", "Tested", "Ready", "Done")
_WORDS = [
    "ledger",
    "invoice",
    "gateway",
    "batch",
    "index",
    "cache",
    "queue",
    "report",
    "schema",
    "token",
    "proxy",
    "mirror",
    "archive",
    "feed",
]


def tickets(count: int, changed: bool = False) -> bytes:
    """A Jira-like list of 25 columns; `changed` gives one row in ten another title and state."""
    chance = random.Random(_SEED)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_HEADER)
    for number in range(count):
        writer.writerow(_ticket(number, chance, changed and number % _CHANGED_SHARE == 0))
    return out.getvalue().encode()


def _ticket(number: int, chance: random.Random, is_changed: bool) -> list[str]:
    created = _START + timedelta(minutes=7 * number)
    words = chance.choices(_WORDS, k=9)
    state = chance.choice(_STATES)
    return [
        f"BEN-{number}",
        " ".join(words[:5]) + (" again" if is_changed else ""),
        _STATES[(_STATES.index(state) + 1) % len(_STATES)] if is_changed else state,
        f"Person {number % 97}",
        f"Person {number % 89}",
        f"Team {number % 12}",
        f"{created:%d/%b/%y %I:%M %p}",
        f"{created + timedelta(days=2):%d/%b/%y %I:%M %p}",
        f"{created + timedelta(days=9):%d/%b/%y}",
        words[5],
        f"Application {number % 150}",
        " ".join(words) * 2,
        str(number % 5 + 1),
        str(number % 4 + 1),
        ("Standard", "Normal", "Emergency")[number % 3],
        "Put the last build back",
        "Log in and book one order",
        "Production",
        f"2026.{number % 12}",
        f"Sprint {number % 26}",
        str(number % 13),
        f"BEN-{number // 10}",
        str(number % 7),
        str(number % 3),
        f"{number % 100}%",
    ]


def measure() -> list[Measurement]:
    """Import of new tickets and of the same list again, on SQLite, and on PostgreSQL where one is named.

    Our time is all that `lockstep import` does: reading, understanding, dry run with its rules, storing with
    audit events, remembering what the source said. The server is the one of LOCKSTEP_TEST_POSTGRES.
    """
    new, again = tickets(COUNT), tickets(COUNT, changed=True)
    found = []
    with TemporaryDirectory() as folder:
        new_file, again_file = Path(folder) / "new.csv", Path(folder) / "again.csv"
        new_file.write_bytes(new)
        again_file.write_bytes(again)
        place = open_workplace(f"sqlite:///{Path(folder) / 'ours.db'}", "bench", lambda: _START)
        floor = sqlite3.connect(Path(folder) / "floor.db", isolation_level=None)
        try:
            ours, reference = (
                _seconds(lambda: _import(place, new_file)),
                _seconds(lambda: _plain_insert(floor, new)),
            )
            found.append(Measurement.of(f"import of {COUNT:,} new tickets, SQLite", ours, reference))
            ours, reference = (
                _seconds(lambda: _import(place, again_file)),
                _seconds(lambda: _plain_again(floor, again)),
            )
            found.append(Measurement.of("import again, 90 % unchanged, SQLite", ours, reference))
        finally:
            floor.close()
            place.close()
        server = server_address()
        return found + (_measure_server(server, new, new_file) if server else [])


def _measure_server(server: str, new: bytes, new_file: Path) -> list[Measurement]:
    with fresh_database(server) as url:
        upgrade(url)
        place = open_workplace(url, "bench", lambda: _START)
        try:
            ours = _seconds(lambda: _import(place, new_file))
        finally:
            place.close()
        reference = _seconds(lambda: _plain_copy(url, new))
    return [Measurement.of(f"import of {COUNT:,} new tickets, PostgreSQL", ours, reference)]


def _import(place: Workplace, file: Path) -> None:
    understood = understand_file(place, file)
    planned = plan(place, understood.table, understood.proposal.mapping, "UTC")
    apply(place, planned, "tickets.csv")


def _seconds(action: Callable[[], None]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def _records(data: bytes) -> list[list[str]]:
    reader = csv.reader(io.StringIO(data.decode("utf-8"), newline=""))
    next(reader)
    return list(reader)


def _hash(record: list[str]) -> str:
    return hashlib.blake2b("\x1f".join(record).encode(), digest_size=16).hexdigest()


def _plain_insert(connection: sqlite3.Connection, data: bytes) -> None:
    """The floor: the csv module, one executemany in one transaction, the same indexes, hashes kept."""
    columns = ", ".join(f"c{place} TEXT" for place in range(len(_HEADER)))
    connection.execute(f"CREATE TABLE ticket (id INTEGER PRIMARY KEY, {columns}, hash TEXT)")
    connection.execute("CREATE UNIQUE INDEX by_key ON ticket (c0)")
    connection.execute("CREATE INDEX by_state ON ticket (c2, c0)")
    connection.execute("CREATE INDEX by_window ON ticket (c5, c2, c20)")
    connection.execute("CREATE INDEX by_day ON ticket (c8)")
    marks = ", ".join("?" * (len(_HEADER) + 1))
    names = ", ".join(f"c{place}" for place in range(len(_HEADER)))
    connection.execute("BEGIN")
    connection.executemany(
        f"INSERT INTO ticket ({names}, hash) VALUES ({marks})",
        ([*record, _hash(record)] for record in _records(data)),
    )
    connection.execute("COMMIT")


def _plain_again(connection: sqlite3.Connection, data: bytes) -> None:
    """The floor of importing again: hashes compared, changed rows written."""
    known = dict(connection.execute("SELECT c0, hash FROM ticket"))
    names = ", ".join(f"c{place} = ?" for place in range(len(_HEADER)))
    records = ((record, _hash(record)) for record in _records(data))
    connection.execute("BEGIN")
    connection.executemany(
        f"UPDATE ticket SET {names}, hash = ? WHERE c0 = ?",
        ([*record, digest, record[0]] for record, digest in records if known.get(record[0]) != digest),
    )
    connection.execute("COMMIT")


def _plain_copy(url: str, data: bytes) -> None:
    """The floor on the server: COPY of the rows with typed dates and numbers, the same indexes."""
    import psycopg

    types = ["TEXT"] * len(_HEADER)
    types[6] = types[7] = "TIMESTAMPTZ"
    types[8] = "DATE"
    types[12] = types[13] = types[20] = types[22] = types[23] = "INTEGER"
    columns = ", ".join(f"c{place} {kind}" for place, kind in enumerate(types))
    with psycopg.connect(url.replace("postgresql+psycopg://", "postgresql://")) as connection:
        connection.execute(
            f"CREATE TABLE bench_ticket (id BIGSERIAL PRIMARY KEY, {columns}, hash TEXT)".encode()
        )
        connection.execute("CREATE UNIQUE INDEX by_key ON bench_ticket (c0)")
        connection.execute("CREATE INDEX by_state ON bench_ticket (c2, c0)")
        connection.execute("CREATE INDEX by_window ON bench_ticket (c5, c2, c20)")
        connection.execute("CREATE INDEX by_day ON bench_ticket (c8)")
        names = ", ".join(f"c{place}" for place in range(len(_HEADER)))
        with connection.cursor().copy(f"COPY bench_ticket ({names}, hash) FROM STDIN".encode()) as copy:
            for record in _records(data):
                copy.write_row(_typed(record))


def _typed(record: list[str]) -> list[object]:
    row: list[object] = [*record, _hash(record)]
    for place in (6, 7):
        row[place] = datetime.strptime(record[place], "%d/%b/%y %I:%M %p").replace(tzinfo=UTC)
    row[8] = datetime.strptime(record[8], "%d/%b/%y").replace(tzinfo=UTC).date()
    for place in (12, 13, 20, 22, 23):
        row[place] = int(record[place])
    return row
