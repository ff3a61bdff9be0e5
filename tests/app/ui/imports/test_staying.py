"""Columns by which a person knows a row stay in view wherever one scrolls to, and can be clicked there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from app.ui.imports.staying import StayingTable
from app.ui.widgets import RecordDelegate
from tests.app.ui.imports.acting import choose, step_on, write

OTHERS = ",".join(f"Remark {number}" for number in range(30))
CELLS = ",".join(f"remark {number} of them" for number in range(30))


def wide_list(folder: Path) -> Path:
    """A list whose key is its second column and whose other columns are many; one row has no key."""
    rows = "".join(f"Patch {number},CHG-{number},Ada,New,2026-11-28,Ledger,{CELLS}\n" for number in range(40))
    head = f"Title,Key,Owner,State,Deployment date,Component,{OTHERS}\n"
    return write(folder, f"{head}{rows}Nameless,,Ada,New,2026-11-28,Ledger,{CELLS}\n")


def seen_at(table: StayingTable, x: int, row: int) -> str:
    """What a person sees of a row at a place from the left."""
    index = table.indexAt(QPoint(x, table.rowViewportPosition(row) + 5))
    return str(index.data())


def test_number_and_key_stay_beside_the_rows_of_the_file_however_far_one_scrolls(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, wide_list(tmp_path))
    table = screen.rows.table
    assert (table.held(), seen_at(table, 90, 1)) == ([], "Patch 1")
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert [place for place, _left in table.held()] == [0, 2]
    assert [seen_at(table, x, 1) for x in (10, 90)] == ["3", "CHG-1"]
    table.horizontalScrollBar().setValue(0)
    assert table.held() == []


def test_the_arrows_come_to_cells_beside_the_columns_that_stay_not_behind_them(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, wide_list(tmp_path))
    table = screen.rows.table
    table.setFocus()
    for key, times in ((Qt.Key.Key_Right, 20), (Qt.Key.Key_Left, 14)):
        for _ in range(times):
            QTest.keyClick(table, key)
    place = table.currentIndex().column()
    assert place == 6
    assert table.columnViewportPosition(place) >= table.held_width() > 0
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.horizontalScrollBar().value() == 0


def test_the_dry_run_keeps_row_and_key_and_a_click_on_them_selects_the_row(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, wide_list(tmp_path))
    for step in (Step.MAP, Step.CHECK):
        step_on(screen, qtbot, step)
    page = screen.check_page
    QTest.mouseClick(page.part("new"), Qt.MouseButton.LeftButton)
    table = page.table
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert [seen_at(table, x, 2) for x in (10, 90)] == ["4", "CHG-2"]
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(90, table.rowViewportPosition(2) + 5)
    )
    assert screen.rows.table.currentIndex().row() == 2
    pictured = table.viewport().grab().toImage()
    surface = screen.context.theme.color("selection").name()
    assert pictured.pixelColor(20, table.rowViewportPosition(2) + 3).name() == surface


def test_from_a_rejected_row_the_keyboard_comes_to_the_cell_at_fault_in_the_file(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, wide_list(tmp_path))
    for step in (Step.MAP, Step.CHECK):
        step_on(screen, qtbot, step)
    page, file = screen.check_page, screen.rows.table
    assert (page.current, page.table.hasFocus()) == ("rejected", True)
    assert (file.currentIndex().row(), file.currentIndex().column()) == (40, 2)
    assert file.viewport().rect().contains(file.visualRect(file.currentIndex()))
    QTest.keyClick(page.table, Qt.Key.Key_Tab)
    assert file.hasFocus()
    assert (file.currentIndex().row(), file.currentIndex().column()) == (40, 2)
    QTest.keyClick(file, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.table.hasFocus()


def test_from_a_note_the_file_shows_the_cell_that_it_is_about(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "".join(f"CHG-{number},Patch,{CELLS},2026-11-28\n" for number in range(40))
    text = f"Key,Title,{OTHERS},Deployment date\n{rows}CHG-99,Patch,{CELLS},when Ada is back\n"
    choose(screen, qtbot, write(tmp_path, text))
    for step in (Step.MAP, Step.CHECK):
        step_on(screen, qtbot, step)
    page, file = screen.check_page, screen.rows.table
    QTest.mouseClick(page.part("notes"), Qt.MouseButton.LeftButton)
    page.notes.setFocus()
    assert "row 42" in page.notes.currentItem().text()
    assert file.currentIndex().data() == "when Ada is back"
    assert file.viewport().rect().intersects(file.visualRect(file.currentIndex()))


def test_space_reads_out_a_long_cell_and_ctrl_c_copies_it_whole(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    long = "The ledger is patched. " * 60 + "<b>Then</b> it is started."
    choose(screen, qtbot, write(tmp_path, f"Key,Title\nCHG-1,{long}\n"))
    table = screen.rows.table
    table.setFocus()
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Right)
    assert str(table.currentIndex().data()).endswith("…")
    read = table.lines.columns[2].tooltip
    assert read is not None
    assert read(0) == long
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert screen.step is Step.UNDERSTAND
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == long


def test_another_list_frames_no_cell_of_the_one_before(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, "Title,Key,Owner\nPatch,,Ada\nMove,CHG-2,Bo\n"))
    for step in (Step.MAP, Step.CHECK):
        step_on(screen, qtbot, step)
    delegate = screen.rows.table.itemDelegate()
    assert isinstance(delegate, RecordDelegate)
    assert delegate.framed == (0, 2)
    screen.begin_again()
    choose(screen, qtbot, write(tmp_path, "Title,Key,Owner\nPatch,CHG-1,Ada\n", "second.csv"))
    assert delegate.framed == (-1, -1)
