"""What a person does on the import screen, in words that its tests share."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.changes import Change
from app.services.workplace import Workplace
from app.store.reading import find
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen

PATIENCE = 20_000
HEADER = "Key,Title,Owner,State,Backout plan\n"


def step_on(screen: ImportScreen, qtbot: QtBot, step: Step) -> None:
    """Press Enter and wait for the page."""
    qtbot.waitUntil(lambda: not screen.work.is_busy, timeout=PATIENCE)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.step is step and not screen.work.is_busy, timeout=PATIENCE)


def choose(screen: ImportScreen, qtbot: QtBot, path: Path) -> None:
    """Choose a file and wait until it is understood."""
    screen.open_path(path)
    qtbot.waitUntil(lambda: screen.step is Step.UNDERSTAND and not screen.work.is_busy, timeout=PATIENCE)


def write(folder: Path, text: str, name: str = "list.csv") -> Path:
    """A list as a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def import_all(screen: ImportScreen, qtbot: QtBot, path: Path) -> None:
    """Bring a list in by the keyboard alone."""
    choose(screen, qtbot, path)
    for step in (Step.MAP, Step.CHECK, Step.DONE):
        step_on(screen, qtbot, step)


def changes(workplace: Workplace) -> dict[str, Change]:
    """Every change by its key."""
    with workplace.read() as connection:
        return {one.key: one for one in find(connection, Change)}


def answer_order(screen: ImportScreen, header: str, order: str) -> None:
    """Choose how the dates of a column are read."""
    box = screen.understand_page.field(f"order {header}")
    box.setCurrentIndex(box.findData(order))
    box.activated.emit(box.currentIndex())
