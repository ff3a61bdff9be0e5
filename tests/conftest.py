"""What every test may use: the sample lists, an empty database on either engine, and a clean desk."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from tests.templates import CopyOf, Templates, copies, create_on_server, drop_from_server

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported anywhere

ROOT = Path(__file__).resolve().parent.parent
SCREENS = Path(__file__).resolve().parent / "app" / "ui"
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


@pytest.fixture(params=ENGINES)
def database_engine(request: pytest.FixtureRequest) -> str:
    """The name of a database's engine: the test runs once on each."""
    return str(request.param)


@pytest.fixture
def database_url(database_engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database of the test's own, once on each engine."""
    if database_engine == "sqlite":
        return f"sqlite:///{tmp_path / 'lockstep.db'}"
    return str(request.getfixturevalue("server_database"))


@pytest.fixture
def server_database() -> Iterator[str]:
    """The URL of an empty database of the test's own on the server."""
    name, url = create_on_server()
    yield url
    drop_from_server(name)


def _upgrade(url: str) -> None:
    from db.engines import open_engine
    from db.migrate import upgrade

    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Templates]:
    """The databases that tests get copies of, each made when it is first asked for."""
    made = Templates(tmp_path_factory.mktemp("templates"), _upgrade)
    yield made
    made.remove_all()


@pytest.fixture
def migrated_url(database_engine: str, tmp_path: Path, templates: Templates) -> Iterator[str]:
    """The URL of a migrated, otherwise empty database of the test's own, once on each engine."""
    url = templates.migrated(database_engine, tmp_path)
    yield url
    templates.remove(url)


@pytest.fixture
def local_url(tmp_path: Path, templates: Templates) -> str:
    """The URL of a migrated, otherwise empty file of the test's own: lockstep.db in `tmp_path`."""
    return templates.migrated("sqlite", tmp_path)


@pytest.fixture
def copy_of(database_engine: str, tmp_path: Path, templates: Templates) -> Iterator[CopyOf]:
    """Gives the test's own copy of the world that a function makes at a URL, once on each engine."""
    yield from copies(templates, database_engine, tmp_path)


@pytest.fixture
def local_copy_of(tmp_path: Path, templates: Templates) -> Iterator[CopyOf]:
    """Gives the test's own copy of the world that a function makes at a URL, in a local file."""
    yield from copies(templates, "sqlite", tmp_path)


# Keys.


@pytest.fixture(scope="session", autouse=True)
def sealing_cost() -> Iterator[int]:
    """What a guess at a passphrase costs; while tests run it costs next to nothing, as hundreds are used."""
    from app.services.signing import sealing

    usual, sealing._COST = sealing._COST, 2
    yield usual
    sealing._COST = usual


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
