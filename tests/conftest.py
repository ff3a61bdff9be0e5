"""What every test may use: the sample lists, an empty database on either engine, and a clean desk."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported anywhere

ROOT = Path(__file__).resolve().parent.parent
SCREENS = Path(__file__).resolve().parent / "app" / "ui"
SERVER_VARIABLE = "LOCKSTEP_TEST_POSTGRES"
THROWAWAY_VARIABLE = "LOCKSTEP_TEST_POSTGRES_IS_OURS"
ENGINES = ("sqlite", "postgresql")
_THREAD_PATIENCE_SECONDS = 2.0
# What the offscreen platform says of itself is no fault of ours.
_HARMLESS = (r"This plugin does not support .*",)


class _WithoutQt:
    """Refuses to import Qt, as on a machine that has none."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in ("PySide6", "shiboken6", "qtawesome", "pyqtgraph"):
            raise ModuleNotFoundError(f"{name} was imported where no Qt may be needed", name=name)
        return None


if os.environ.get("LOCKSTEP_WITHOUT_QT"):
    sys.meta_path.insert(0, _WithoutQt())


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder with the sample lists, beside the project's folder."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.fail(f"The sample lists are missing: put the folder shared/data beside {ROOT.name}/.")
    return folder


# Databases.


def server_url() -> str:
    """The test server's URL; fails the test when there is none."""
    url = os.environ.get(SERVER_VARIABLE)
    if not url:
        pytest.fail("Run the tests by python3 lockstep.py test, which brings its own PostgreSQL server.")
    return url


def _on_server(statement: str) -> None:
    import psycopg

    with psycopg.connect(server_url().replace("+psycopg", "", 1), autocommit=True) as connection:
        connection.execute(statement.encode())


def _create(template: str = "") -> tuple[str, str]:
    """A new database on the test server, a copy of `template` where one is named: its name and URL."""
    name = f"lockstep_test_{uuid.uuid4().hex}"
    _on_server(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
    return name, server_url().rpartition("/")[0] + f"/{name}"


def _drop(name: str) -> None:
    if os.environ.get(THROWAWAY_VARIABLE):  # the server itself goes after the tests
        return
    _on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database of the test's own, once on each engine."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'lockstep.db'}"
        return
    name, url = _create()
    yield url
    _drop(name)


@pytest.fixture
def server_database() -> Iterator[str]:
    """The URL of an empty database of the test's own on the server."""
    name, url = _create()
    yield url
    _drop(name)


def migrated_template(upgrade: Callable[[str], None], folder: Path) -> Iterator[Callable[[str, Path], str]]:
    """Run `upgrade` (given a URL) once per engine; yields a function that gives a copy's URL.

    The function takes the engine's name and the folder for a local copy; copies on the server are dropped
    at the end.
    """
    made: list[str] = []
    templates: dict[str, str] = {}

    def copy_of(engine: str, target: Path) -> str:
        if engine == "sqlite":
            source = folder / "template.db"
            if not source.exists():
                upgrade(f"sqlite:///{source}")
            shutil.copyfile(source, target / "lockstep.db")
            return f"sqlite:///{target / 'lockstep.db'}"
        if engine not in templates:
            name, url = _create()
            made.append(name)
            upgrade(url)
            templates[engine] = name
        name, url = _create(templates[engine])
        made.append(name)
        return url

    yield copy_of
    for name in reversed(made):
        _drop(name)


def _upgrade(url: str) -> None:
    from db.engines import open_engine
    from db.migrate import upgrade

    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()


@pytest.fixture(scope="session")
def migrated_copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, Path], str]]:
    """Gives the URL of a database with all migrations done, on the engine named, for one test."""
    yield from migrated_template(_upgrade, tmp_path_factory.mktemp("template"))


@pytest.fixture(params=ENGINES)
def migrated_url(
    request: pytest.FixtureRequest, tmp_path: Path, migrated_copy: Callable[[str, Path], str]
) -> str:
    """The URL of a migrated, otherwise empty database of the test's own, once on each engine."""
    return migrated_copy(request.param, tmp_path)


# The desk: a test of a screen fails on a Qt warning and on a thread it leaves behind.


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every Qt warning fail the tests of screens."""
    for item in items:
        if SCREENS in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*_HARMLESS))


@pytest.fixture(autouse=True)
def _clean_desk(request: pytest.FixtureRequest) -> Iterator[None]:
    if SCREENS not in request.path.parents:
        yield
        return
    before = set(threading.enumerate())
    gc.disable()  # a worker's collection could destroy widgets off the main thread
    yield
    gc.collect(1)
    gc.enable()
    left = _threads_left(before)
    assert not left, f"The test left threads behind: {', '.join(thread.name for thread in left)}"


@pytest.fixture(autouse=True)
def _no_key_held(request: pytest.FixtureRequest) -> None:
    """Let go of Ctrl and Shift: Qt believes them held after the last key of a test, and selects by them."""
    if "qtbot" in request.fixturenames:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QWidget

        request.getfixturevalue("qtbot")
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control, Qt.KeyboardModifier.NoModifier)


def _threads_left(before: set[threading.Thread]) -> list[threading.Thread]:
    deadline = time.monotonic() + _THREAD_PATIENCE_SECONDS
    while True:
        left = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
        # A thread that Qt started and Python only met is known as a dummy; Qt's pool keeps it for reuse.
        left = [thread for thread in left if not isinstance(thread, threading._DummyThread)]
        if not left or time.monotonic() > deadline:
            return left
        time.sleep(0.01)
