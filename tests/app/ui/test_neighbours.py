"""A desk shows what another program writes into its database, without anybody pressing a key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from app.domain.register import Application
from app.services.workplace import open_workplace
from app.ui.announcer import Changes
from app.ui.desk import Desk
from app.ui.screens import SCREENS

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PATIENCE = 60_000


@pytest.fixture
def address(local_url: str) -> str:
    """The address of a database in which something was written already."""
    add(local_url, "Ledger")
    return local_url


def add(url: str, name: str) -> int:
    """Write as another program does: with a connection of its own."""
    other = open_workplace(url, "somebody else", lambda: NOW)
    with other.write() as work:
        record = work.add(Application(name=name))
        work.commit()
    other.close()
    assert record.id is not None
    return record.id


@pytest.fixture
def desk(address: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """The whole desk on that database, on the register."""
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    settings.setValue("screen", "register")
    made = Desk(
        address, lambda url: open_workplace(url or "", "tester", lambda: NOW), lambda: NOW, SCREENS, settings
    )
    made.start()
    qtbot.waitUntil(lambda: made._neighbours is not None, timeout=PATIENCE)
    yield made
    assert made.window is not None
    made.window.close()
    made.stop()


def test_what_another_program_writes_is_announced_once_and_own_writing_only_here(
    desk: Desk, address: str, qtbot: QtBot
) -> None:
    assert desk._context is not None
    heard: list[Changes] = []
    desk._context.announcer.records_changed.connect(heard.append)
    theirs = add(address, "Invoices")
    qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE)
    assert [(one.kind, one.record_id) for changes in heard for one in changes] == [
        ("application", str(theirs))
    ]
    qtbot.waitUntil(desk.jobs.is_idle, timeout=PATIENCE)
    qtbot.wait(1_500)  # longer than between two looks
    assert len(heard) == 1


def test_closing_the_desk_ends_the_listening(desk: Desk) -> None:
    watch = desk._neighbours
    assert watch is not None
    assert watch._thread.is_alive()
    desk._stop_watching()
    assert not watch._thread.is_alive()
