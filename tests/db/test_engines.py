"""Opening databases: durable settings on SQLite, clear refusals elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from db import engines, migrate
from db.tables import maintenance_window, team

ROW = {
    "title": "Weekly",
    "ends_at": datetime(2026, 1, 4, 5, tzinfo=UTC),
    "zone_name": "Europe/Berlin",
    "state": "planned",
    "capacity_deployments": 1,
    "capacity_minutes": 1,
    "minimum_qa_hours": 1,
}


def test_local_files_are_written_safely(tmp_path: Path) -> None:
    engine = engines.open_engine(engines.local_url(tmp_path / "a.db"))
    with engine.connect() as connection:
        read = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    engine.dispose()
    assert read == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("nonsense", "is not a database address"),
        ("mysql://host/x", "not in mysql"),
        ("sqlite://", "needs a file"),
    ],
)
def test_other_addresses_are_refused_with_the_way_out(url: str, says: str) -> None:
    with pytest.raises(engines.DatabaseAddressError, match=says):
        engines.open_engine(url)


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be looked at", b"x" * 5000])
def test_a_file_that_is_no_database_is_refused_with_the_way_out(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    engine = engines.open_engine(engines.local_url(path))
    with pytest.raises(engines.DatabaseAddressError, match=r"a\.db cannot be used: .*restore FILE"):
        migrate.upgrade(engine)
    engine.dispose()
    assert path.read_bytes() == content


def test_a_file_that_another_program_writes_into_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_BUSY_TIMEOUT_MS", 10)
    engine = engines.open_engine(engines.local_url(tmp_path / "a.db"))
    with engine.connect().execution_options(lockstep_write=True) as one:
        one.begin()
        other = engine.connect().execution_options(lockstep_write=True)
        with pytest.raises(engines.DatabaseBusyError, match="Another program is writing into it"):
            other.begin()
        other.close()
    engine.dispose()


def test_a_folder_that_cannot_hold_the_file_is_named(tmp_path: Path) -> None:
    engine = engines.open_engine(engines.local_url(tmp_path / "missing" / "a.db"))
    with pytest.raises(engines.DatabaseAddressError, match="folder exists"):
        engine.connect()
    engine.dispose()


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/home/a/x.db", ""),
        ("/mnt/share/x.db", "cifs"),
        ("/mnt/share2/x.db", ""),
        ("/srv/n/deep/x.db", "nfs4"),
    ],
)
def test_network_shares_are_recognised(path: str, found: str) -> None:
    mounts = "/dev/sda / ext4 rw 0 0\n//nas/x /mnt/share cifs rw 0 0\nhost:/n /srv/n nfs4 rw 0 0\n"
    assert engines.network_file_system(Path(path), mounts) == found


def test_a_server_that_went_away_is_told_and_the_next_try_connects_anew(server_database: str) -> None:
    engine, other = engines.open_engine(server_database), engines.open_engine(server_database)
    away = text("SELECT pg_terminate_backend(:number)")
    with engine.connect() as connection:
        number = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
        with other.connect() as killer:
            killer.execute(away, {"number": number})
        with pytest.raises(engines.DatabaseAddressError, match="does not answer any more"):
            connection.execute(text("SELECT 1"))
    with engine.connect() as connection:
        number = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with other.connect() as killer:
        killer.execute(away, {"number": number})
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
    engine.dispose()
    other.dispose()


def test_a_server_that_is_gone_when_it_is_connected_to_is_told() -> None:
    nobody = engines.open_engine("postgresql+psycopg://someone@127.0.0.1:9/nothing?connect_timeout=2")
    with pytest.raises(engines.DatabaseAddressError, match=r"127.0.0.1:9.*cannot be reached: .*try again"):
        nobody.connect()
    nobody.dispose()


@pytest.mark.parametrize(
    ("before", "statement", "says"),
    [
        ("SET LOCAL statement_timeout = 20", "SELECT pg_sleep(5)", "was stopped on the server"),
        ("SET LOCAL lock_timeout = 20", "SELECT pg_advisory_xact_lock(1)", "has been writing for long"),
        ("SET TRANSACTION READ ONLY", "CREATE TABLE one (id integer)", "takes no writing now"),
        ("SET LOCAL ROLE pg_monitor", "SELECT rolpassword FROM pg_authid", "lockstep db grant PERSON ROLE"),
    ],
)
def test_what_a_server_cannot_do_is_told_with_the_way_out(
    server_database: str, before: str, statement: str, says: str
) -> None:
    engine = engines.open_engine(server_database)
    with engine.connect() as connection, engine.connect() as other:
        other.execute(text("SELECT pg_advisory_xact_lock(1)"))
        connection.execute(text(before))
        with pytest.raises(engines.DatabaseAddressError, match=f"could not do what was asked: .*{says}"):
            connection.execute(text(statement))
    engine.dispose()


def test_nobody_waits_for_ever_for_a_desk_that_sleeps(server_database: str) -> None:
    engine = engines.open_engine(server_database)
    with engine.connect() as connection:
        limits = [
            connection.execute(text(f"SHOW {name}")).scalar_one()
            for name in ("lock_timeout", "idle_in_transaction_session_timeout")
        ]
    engine.dispose()
    assert limits == ["1min", "10min"]


def test_instants_keep_their_moment_on_both_engines(database_url: str) -> None:
    engine = engines.open_engine(database_url)
    migrate.upgrade(engine)
    elsewhere = datetime(2026, 1, 3, 22, 0, tzinfo=timezone(timedelta(hours=1)))
    with engine.begin() as connection:
        connection.execute(insert(maintenance_window).values(starts_at=elsewhere, **ROW))
        stored = connection.execute(select(maintenance_window.c.starts_at)).scalar_one()
    engine.dispose()
    assert stored == elsewhere
    assert stored.utcoffset() == timedelta(0)


def test_a_time_without_a_zone_is_refused(database_url: str) -> None:
    engine = engines.open_engine(database_url)
    migrate.upgrade(engine)
    naive = datetime(2026, 1, 3, 22, 0)  # noqa: DTZ001 - the very mistake this is about
    with engine.connect() as connection, pytest.raises(StatementError, match="has no zone"):
        connection.execute(insert(maintenance_window).values(starts_at=naive, **ROW))
    engine.dispose()


def test_wrong_data_is_impossible(database_url: str) -> None:
    engine = engines.open_engine(database_url)
    migrate.upgrade(engine)
    late = {**ROW, "starts_at": ROW["ends_at"]}
    for statement in (
        insert(maintenance_window).values(**late),
        insert(maintenance_window).values(
            **{**ROW, "starts_at": datetime(2026, 1, 3, tzinfo=UTC), "state": "sleeping"}
        ),
        insert(team).values(name="", is_development=False, is_archived=False, version=1),
    ):
        with engine.connect() as connection, pytest.raises(IntegrityError):
            connection.execute(statement)
    engine.dispose()


def test_nothing_is_written_after_sqlite_gave_up_a_transaction(tmp_path: Path) -> None:
    """As it does when the disk is full; each further statement would be kept by itself."""
    engine = engines.open_engine(engines.local_url(tmp_path / "a.db"))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE one (number INTEGER)")
        connection.exec_driver_sql(
            "CREATE TRIGGER give_up BEFORE INSERT ON one WHEN NEW.number = 2 "
            "BEGIN SELECT RAISE(ROLLBACK, 'given up'); END"
        )
    with engine.connect().execution_options(lockstep_write=True) as connection:
        connection.exec_driver_sql("INSERT INTO one VALUES (1)")
        with pytest.raises(IntegrityError):
            connection.exec_driver_sql("INSERT INTO one VALUES (2)")
        with pytest.raises(engines.DatabaseAddressError, match=r"given up .*nothing was changed"):
            connection.exec_driver_sql("INSERT INTO one VALUES (3)")
        with pytest.raises(engines.DatabaseAddressError, match="nothing was changed"):
            connection.commit()
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM one").scalar() == 0
    engine.dispose()
