"""Waiting until another program may have written: notifications on PostgreSQL, a short nap on SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, text

CHANNEL = "lockstep_events"
_NAP_SECONDS = 1.0
_LOOK_UP_SECONDS = 0.2


class LostServerError(Exception):
    """The server that was listened to is gone, or cannot be reached."""


class Waiter(Protocol):
    """Waits for writers; one belongs to one thread."""

    def wait(self, stop: Event) -> None:
        """Return once somebody may have written, or `stop` is set; raises LostServerError."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


def waiter(engine: Engine) -> Waiter:
    """The way to wait that this database has; raises LostServerError."""
    return _Listener(engine) if engine.dialect.name == "postgresql" else _Sleeper()


def notify(connection: Connection) -> None:
    """Wake up who listens, once the caller's transaction is committed; PostgreSQL only."""
    connection.execute(text("SELECT pg_notify(:channel, '')"), {"channel": CHANNEL})


class _Sleeper:
    """SQLite tells nobody anything; asking a local file once a second costs next to nothing."""

    def wait(self, stop: Event) -> None:
        """Sleep a while."""
        stop.wait(_NAP_SECONDS)

    def close(self) -> None:
        """Nothing is held."""


class _Listener:
    """A connection of its own that listens; it leaves the engine's pool for good."""

    def __init__(self, engine: Engine) -> None:
        with _lost_server():
            pooled = engine.raw_connection()
            driver: Any = pooled.driver_connection
            pooled.detach()
            driver.autocommit = True
            driver.execute(f"LISTEN {CHANNEL}")
        self._driver = driver

    def wait(self, stop: Event) -> None:
        """Wait for a notification; many that came at once count as one."""
        with _lost_server():
            while not stop.is_set():
                if list(self._driver.notifies(timeout=_LOOK_UP_SECONDS, stop_after=1)):
                    return

    def close(self) -> None:
        """Close the connection."""
        self._driver.close()


@contextmanager
def _lost_server() -> Iterator[None]:
    import psycopg

    try:
        yield
    except psycopg.OperationalError as error:
        raise LostServerError(str(error)) from error
