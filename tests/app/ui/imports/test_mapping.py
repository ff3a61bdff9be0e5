"""The third page: what the keyboard is at is seen in the file's rows, and what is open is one press away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.importing.mapping import Mapping
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from app.ui.widgets.records import TONE_ROLE
from tests.app.ui.imports.acting import HEADER, choose, import_all, step_on, write

WIDE = "Key,Title,State," + ",".join(f"Remark {number}" for number in range(40))
ROW = "CHG-1,Patch,Somewhere else," + ",".join(f"remark number {number} of them" for number in range(40))


def test_the_file_shows_the_column_that_the_keyboard_is_at(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, f"{WIDE}\n{ROW}\n"))
    step_on(screen, qtbot, Step.MAP)
    rows = screen.rows.table
    assert [rows.lines.index(0, at).data(TONE_ROLE) for at in (1, 2)] == ["text", "muted"]
    assert rows.horizontalScrollBar().value() == 0
    QTest.keyClick(screen.map_page.columns, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert rows.horizontalScrollBar().value() > 0
    place = rows.lines.columnCount() - 1
    tones = [rows.lines.index(0, at).data(TONE_ROLE) for at in (place - 1, place)]
    assert tones == ["muted", "text"]
    screen.back()
    assert rows.lines.index(0, place - 1).data(TONE_ROLE) == "text"


def test_words_not_known_are_one_press_away(screen: ImportScreen, qtbot: QtBot, tmp_path: Path) -> None:
    choose(screen, qtbot, write(tmp_path, f"{WIDE}\n{ROW}\n"))
    step_on(screen, qtbot, Step.MAP)
    page = screen.map_page
    qtbot.waitUntil(lambda: page.unknown.isVisible())
    assert page.unknown.text() == "1 word not known"
    page.unknown.click()
    assert (page.segments.current, page.stack.currentWidget()) == ("words", page.words)
    assert page.words_model.index(0, 1).data() == "Somewhere else"
    assert screen.rows.table.lines.index(0, 3).data(TONE_ROLE) == "text"
    assert screen.rows.table.lines.index(0, 2).data(TONE_ROLE) == "muted"


def test_columns_that_are_not_sure_are_gone_through_one_press_after_the_other(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, "Ref,Summary,Remark,Go-live,Comments\nA-1,Patch,x,2026-12-05,y\n"))
    step_on(screen, qtbot, Step.MAP)
    page = screen.map_page
    unsure = [at for at, line in enumerate(page.columns_model.lines) if line.state[1] == "waived"]
    qtbot.waitUntil(page.unsure.isVisible)
    assert page.unsure.text() == f"{len(unsure)} columns not sure"
    seen = []
    for _ in range(len(unsure) + 1):
        page.unsure.click()
        seen.append(page.columns.currentIndex().row())
    assert len(unsure) > 1
    assert sorted(seen[:-1]) == unsure
    assert seen[-1] == seen[0]
    assert page.columns.hasFocus()
    for at in unsure:
        page.field_chosen.emit(page.columns_model.lines[at].header, "description" if at == 4 else "")
    qtbot.waitUntil(page.unsure.isHidden)


def test_a_mapping_of_last_time_says_so(screen: ImportScreen, qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path, HEADER.strip() + ",Rack\nCHG-1,Patch,Ada,New,Restore,R4\n")
    import_all(screen, qtbot, path)
    screen.begin_again()
    choose(screen, qtbot, path)
    step_on(screen, qtbot, Step.MAP)
    assert {line.state[0] for line in screen.map_page.columns_model.lines} == {"As last time"}


def test_a_column_of_times_says_whose_it_is(screen: ImportScreen, qtbot: QtBot, tmp_path: Path) -> None:
    choose(screen, qtbot, write(tmp_path, "Incident;Titre;Date;Heure\nINC-1;Panne;13/11/2026;22h15\n"))
    step_on(screen, qtbot, Step.MAP)
    told = {line.header: (line.label, line.reason) for line in screen.map_page.columns_model.lines}
    assert told["Heure"] == ("Time of “Date”", "The time of day of “Date”.")
    screen.map_page.field_chosen.emit("Date", "")
    qtbot.waitUntil(lambda: labels(screen)["Heure"] == "Kept as it is")


def labels(screen: ImportScreen) -> dict[str, str]:
    """What each column goes to."""
    return {line.header: line.label for line in screen.map_page.columns_model.lines}


def test_a_column_of_the_export_is_left_out_until_somebody_keeps_it(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path, "Issue key,Summary,Last Viewed,Rack\nCHG-1,Patch,13/Nov/26 8:00 AM,R4\n")
    choose(screen, qtbot, path)
    step_on(screen, qtbot, Step.MAP)
    line = screen.map_page.columns_model.lines[2]
    assert (line.label, line.reason.partition(",")[0]) == (
        "Left out",
        "It says when somebody last looked at the record",
    )
    assert told_of(screen) == "2 columns go to fields, 1 is kept as it is, 1 is left out"
    screen.map_page.columns.chosen.emit(line, "")
    qtbot.waitUntil(lambda: labels(screen)["Last Viewed"] == "Kept as it is")
    assert told_of(screen) == "2 columns go to fields, 2 are kept as they are"
    screen.map_page.columns.chosen.emit(screen.map_page.columns_model.lines[3], "-")
    qtbot.waitUntil(lambda: labels(screen)["Rack"] == "Left out")
    assert screen.draft is not None
    assert screen.draft.mapping is not None
    assert screen.draft.mapping.left_out == ("Rack",)
    assert screen.map_page.columns_model.lines[3].reason == "As you said."


def told_of(screen: ImportScreen) -> str:
    """How many columns go where."""
    return next(one.text() for one in screen.map_page.findChildren(QLabel) if "go to fields" in one.text())


def test_a_field_that_is_given_to_another_column_says_so(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, "Key,Title,Deployment date,Rack\nCHG-1,Patch,2026-03-07,R4\n"))
    step_on(screen, qtbot, Step.MAP)
    page = screen.map_page
    lines = {line.header: line for line in page.columns_model.lines}
    offered = dict(page._fields_for(lines["Rack"]))
    assert offered["deployment_on"] == "Deployment on, now “Deployment date”"
    assert dict(page._fields_for(lines["Deployment date"]))["deployment_on"] == "Deployment on"
    page.columns.chosen.emit(lines["Rack"], "deployment_on")
    qtbot.waitUntil(lambda: labels(screen)["Deployment date"] == "Kept as it is")
    told = {line.header: (line.state[0], line.reason) for line in page.columns_model.lines}
    assert told["Rack"] == ("Chosen", "As you said.")
    assert told["Deployment date"] == ("", "“Rack” goes to “Deployment on” instead, as you said.")


def test_where_the_kind_is_a_guess_it_can_be_why_no_column_fits(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, "Thing,Size\nOne,3\n"))
    bare = replace(screen.current_draft(), kind="changes", mapping=Mapping("changes", {}))
    before = "No column holds “Key”: choose it under “Goes to”"
    assert bare.refusal(Step.MAP) == f"{before}, or go back and say what the list is of."
    chosen = replace(bare, settled=frozenset({"kind"}))
    assert chosen.refusal(Step.MAP) == f"{before}."


def test_of_an_empty_column_it_is_said_why_it_is_not_sure(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, "Key,Title,Description\nCHG-1,Patch,\nCHG-2,Move,\n"))
    step_on(screen, qtbot, Step.MAP)
    line = screen.map_page.columns_model.lines[2]
    assert line.is_unsure
    assert line.reason == "The field's own name. Its cells are empty."
