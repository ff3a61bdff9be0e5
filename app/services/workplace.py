"""Where use cases work: an open database, who acts, and the clock; every use case takes one first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy import Connection, Engine

from app.store.event_log import Touched
from app.store.own_events import OwnEvents
from app.store.unit_of_work import Clock, UnitOfWork
from db import engines, migrate, roles

T = TypeVar("T")

__all__ = ["Clock", "Done", "Touched", "Workplace", "open_workplace"]


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What a use case did: its answer, the records it touched, and who did it."""

    value: T
    touched: tuple[Touched, ...]
    actor: str


@dataclass(frozen=True, slots=True)
class Workplace:
    """An open database with the person who acts on it and the clock (UTC) it goes by.

    It may be shared between threads: each use case opens its own transaction. `own_events` are the numbers
    of the audit events written from here.
    """

    engine: Engine
    actor: str
    clock: Clock
    own_events: OwnEvents = field(default_factory=OwnEvents, compare=False, repr=False)

    def now(self) -> datetime:
        """The present instant in UTC."""
        return self.clock()

    def write(self) -> UnitOfWork:
        """A unit of work: one transaction with its audit events."""
        return UnitOfWork(self.engine, self.actor, self.clock, self.own_events)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for queries, in one read transaction."""
        with self.engine.connect() as connection:
            yield connection

    def done(self, value: T, touched: tuple[Touched, ...]) -> Done[T]:
        """What a use case returns."""
        return Done(value, touched, self.actor)

    @property
    def address(self) -> str:
        """The database's address for people, without a password."""
        return self.engine.url.render_as_string(hide_password=True)

    @property
    def is_shared(self) -> bool:
        """Whether several desks use this database."""
        return not engines.is_sqlite(self.engine)

    def may_coordinate(self) -> bool:
        """Whether this person's login may change windows; always, in a local database."""
        with self.read() as connection:
            return roles.may_coordinate(connection)

    def may_import(self) -> bool:
        """Whether this person's login may import lists; always, in a local database."""
        with self.read() as connection:
            return roles.may_import(connection)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def open_workplace(url: str, actor: str, clock: Clock) -> Workplace:
    """Open the database at `url`, bringing a local one to the newest schema.

    A shared database is never migrated silently: its owner does that by `lockstep db upgrade`.
    There, who acts is the login, whatever `actor` says. Raises DatabaseAddressError or SchemaError.
    """
    engine = engines.open_engine(url)
    try:
        if engines.is_sqlite(engine):
            engines.sqlite_path(engine).parent.mkdir(parents=True, exist_ok=True)
            migrate.upgrade(engine)
        else:
            actor = engine.url.username or actor
            engines.require_reachable(engine)
            migrate.require_current(engine)
    except BaseException:
        engine.dispose()
        raise
    return Workplace(engine, actor, clock)
