"""Waiting for writers: woken by a commit, not by what was rolled back, and let go when asked to stop."""

from __future__ import annotations

import time
from threading import Event, Timer

import psycopg
import pytest

from db import notifications
from db.engines import open_engine
from db.notifications import LostServerError, notify, waiter


def test_a_commit_wakes_who_listens_and_a_rollback_does_not(server_database: str) -> None:
    engine = open_engine(server_database)
    listening = waiter(engine)
    stop = Event()
    with engine.connect() as connection:
        notify(connection)
        connection.rollback()
        alarm = Timer(0.5, stop.set)
        alarm.start()
        began = time.monotonic()
        listening.wait(stop)
        assert stop.is_set()
        assert time.monotonic() - began >= 0.4
        stop.clear()
        notify(connection)
        connection.commit()
    listening.wait(stop)
    assert not stop.is_set()
    listening.close()
    engine.dispose()


def test_a_server_that_goes_is_told(server_database: str) -> None:
    engine = open_engine(server_database)
    listening = waiter(engine)
    with psycopg.connect(server_database.replace("+psycopg", "", 1), autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
            "AND datname = current_database()"
        )
    with pytest.raises(LostServerError):
        listening.wait(Event())
    listening.close()
    engine.dispose()


def test_a_server_that_cannot_be_reached_is_told() -> None:
    with pytest.raises(LostServerError):
        waiter(open_engine("postgresql+psycopg://nobody@127.0.0.1:1/nowhere"))


def test_a_local_database_is_asked_again_after_a_nap(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/one.db")
    napping, stop = waiter(engine), Event()
    began = time.monotonic()
    napping.wait(stop)
    assert 0.5 < time.monotonic() - began < 10
    stop.set()
    monkeypatch.setattr(notifications, "_NAP_SECONDS", 60.0)
    began = time.monotonic()
    napping.wait(stop)
    assert time.monotonic() - began < 10
    napping.close()
    engine.dispose()
