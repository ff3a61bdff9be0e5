"""The audit chain: every event carries the hash of the one before it, in the transaction it records."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from typing import Any

from sqlalchemy import Connection, insert, select, text, update
from sqlalchemy.exc import DatabaseError

from db.bulk import Insert, insert_columns
from db.engines import DatabaseAddressError
from db.notifications import notify
from db.tables import audit_event, audit_head

GENESIS = "0" * 64
_INSERTED_AT_ONCE = 5_000
_CHAIN_LOCK = 0x10C57E9  # any number, the same on every desk
_UNREADABLE = (DatabaseError, sqlite3.DatabaseError, DatabaseAddressError)
_ROW_NUMBER = re.compile(r"row (\d+)")
_FIELDS = (
    "sequence",
    "happened_at",
    "actor",
    "action",
    "record_kind",
    "record_id",
    "reason",
    "before",
    "after",
    "previous_hash",
    "hash",
)


@dataclass(frozen=True, slots=True)
class EventDraft:
    """What happened, before it has its place in the chain; texts exactly as they will be hashed."""

    happened_at: str
    actor: str
    action: str
    record_kind: str
    record_id: str
    reason: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EventBatch:
    """Events alike but for their records: one id and one text after (and before, where there is any) each."""

    happened_at: str
    actor: str
    action: str
    record_kind: str
    reason: str
    record_ids: Sequence[str]
    afters: Sequence[str]
    befores: Sequence[str] = ()

    def __len__(self) -> int:
        return len(self.record_ids)


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain ends: the last event's number (0: none yet) and hash."""

    sequence: int
    hash: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken place of the chain: the event's number and what is wrong with it."""

    sequence: int
    problem: str


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome of walking the whole chain."""

    events: int
    findings: tuple[Finding, ...]
    head: Head

    @property
    def is_ok(self) -> bool:
        """Whether nothing was altered, removed, inserted or reordered."""
        return not self.findings

    @property
    def first_bad(self) -> int | None:
        """The number of the first bad event, or None."""
        return self.findings[0].sequence if self.findings else None


def event_hash(sequence: int, previous_hash: str, draft: EventDraft) -> str:
    """SHA-256 over the fields in order, each preceded by its length in bytes, so that none can bleed."""
    digest = hashlib.sha256()
    for value in (str(sequence), previous_hash, *astuple_texts(draft)):
        data = value.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


def astuple_texts(draft: EventDraft) -> tuple[str, ...]:
    """The draft's texts in hashing order."""
    return (
        draft.happened_at,
        draft.actor,
        draft.action,
        draft.record_kind,
        draft.record_id,
        draft.reason,
        draft.before,
        draft.after,
    )


def read_head(connection: Connection) -> Head:
    """The head as stored; before the first event, number 0 and the genesis hash."""
    row = connection.execute(select(audit_head.c.sequence, audit_head.c.hash)).first()
    return Head(row.sequence, row.hash) if row else Head(0, GENESIS)


def append(connection: Connection, drafts: Sequence[EventDraft | EventBatch]) -> Head:
    """Add events at the end of the chain, in the caller's transaction; returns the new head."""
    if not drafts:
        return read_head(connection)
    chaining = Chaining(connection)
    chaining.add(drafts, partial(insert_columns, connection))
    return chaining.close(connection)


class Chaining:
    """Adds events at the end of the chain, in the transaction that the connection has open.

    On PostgreSQL one advisory lock, held to the end of the transaction, puts writers in line, and who
    listens is notified; on SQLite the write transaction itself puts them in line.
    """

    def __init__(self, connection: Connection) -> None:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CHAIN_LOCK})
            notify(connection)
        self._before = self._head = read_head(connection)

    def add(self, drafts: Sequence[EventDraft | EventBatch], put: Insert) -> None:
        """Chain the events and `put` them; the chain ends with them once `close` has said so."""
        singles: list[EventDraft] = []
        for draft in drafts:
            if isinstance(draft, EventDraft):
                singles.append(draft)
                continue
            self._put_singles(singles, put)
            singles = []
            self._put(_texts_of_batch(draft), _hashes_of_batch(self._head, draft), put)
        self._put_singles(singles, put)

    def _put_singles(self, drafts: Sequence[EventDraft], put: Insert) -> None:
        for start in range(0, len(drafts), _INSERTED_AT_ONCE):
            part = drafts[start : start + _INSERTED_AT_ONCE]
            texts = zip(*map(astuple_texts, part), strict=True)
            self._put(texts, _hashes_of_drafts(self._head, part), put)

    def _put(self, texts: Iterable[Sequence[str]], hashes: Sequence[str], put: Insert) -> None:
        first = self._head.sequence + 1
        sequences, previous = range(first, first + len(hashes)), [self._head.hash, *hashes[:-1]]
        put(audit_event, dict(zip(_FIELDS, (sequences, *texts, previous, hashes), strict=True)))
        self._head = Head(sequences[-1], hashes[-1])

    def close(self, connection: Connection) -> Head:
        """Note where the chain ends now."""
        values = {"sequence": self._head.sequence, "hash": self._head.hash}
        if self._before.sequence == 0:
            connection.execute(insert(audit_head).values(id=1, **values))
        else:
            connection.execute(update(audit_head).where(audit_head.c.id == 1).values(**values))
        return self._head


def _texts_of_batch(batch: EventBatch) -> Iterator[Sequence[str]]:
    """The texts of its events in hashing order, field by field."""
    count = len(batch)
    for alike in (batch.happened_at, batch.actor, batch.action, batch.record_kind):
        yield [alike] * count
    yield from (batch.record_ids, [batch.reason] * count, batch.befores or [""] * count, batch.afters)


def _hashes_of_drafts(head: Head, drafts: Iterable[EventDraft]) -> list[str]:
    hashes: list[str] = []
    previous = head.hash
    for sequence, draft in enumerate(drafts, head.sequence + 1):
        previous = event_hash(sequence, previous, draft)
        hashes.append(previous)
    return hashes


def _hashes_of_batch(head: Head, batch: EventBatch) -> list[str]:
    """As `event_hash` has it, with what all events share measured once."""
    alike = (batch.happened_at, batch.actor, batch.action, batch.record_kind)
    start, reason = "".join(map(_measured, alike)), _measured(batch.reason)
    befores = map(_measured, batch.befores) if batch.befores else repeat(_measured(""))
    hashes: list[str] = []
    previous = head.hash
    numbered = enumerate(zip(batch.record_ids, befores, batch.afters, strict=False), head.sequence + 1)
    for sequence, (record_id, before, after) in numbered:
        ends = f"{start}{_measured(record_id)}{reason}{before}{_measured(after)}"
        text = f"{_measured(str(sequence))}{_measured(previous)}{ends}"
        previous = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        hashes.append(previous)
    return hashes


def _measured(value: str) -> str:
    """The text with its length in bytes before it."""
    length = len(value) if value.isascii() else len(value.encode("utf-8", "surrogatepass"))
    return f"{length}:{value}"


def verify(
    connection: Connection, see: Callable[[int, str | None], None] = lambda _sequence, _happened_at: None
) -> Verification:
    """Walk the whole chain and name every event that is altered, missing, inserted or out of place.

    `see` is given each event's number and time as it passes, and may raise to stop the walk. A file too
    damaged to be read on is a finding at the event where reading ended, not an error.
    """
    findings: list[Finding] = []
    previous, expected, count = GENESIS, 1, 0
    try:
        for row in _stored_events(connection):
            count += 1
            sequence, *_, stored_hash = row
            see(sequence, row[1])
            findings += _check_event(row, expected, previous)
            previous, expected = stored_hash or "", sequence + 1
        findings += _check_head(connection, expected - 1, previous)
        if not findings:
            findings += _check_indexes(connection)
    except _UNREADABLE as error:
        findings.append(Finding(_first_unreadable(connection, expected), f"cannot be read: {error}"))
    return Verification(count, tuple(findings), Head(expected - 1, previous))


def _first_unreadable(connection: Connection, start: int) -> int:
    """The event that reading stumbled over: SQLite's driver reads one row ahead of what it hands out."""
    sequence = start
    try:
        while connection.exec_driver_sql(f"SELECT * FROM audit_event WHERE sequence = {sequence:d}").first():
            sequence += 1
    except _UNREADABLE:
        pass
    return sequence


def _check_event(row: tuple[Any, ...], expected: int, previous: str) -> Iterator[Finding]:
    sequence, *texts, stored_previous, stored_hash = row
    if sequence > expected:
        yield Finding(expected, f"is missing: events {expected} to {sequence - 1} are not there")
    if sequence < expected:
        yield Finding(sequence, "stands in the chain twice")
    if any(value is None for value in row):
        yield Finding(sequence, "has been altered: a field is not text any more")
        return
    if stored_previous != previous:
        yield Finding(sequence, "does not follow from the event before it")
    if event_hash(sequence, stored_previous, EventDraft(*texts)) != stored_hash:
        yield Finding(sequence, "has been altered: its content does not give its hash")


def _check_head(connection: Connection, last: int, last_hash: str) -> list[Finding]:
    head = read_head(connection)
    if head.sequence > last:
        return [Finding(last + 1, f"events {last + 1} to {head.sequence} are missing at the end")]
    if head.sequence < last or (last and head.hash != last_hash):
        return [Finding(last, "the recorded end of the chain does not match its last event")]
    return []


def _check_indexes(connection: Connection) -> list[Finding]:
    """SQLite keeps copies of some texts in indexes; one that differs from its event is altered, too."""
    if connection.dialect.name != "sqlite":
        return []
    answers = connection.exec_driver_sql("PRAGMA integrity_check('audit_event')").scalars().all()
    return [
        Finding(int(number.group(1)) if (number := _ROW_NUMBER.search(answer)) else 0, f"index: {answer}")
        for answer in answers
        if answer != "ok"
    ]


def _stored_events(connection: Connection) -> Iterator[tuple[Any, ...]]:
    """Rows in order of their numbers; on SQLite read as bytes, since altered text may not be UTF-8."""
    if connection.dialect.name != "sqlite":
        columns = [audit_event.c[name] for name in _FIELDS]
        statement = select(*columns).order_by(audit_event.c.sequence).execution_options(yield_per=5_000)
        result = connection.execute(statement)
        yield from (tuple(row) for row in result)
        return
    texts = ", ".join(
        f"CASE typeof({name}) WHEN 'text' THEN CAST({name} AS BLOB) END" for name in _FIELDS[1:]
    )
    # NOT INDEXED: the table itself is what is verified, in its own order. The driver's own cursor reads
    # row by row, so that damage is found at the event where it lies and not a page of rows earlier.
    cursor = connection.connection.cursor()
    try:
        cursor.execute(f"SELECT sequence, {texts} FROM audit_event NOT INDEXED ORDER BY sequence")
        while (row := cursor.fetchone()) is not None:
            yield (row[0], *(_decoded(value) for value in row[1:]))
    finally:
        cursor.close()


def _decoded(value: bytes | None) -> str | None:
    if value is None:
        return None
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return None
