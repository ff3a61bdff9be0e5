"""What the list of earlier imports answers to: Enter and a double click open the details of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.services.imports.landings import Landed
from app.services.imports.undo import past_imports
from app.services.workplace import Workplace
from app.ui.context import DeskContext
from app.ui.imports.past_dialog import PastImportDialog
from app.ui.imports.screen import ImportScreen
from app.ui.widgets import ConfirmDialog
from app.ui.widgets.painting import CELL_PADDING
from tests.app.ui.imports.acting import HEADER, import_all, write


def opened(screen: ImportScreen, qtbot: QtBot, tmp_path: Path) -> PastImportDialog:
    """The details of an import, opened by the keyboard."""
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    screen.begin_again()
    history = screen.choose_page.history
    qtbot.waitUntil(lambda: history.records.rowCount() == 1 and history.isVisible())
    history.setFocus()
    history.selectRow(0)
    QTest.keyClick(history, Qt.Key.Key_Return)
    dialog = screen.past.dialog
    assert dialog is not None
    return dialog


def test_enter_on_an_earlier_import_opens_its_details_and_no_file_dialog(
    screen: ImportScreen, context: DeskContext, qtbot: QtBot, tmp_path: Path
) -> None:
    went: list[str] = []
    context.navigate_requested.connect(lambda name, _record: went.append(name))
    dialog = opened(screen, qtbot, tmp_path)
    assert screen.findChild(QFileDialog) is None
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"list.csv", "Changes", "Rows", "New"} <= said
    qtbot.waitUntil(dialog.opening.isVisible)
    assert dialog.landed.text() == "Where these changes are: 1 in the intake."
    assert dialog.opening.text() == "Open the intake"
    QTest.keyClick(dialog.opening, Qt.Key.Key_Return)
    assert went == ["intake"]


def test_the_way_on_from_an_earlier_plan_leads_to_the_sequence_of_its_window(
    screen: ImportScreen, context: DeskContext, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[str] = []
    context.navigate_requested.connect(lambda name, _record: went.append(name))
    opened(screen, qtbot, tmp_path).reject()
    landed = Landed(0, {}, 0, {7: 30})
    monkeypatch.setattr(screen.work, "read_landed", lambda _import_id, done: done(landed))
    monkeypatch.setattr(screen.work, "read_windows", lambda done: done(((7, "Sat 12 Dec · Weekly"),)))
    plan = replace(screen.choose_page.history.records.record(0), kind="activities")
    screen.past.open(plan, "UTC")
    dialog = screen.past.dialog
    assert dialog is not None
    assert dialog.landed.text() == "Where these activities are: 30 on Sat 12 Dec · Weekly."
    assert dialog.opening.text() == "Open the sequence"
    dialog.opening.click()
    assert (went, context.selected_window_id) == (["sequence"], 7)


def test_the_details_of_one_import_are_not_shown_in_those_of_another(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late: list[Callable[[Landed], None]] = []
    monkeypatch.setattr(screen.work, "read_landed", lambda _import_id, done: late.append(done))
    first = opened(screen, qtbot, tmp_path)
    qtbot.waitUntil(lambda: len(late) == 2)  # the page at the end of the import asks, too
    first.accept()
    screen.past.open(screen.choose_page.history.records.record(0), "UTC")
    late[1](Landed(0, {}, 7))
    second = screen.past.dialog
    assert second is not None
    assert second is not first
    assert second.landed.text() == ""
    second.accept()


def test_an_earlier_import_is_undone_from_its_details(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(screen, qtbot, tmp_path)
    dialog.undo.click()
    question = screen.findChild(ConfirmDialog)
    assert question is not None
    question.confirm.click()
    history = screen.choose_page.history.records
    qtbot.waitUntil(lambda: history.record(0).undone_at is not None)


def test_figures_of_a_long_list_are_shown_whole(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    one = replace(past_imports(workplace)[0], rows=300_000, created=300_000)
    screen.begin_again()
    table = screen.choose_page.history
    screen.choose_page.show_imports((one,), "UTC")
    model, letters = table.model(), QFontMetrics(screen.context.theme.font())
    for column in range(model.columnCount()):
        text = str(model.index(0, column).data() or "")
        if text.replace(",", "").isdigit():
            assert letters.horizontalAdvance(text) + 2 * CELL_PADDING <= table.columnWidth(column), text
