"""How a list gets onto the screen: pasted, from files that are none, from a file that vanishes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.services.workplace import Workplace
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from tests.app.ui.imports.acting import HEADER, PATIENCE, changes, choose, step_on, write


def test_rows_are_pasted_and_a_page_that_is_no_list_is_refused(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    QGuiApplication.clipboard().clear()
    screen.chooser.paste()
    assert screen.step is Step.CHOOSE
    QGuiApplication.clipboard().setText("Key\tTitle\nCHG-1\tPatch\nCHG-2\tMove\n")
    screen.chooser.paste()
    qtbot.waitUntil(lambda: screen.step is Step.UNDERSTAND, timeout=PATIENCE)
    assert screen.rows.table.lines.rowCount() == 2
    errors: list[object] = []
    screen.context.error_raised.connect(lambda error, _doing: errors.append(error))
    screen.begin_again()
    screen.open_path(write(tmp_path, "{\\rtf1 no list}", "list.csv"))
    qtbot.waitUntil(lambda: bool(errors), timeout=PATIENCE)
    assert "RTF" in str(errors[0])
    assert screen.step is Step.CHOOSE


def test_of_several_files_the_first_is_read_and_the_others_wait(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    names = ("first.csv", "second.csv", "third.csv")
    paths = [write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n", name) for name in names]
    notices: list[str] = []
    screen.context.noticed.connect(lambda notice: notices.append(notice.text))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QGuiApplication.clipboard().setMimeData(mime)
    screen.chooser.paste()
    qtbot.waitUntil(lambda: screen.step is Step.UNDERSTAND, timeout=PATIENCE)
    assert screen.current_draft().name == "first.csv"
    assert notices == ["2 more lists wait on the first page."]
    assert [one.path.name for one in screen.waiting.lists] == ["second.csv", "third.csv"]


def test_a_list_that_is_dropped_on_another_takes_its_place_unless_answers_would_be_lost(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    notices: list[str] = []
    screen.context.noticed.connect(lambda notice: notices.append(notice.text))
    names = ("wrong.csv", "right.csv", "next.csv")
    wrong, right, later = (write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n", one) for one in names)
    choose(screen, qtbot, wrong)
    screen.open_paths([right])
    qtbot.waitUntil(lambda: screen.current_draft().name == "right.csv", timeout=PATIENCE)
    step_on(screen, qtbot, Step.MAP)
    screen.map_page.field_chosen.emit("Owner", "requester")
    screen.open_paths([later])
    assert (screen.current_draft().name, screen.step) == ("right.csv", Step.MAP)
    assert [one.path.name for one in screen.waiting.lists] == ["next.csv"]
    told = "1 list waits on the first page. This one comes first: you have answered questions about it."
    assert notices == [told]


@pytest.mark.parametrize("kind", ["folder", "pipe", "gone"])
def test_what_is_no_file_is_refused_in_a_sentence(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "list.csv"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("there are no pipes with names here")
        os.mkfifo(path)
    told: list[str] = []
    screen.context.error_raised.connect(lambda error, _doing: told.append(str(error)))
    screen.open_path(path)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told[0].startswith("list.csv cannot be read: ")
    assert told[0].endswith("Choose a file that can be opened.")
    assert not screen.work.is_busy


def test_a_list_that_vanished_is_shown_as_it_was_read_and_enter_still_goes_on(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.importing.reading.files._WHOLE", 10)
    path = write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n")
    choose(screen, qtbot, path)
    path.unlink()
    told: list[str] = []
    screen.context.error_raised.connect(lambda error, _doing: told.append(str(error)))
    box = screen.understand_page.field("delimiter")
    box.setCurrentIndex(box.findData(";"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert screen.understand_page.field("delimiter").currentData() == ","
    for step in (Step.MAP, Step.CHECK, Step.DONE):
        step_on(screen, qtbot, step)
    assert list(changes(workplace)) == ["CHG-1"]


def test_a_table_of_a_web_page_keeps_its_columns_where_its_text_has_lost_them(
    screen: ImportScreen, qtbot: QtBot
) -> None:
    copied = QMimeData()
    copied.setText("Key\n\nTitle\n\nCHG-1\n\nPatch\n")
    copied.setHtml("<table><tr><th><p>Key</p><th><p>Title</p><tr><td><p>CHG-1</p><td><p>Patch</p></table>")
    QGuiApplication.clipboard().setMimeData(copied)
    screen.chooser.paste()
    qtbot.waitUntil(lambda: screen.step is Step.UNDERSTAND and not screen.work.is_busy, timeout=PATIENCE)
    understood = screen.current_draft().understood
    assert understood is not None
    assert understood.table.headers == ("Key", "Title")
    assert [tuple(row) for row in understood.table.rows] == [("CHG-1", "Patch")]
