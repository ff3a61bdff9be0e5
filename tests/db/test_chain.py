"""The audit chain finds every alteration and names the event."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError

from db import chain, engines, migrate


def draft(number: int) -> chain.EventDraft:
    return chain.EventDraft(
        "2026-01-01T00:00:00.000000+00:00",
        "ada",
        "changed",
        "team",
        str(number),
        "because",
        '{"n":1}',
        '{"é":2}',
    )


def filled(engine: Engine, events: int) -> None:
    migrate.upgrade(engine)
    with engine.connect().execution_options(lockstep_write=True) as connection, connection.begin():
        chain.append(connection, [draft(number) for number in range(events)])


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = engines.open_engine(database_url)
    filled(engine, 5)
    yield engine
    engine.dispose()


def tamper(engine: Engine, *statements: str) -> None:
    """Write as somebody would who owns the database and drops its protection first."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER audit_event_no_update"))
            connection.execute(text("DROP TRIGGER audit_event_no_delete"))
        else:
            connection.execute(text("DROP TRIGGER audit_event_unaltered ON audit_event"))
        for statement in statements:
            connection.execute(text(statement))


def test_an_untouched_chain_is_whole(engine: Engine) -> None:
    with engine.connect() as connection:
        outcome = chain.verify(connection)
    assert outcome.is_ok
    assert outcome.events == outcome.head.sequence == 5
    assert outcome.first_bad is None


@pytest.mark.parametrize(
    ("statement", "first_bad"),
    [
        ("UPDATE audit_event SET reason = 'other' WHERE sequence = 3", 3),
        ("UPDATE audit_event SET actor = 'eve' WHERE sequence = 1", 1),
        ("DELETE FROM audit_event WHERE sequence = 2", 2),
        ("DELETE FROM audit_event WHERE sequence = 5", 5),
        ("UPDATE audit_event SET sequence = 9 WHERE sequence = 5", 5),
        (
            "UPDATE audit_event SET sequence = sequence - 5 WHERE sequence IN (2, 3)",
            -3,
        ),
    ],
)
def test_tampering_is_named(engine: Engine, statement: str, first_bad: int) -> None:
    tamper(engine, statement)
    with engine.connect() as connection:
        outcome = chain.verify(connection)
    assert not outcome.is_ok
    assert outcome.first_bad == first_bad


def test_the_whole_chain_rewritten_without_the_head_is_found(engine: Engine) -> None:
    tamper(engine, "DELETE FROM audit_event WHERE sequence > 3")
    with engine.connect() as connection:
        assert chain.verify(connection).findings == (
            chain.Finding(4, "events 4 to 5 are missing at the end"),
        )


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_event SET reason = 'x'", "DELETE FROM audit_event", "UPDATE frozen_gate SET why = 'x'"],
)
def test_the_database_itself_refuses_to_alter_events(engine: Engine, statement: str) -> None:
    with engine.connect() as connection:
        if "frozen" in statement and engine.dialect.name == "sqlite":
            rows = connection.execute(
                text("SELECT count(*) FROM sqlite_master WHERE name = 'frozen_gate_no_update'")
            )
            assert rows.scalar() == 1
            return
        with pytest.raises(DatabaseError, match="never altered"):
            connection.execute(text(statement))


def test_every_single_byte_of_an_event_in_the_file_counts(tmp_path: Path) -> None:
    path = tmp_path / "chain.db"
    engine = engines.open_engine(engines.local_url(path))
    filled(engine, 3)
    engine.dispose()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode=DELETE")
    row = connection.execute("SELECT * FROM audit_event WHERE sequence = 2").fetchone()
    connection.close()
    data = path.read_bytes()
    body = "".join(str(value) for value in row[1:]).encode()
    start = data.index(body)
    silent = []
    for offset in range(start, start + len(body), 3):
        changed = bytearray(data)
        changed[offset] ^= 0x80 if offset % 2 else 0x01
        path.write_bytes(changed)
        engine = engines.open_engine(engines.local_url(path))
        with engine.connect() as reading:
            findings = chain.verify(reading).findings
        engine.dispose()
        if 2 not in {finding.sequence for finding in findings}:
            silent.append(offset - start)
    assert silent == []


def test_fields_cannot_bleed_into_each_other() -> None:
    one = chain.EventDraft("t", "ab", "c", "k", "1", "", "", "")
    other = chain.EventDraft("t", "a", "bc", "k", "1", "", "", "")
    assert chain.event_hash(1, chain.GENESIS, one) != chain.event_hash(1, chain.GENESIS, other)


def test_a_batch_of_events_is_chained_as_its_events_one_by_one(engine: Engine) -> None:
    befores, afters = ["", '{"a":1}'], ['{"ключ":"é"}', "{}"]
    batch = chain.EventBatch("t", "ada", "changed", "change", "reason", ["7", "8"], afters, befores)
    single = [
        chain.EventDraft("t", "ada", "changed", "change", record_id, "reason", before, after)
        for record_id, before, after in zip(["7", "8"], befores, afters, strict=True)
    ]
    with engine.connect().execution_options(lockstep_write=True) as connection, connection.begin():
        before = chain.read_head(connection)
        head = chain.append(connection, [draft(0), batch, draft(1)])
        assert chain.verify(connection).is_ok
    expected = before
    for one in (draft(0), *single, draft(1)):
        number = expected.sequence + 1
        expected = chain.Head(number, chain.event_hash(number, expected.hash, one))
    assert head == expected
