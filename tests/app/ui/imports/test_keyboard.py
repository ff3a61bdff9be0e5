"""The keyboard all the way: Tab goes from the top to the bottom, and a choice gives the keyboard back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.services.workplace import Workplace
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from tests.app.services.imports.test_undo import edit
from tests.app.ui.imports.acting import HEADER, PATIENCE, changes, choose, import_all, step_on, write

MOST_STOPS = 30


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tab_round(screen: ImportScreen, first: QWidget) -> list[str]:
    """The names of what Tab comes to, from `first` once around."""
    first.setFocus()
    names = [first.accessibleName()]
    QTest.keyClick(first, Qt.Key.Key_Tab)
    while focused() is not first and len(names) < MOST_STOPS:
        names.append(focused().accessibleName())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    return [name for name in names if not name.startswith("Step ")]


def test_tab_goes_from_the_top_to_the_bottom_on_every_page(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "CHG-1,Patch,Ada,New,Restore\n,No key,Ada,New,Restore\n"
    choose(screen, qtbot, write(tmp_path, HEADER + rows))
    assert tab_round(screen, screen.understand_page.field("source")) == [
        "Comes from",
        "It is a list of",
        "Times are of",
        "Letters are in",
        "Columns end at",
        "Names are in",
        "Rows of the file",
        "Back",
        "Next: map columns",
    ]
    step_on(screen, qtbot, Step.MAP)
    assert tab_round(screen, screen.map_page.columns) == [
        "Columns of the list",
        "Rows of the file",
        "Back",
        "Next: check",
        "Columns",
        "1 column not sure",  # the key, which one row of two lacks
    ]
    screen.map_page.columns.setFocus()
    step_on(screen, qtbot, Step.CHECK)
    assert tab_round(screen, screen.check_page.part("rejected")) == [
        "Rejected: 1",
        "Save rejected rows…",
        "Dry run",
        "Rows of the file",
        "Back",
        "Import 1 record",
    ]


def test_the_keyboard_stays_at_a_guess_that_is_changed(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, "Key;Title;Deployment date\nCHG-1;Patch;05/04/2026\n"))
    for name, value in (("kind", "incidents"), ("delimiter", ",")):
        box = screen.understand_page.field(name)
        box.setFocus()
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
        qtbot.waitUntil(lambda: not screen.work.is_busy, timeout=PATIENCE)
        assert screen.understand_page.focused_field() == name


def test_the_arrows_go_through_the_parts_of_the_dry_run(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    for step in (Step.MAP, Step.CHECK):
        step_on(screen, qtbot, step)
    screen.check_page.part("new").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert screen.check_page.current == "changed"
    assert focused() is screen.check_page.part("changed")


def test_settling_a_conflict_by_the_keyboard_leaves_the_keyboard_at_the_row(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    edit(workplace, "CHG-1", title="Patch tonight")
    screen.begin_again()
    second = HEADER + "CHG-0,Other,Ada,New,Restore\nCHG-1,Patch both,Ada,New,Restore\n"
    choose(screen, qtbot, write(tmp_path, second, "second.csv"))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    table = screen.check_page.conflicts
    assert focused() is table
    assert screen.rows.table.currentIndex().row() == 1  # the row of the file is shown below
    QTest.keyClick(table, Qt.Key.Key_Space)
    box = table.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert screen.footer.next.text() == "Import 2 records"
    qtbot.waitUntil(lambda: focused() is table)
    step_on(screen, qtbot, Step.DONE)
    assert changes(workplace)["CHG-1"].title == "Patch both"


def test_escape_leaves_a_choice_as_it_was_and_the_keyboard_at_the_row(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    """The open cell took the next arrow for another choice, and the key of the list moved unseen."""
    choose(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    step_on(screen, qtbot, Step.MAP)
    table = screen.map_page.columns
    before = [line.field for line in screen.map_page.columns_model.lines]
    QTest.keyClick(table, Qt.Key.Key_Space)
    box = table.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert box.accessibleName() == "Goes to: Key"
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: screen.window().focusWidget() is table)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
    assert [line.field for line in screen.map_page.columns_model.lines] == before
    qtbot.waitUntil(lambda: table.findChild(QComboBox) is None)


@pytest.mark.parametrize(
    ("step", "keys"),
    [
        (Step.CHOOSE, {"Enter", "Esc"}),
        (Step.UNDERSTAND, {"Enter", "Esc", "Tab", "Space"}),
        (Step.MAP, {"Enter", "Esc", "Space, F2"}),
        (Step.CHECK, {"Enter", "Esc", "Space, F2", "Left, Right"}),
        (Step.DONE, {"Enter"}),
    ],
)
def test_the_keyboard_help_tells_what_each_page_takes(
    screen: ImportScreen, step: Step, keys: set[str]
) -> None:
    screen.step = step
    assert {one.keys for one in screen.key_hints()} >= keys
