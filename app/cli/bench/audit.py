"""What the audit costs: a single write with its chained event, and verifying everything."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from app.cli.bench.imports import tickets
from app.cli.bench.measurement import Measurement, alternating_seconds
from app.domain.changes import Change
from app.services.audit_verify.verify import verify
from app.services.changes import create_change, edit_change
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.workplace import Workplace, open_workplace

PER_EVENTS = 100_000
_TICKETS = 20_000
_WRITES = 101
_START = datetime(2026, 1, 5, 8, tzinfo=UTC)


def measure() -> list[Measurement]:
    """One edit beside a bare UPDATE on the same disk, and verification beside reading and hashing alone.

    Both in SQLite with full sync; verification per 100,000 events.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ours.db"
        place = open_workplace(f"sqlite:///{path.as_posix()}", "bench", lambda: _START)
        try:
            return [_write(place, Path(folder) / "floor.db"), _verification(place, path)]
        finally:
            place.close()


def _write(place: Workplace, floor_path: Path) -> Measurement:
    """Editing a change: read, compared, written with its event, chained; the floor writes the row alone."""
    change = create_change(place, Change("BEN-1", "A change")).value
    held = [change]
    floor = sqlite3.connect(floor_path, isolation_level=None)
    floor.execute("PRAGMA journal_mode=WAL")
    floor.execute("PRAGMA synchronous=FULL")
    floor.execute("CREATE TABLE change (id INTEGER PRIMARY KEY, title TEXT, version INTEGER)")
    floor.execute("INSERT INTO change VALUES (1, 'A change', 1)")
    numbers = count()

    def ours() -> None:
        before = held[0]
        held[0] = edit_change(place, before, replace(before, title=f"A change {next(numbers)}")).value

    def reference() -> None:
        floor.execute("UPDATE change SET title = ?, version = version + 1", (f"A change {next(numbers)}",))

    try:
        return Measurement.of("one write with its event", *alternating_seconds(ours, reference, _WRITES))
    finally:
        floor.close()


def _verification(place: Workplace, path: Path) -> Measurement:
    understood = understand(place, tickets(_TICKETS))
    apply(place, plan(place, understood.table, understood.proposal.mapping, "UTC"), "tickets.csv")
    began = time.perf_counter()
    report = verify(place)
    ours = time.perf_counter() - began
    if not report.is_ok:
        raise AssertionError(f"the bench's own records do not verify: {report.findings[0].sentence}")
    began = time.perf_counter()
    _plain_hashes(path)
    reference = time.perf_counter() - began
    share = PER_EVENTS / report.events
    return Measurement.of(f"verification per {PER_EVENTS:,} events", ours * share, reference * share)


def _plain_hashes(path: Path) -> None:
    """The floor: every event read and hashed once, nothing compared."""
    connection = sqlite3.connect(path)
    for row in connection.execute("SELECT * FROM audit_event ORDER BY sequence"):
        hashlib.sha256("\x1f".join(map(str, row)).encode()).hexdigest()
    connection.close()
