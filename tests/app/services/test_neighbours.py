"""What one desk hears of what others write, on both engines, and after its server was gone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Event, Thread

import psycopg
import pytest

from app.domain.register import Application, Team
from app.services.neighbours import follow, heard_since, newest_event
from app.services.workplace import Touched, Workplace, open_workplace
from app.store.errors import ConstraintBrokenError

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PATIENCE_SECONDS = 30.0


def desk(url: str) -> Workplace:
    return open_workplace(url, "tester", lambda: NOW)


@pytest.fixture
def here(migrated_url: str) -> Iterator[Workplace]:
    """This desk."""
    made = desk(migrated_url)
    yield made
    made.close()


@pytest.fixture
def there(migrated_url: str) -> Iterator[Workplace]:
    """Another desk on the same database."""
    made = desk(migrated_url)
    yield made
    made.close()


def add(workplace: Workplace, name: str) -> Application:
    with workplace.write() as work:
        added = work.add(Application(name=name))
        work.commit()
    return added


def wait_until(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, "It was never heard."
        time.sleep(0.01)


@contextmanager
def following(workplace: Workplace) -> Iterator[list[Touched]]:
    heard: list[Touched] = []
    stop = Event()
    thread = Thread(target=follow, args=(workplace, newest_event(workplace), stop, heard.extend))
    thread.start()
    yield heard
    stop.set()
    thread.join(PATIENCE_SECONDS)
    assert not thread.is_alive()


def test_what_another_desk_writes_is_heard_and_what_is_written_here_is_not(
    here: Workplace, there: Workplace
) -> None:
    known = newest_event(here)
    add(here, "Ledger")
    theirs = add(there, "Invoices")
    add(here, "Gateway")
    known, touched = heard_since(here, known)
    assert touched == (Touched("application", str(theirs.id), "created"),)
    assert heard_since(here, known) == (known, ())


def test_a_record_touched_twice_in_the_same_way_is_told_once(here: Workplace, there: Workplace) -> None:
    theirs = add(there, "Invoices")
    known = newest_event(here)
    for tier in (1, 2):
        with there.write() as work:
            work.save(Application(name="Invoices", tier=tier, id=theirs.id, version=tier))
            work.commit()
    assert heard_since(here, known)[1] == (Touched("application", str(theirs.id), "changed"),)


def test_many_records_of_another_desk_are_all_told(here: Workplace, there: Workplace) -> None:
    known = newest_event(here)
    with there.write() as work:
        ids = work.add_bulk([Team(name=f"Team {number}") for number in range(300)])
        work.commit()
    with here.write() as work:
        work.add_bulk([Team(name=f"Our team {number}") for number in range(300)])
        work.commit()
    told = heard_since(here, known)[1]
    assert [one.record_id for one in told] == [str(one) for one in ids]


def test_a_write_that_was_refused_here_hides_nothing_of_theirs(here: Workplace, there: Workplace) -> None:
    add(here, "Ledger")
    known = newest_event(here)
    with pytest.raises(ConstraintBrokenError):
        add(here, "Ledger")
    theirs = add(there, "Invoices")
    assert [one.record_id for one in heard_since(here, known)[1]] == [str(theirs.id)]


def test_a_desk_that_follows_hears_by_itself(here: Workplace, there: Workplace) -> None:
    with following(here) as heard:
        theirs = add(there, "Invoices")
        wait_until(lambda: heard)
        add(here, "Ledger")
        second = add(there, "Gateway")
        wait_until(lambda: len(heard) > 1)
    assert [one.record_id for one in heard] == [str(theirs.id), str(second.id)]


def test_what_was_written_while_the_server_was_gone_is_told_afterwards(server_database: str) -> None:
    from db.engines import open_engine
    from db.migrate import upgrade

    engine = open_engine(server_database)
    upgrade(engine)
    engine.dispose()
    here, there = desk(server_database), desk(server_database)
    try:
        with following(here) as heard:
            first = add(there, "Ledger")
            wait_until(lambda: heard)
            cut_all_others(server_database)
            there.engine.dispose()
            second = add(there, "Invoices")
            wait_until(lambda: len(heard) > 1)
        assert [one.record_id for one in heard] == [str(first.id), str(second.id)]
    finally:
        here.close()
        there.close()


def cut_all_others(url: str) -> None:
    """End every other connection to the database, as a server does that restarts."""
    with psycopg.connect(url.replace("+psycopg", "", 1), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
