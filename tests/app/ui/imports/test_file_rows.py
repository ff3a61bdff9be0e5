"""The room that the columns of the file's rows have."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.ui.imports.file_rows import MOST_WIDTH
from app.ui.imports.screen import ImportScreen
from tests.app.ui.imports.acting import choose, write


def test_what_the_file_says_whole_takes_no_more_room_than_it_needs(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    text = "Key,Title,Created,State\nCHG-1," + "Patch the ledger " * 9 + ",2026-11-28 23:12:00 +0100,New\n"
    choose(screen, qtbot, write(tmp_path, text))
    table = screen.rows.table
    columns = table.lines.columns
    assert table.columnWidth(2) > columns[2].width == MOST_WIDTH
    assert table.columnWidth(3) == columns[3].width < MOST_WIDTH


def test_letters_of_east_asia_have_the_room_they_take(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    title = "日本の祝日: 成人の日"
    choose(screen, qtbot, write(tmp_path, f"Key,Title\nCHG-1,{title}\n"))
    table = screen.rows.table
    assert table.columnWidth(2) > table.fontMetrics().horizontalAdvance(title)
