"""Databases that are filled once a session and copied for every test that asks for one."""

from __future__ import annotations

import os
import pickle
import shutil
import uuid
from collections.abc import Callable, Hashable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar, cast

SERVER_VARIABLE = "LOCKSTEP_TEST_POSTGRES"
_FILE = "lockstep.db"

W = TypeVar("W")


class CopyOf(Protocol):
    """Gives a copy of the world that `make` makes of a URL (and more); it is closed after the test."""

    def __call__(self, make: Callable[..., W], *words: Any, **named: Any) -> W:
        """The copy, opened."""


def server_url() -> str:
    """The test server's URL; fails the test when there is none."""
    import pytest

    url = os.environ.get(SERVER_VARIABLE)
    if not url:
        pytest.fail("Run the tests by python3 lockstep.py test, which brings its own PostgreSQL server.")
    return url


def create_on_server(template: str = "") -> tuple[str, str]:
    """A new database on the test server, a copy of `template` where one is named: its name and URL."""
    name = f"lockstep_test_{uuid.uuid4().hex}"
    with _server() as connection:
        connection.execute(f"CREATE DATABASE {name}{f' TEMPLATE {template}' if template else ''}".encode())
    return name, server_url().rpartition("/")[0] + f"/{name}"


def drop_from_server(name: str) -> None:
    """Remove a database, whoever is still connected."""
    with _server() as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())


def _server() -> Any:
    import psycopg

    return psycopg.connect(server_url().replace("+psycopg", "", 1), autocommit=True)


class _Template(NamedTuple):
    place: str  # the file, or the name on the server
    world: bytes  # what was returned by who filled it, without its workplace
    actor: str


class Templates:
    """Keeps the templates of one session; `folder` takes the local ones, `upgrade` migrates a URL."""

    def __init__(self, folder: Path, upgrade: Callable[[str], None]) -> None:
        self._folder = folder
        self._upgrade = upgrade
        self._made: dict[Hashable, _Template] = {}
        self._on_server: set[str] = set()

    def migrated(self, engine: str, target: Path) -> str:
        """The URL of a migrated, otherwise empty database; a local one lies in the folder `target`."""
        if engine not in self._made:
            place, url = self._new(engine, self._folder / "empty.db")
            self._upgrade(url)
            self._made[engine] = _Template(place, b"", "")
        return self._copied(engine, self._made[engine], target / _FILE)[1]

    def filled(self, engine: str, target: Path, make: Callable[..., Any], *words: Any, **named: Any) -> Any:
        """What `make` makes of a migrated database's URL (and more), on a copy of its own.

        That is a world with the attributes `workplace` and `clock`, everything in it anew.
        """
        from app.services.workplace import open_workplace

        key = (engine, make, words, *sorted(named.items()))
        if key not in self._made:
            self._made[key] = self._fill(engine, make, *words, **named)
        template = self._made[key]
        world = pickle.loads(template.world)
        _, url = self._copied(engine, template, target / _FILE)
        world.workplace = open_workplace(url, template.actor, world.clock)
        return world

    def remove(self, url: str) -> None:
        """Remove a copy from the server; a local one goes with its folder."""
        name = url.rpartition("/")[2]
        if name in self._on_server:
            self._on_server.remove(name)
            drop_from_server(name)

    def remove_all(self) -> None:
        """Remove everything that is still on the server."""
        for name in self._on_server:
            drop_from_server(name)

    def _fill(self, engine: str, make: Callable[..., Any], *words: Any, **named: Any) -> _Template:
        folder = self._folder / uuid.uuid4().hex
        folder.mkdir()
        url = self.migrated(engine, folder)
        world = make(url, *words, **named)
        actor = world.workplace.actor
        world.workplace.close()
        world.workplace = None
        place = str(folder / _FILE) if engine == "sqlite" else url.rpartition("/")[2]
        return _Template(place, pickle.dumps(world), actor)

    def _new(self, engine: str, file: Path, template: str = "") -> tuple[str, str]:
        if engine == "sqlite":
            return str(file), f"sqlite:///{file.as_posix()}"
        name, url = create_on_server(template)
        self._on_server.add(name)
        return name, url

    def _copied(self, engine: str, template: _Template, file: Path) -> tuple[str, str]:
        if engine == "sqlite":
            assert not file.exists(), f"{file} is there already."
            shutil.copyfile(template.place, file)
            return self._new(engine, file)
        return self._new(engine, file, template.place)


def copies(templates: Templates, engine: str, target: Path) -> Iterator[CopyOf]:
    """Yields what gives one test its copy; closes it afterwards."""
    made: list[tuple[Any, str]] = []

    def copy_of(make: Callable[..., W], *words: Any, **named: Any) -> W:
        world: Any = templates.filled(engine, target, make, *words, **named)
        made.append((world, world.workplace.engine.url.database))
        return cast(W, world)

    yield copy_of
    for world, database in made:
        world.workplace.close()
        templates.remove(database)
