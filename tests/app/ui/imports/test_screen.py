"""What a person does on the import screen: choose, look, map, check, store, undo."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.windows import MaintenanceWindow
from app.services.imports.profiles import UNDONE
from app.services.imports.undo import past_imports, undo_import
from app.services.workplace import Workplace
from app.ui.imports.check_lines import counts_of
from app.ui.imports.column_lines import column_lines
from app.ui.imports.draft import Step
from app.ui.imports.guesses import kind_state
from app.ui.imports.screen import ImportScreen
from app.ui.widgets import PlainLabel
from tests.app.services.imports.lists import remembered_mappings
from tests.app.services.imports.test_undo import edit
from tests.app.ui.imports.acting import HEADER, PATIENCE, changes, choose, import_all, step_on, write


def test_a_real_list_comes_in_by_the_keyboard_and_goes_again(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, shared_data: Path
) -> None:
    choose(screen, qtbot, shared_data / "servicenow" / "change_request-176.csv")
    assert screen.understand_page.field("source").currentText() == "ServiceNow changes"
    assert screen.rows.table.lines.rowCount() == 176
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    assert screen.draft is not None
    counts = counts_of(screen.draft)
    assert (counts["new"], counts["changed"], counts["rejected"]) == (176, 0, 0)
    assert screen.footer.next.text() == "Import 176 records"
    step_on(screen, qtbot, Step.DONE)
    assert len(changes(workplace)) == 176
    screen.undoing.ask(past_imports(workplace)[0])
    assert screen.undoing.dialog is not None
    screen.undoing.dialog.confirm.click()
    qtbot.waitUntil(lambda: screen.step is Step.CHOOSE, timeout=PATIENCE)
    assert changes(workplace) == {}
    shown = screen.choose_page.history.records
    qtbot.waitUntil(lambda: any(one.undone_at for one in shown.records), timeout=PATIENCE)
    assert not screen.choose_page.undo.isEnabled()


def test_enter_presses_the_button_that_has_the_focus(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, shared_data: Path
) -> None:
    """On the last page Enter at Undo undoes, and does not open the board."""
    import_all(screen, qtbot, shared_data / "servicenow" / "change_request-176.csv")
    screen.done_page.undo.setFocus()
    QTest.keyClick(screen.done_page.undo, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.undoing.dialog is not None, timeout=PATIENCE)
    assert screen.step is Step.DONE


def test_alt_left_goes_back_and_a_second_time_nothing_is_new(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n")
    import_all(screen, qtbot, path)
    screen.begin_again()
    choose(screen, qtbot, path)
    assert screen.draft is not None
    assert screen.draft.understood is not None
    assert screen.draft.understood.is_remembered
    step_on(screen, qtbot, Step.MAP)
    screen.back()
    assert screen.step is Step.UNDERSTAND
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    assert counts_of(screen.draft)["unchanged"] == 1


@pytest.mark.parametrize(
    "title",
    ["<img src=x>", "=cmd|' /C calc'!A0", "<b>bold</b> &lt;", "تحديث قاعدة البيانات", "x" * 10_000],
)
def test_titles_are_text_on_every_page(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path, title: str
) -> None:
    path = write(tmp_path, HEADER + f'CHG-1,"{title}",Ada,New,Restore\n')
    choose(screen, qtbot, path)
    shown = screen.rows.table.lines.index(0, 2).data()
    assert title.startswith(shown.removesuffix("…"))
    assert shown
    for step in (Step.MAP, Step.CHECK):
        step_on(screen, qtbot, step)
        screen.grab()
    assert title.startswith(screen.check_page.model.index(0, 2).data().removesuffix("…"))
    tooltip = screen.check_page.model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tooltip
    step_on(screen, qtbot, Step.DONE)
    assert changes(workplace)["CHG-1"].title == title


def test_a_remembered_mapping_is_forgotten_on_wish(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n")
    import_all(screen, qtbot, path)
    assert len(remembered_mappings(workplace)) == 1
    screen.begin_again()
    choose(screen, qtbot, path)
    screen.understand_page.forget.click()
    qtbot.waitUntil(
        lambda: (
            screen.draft is not None
            and screen.draft.understood is not None
            and not screen.draft.understood.is_remembered
        ),
        timeout=PATIENCE,
    )
    assert remembered_mappings(workplace) == {}


def test_the_mapping_of_an_import_that_was_undone_is_a_guess(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n")
    import_all(screen, qtbot, path)
    undo_import(workplace, 1)
    screen.begin_again()
    choose(screen, qtbot, path)
    assert UNDONE in [one.text() for one in screen.understand_page.findChildren(PlainLabel)]
    assert screen.draft is not None
    assert screen.draft.understood is not None
    assert kind_state(screen.draft, screen.draft.understood)[0] == "Guess"
    lines = column_lines(screen.draft, screen.draft.understood.table)
    assert {one.state[0] for one in lines} == {"As remembered"}


def test_a_mapping_of_nearly_such_a_list_is_a_guess_that_can_be_refused(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    screen.begin_again()
    head = HEADER.replace("\n", ",Shelf\n")
    choose(screen, qtbot, write(tmp_path, head + "CHG-1,Patch,Ada,New,Restore,12\n"))
    told = [one.text() for one in screen.understand_page.findChildren(PlainLabel)]
    assert any("was, but for “Shelf”, which is new." in one for one in told)
    assert screen.draft is not None
    assert screen.draft.understood is not None
    chips = {one.header: one.state[0] for one in column_lines(screen.draft, screen.draft.understood.table)}
    assert (chips["Key"], chips["Shelf"]) == ("As remembered", "")
    screen.understand_page.forget.click()
    qtbot.waitUntil(
        lambda: (
            screen.draft is not None
            and screen.draft.understood is not None
            and screen.draft.understood.nearly is None
        ),
        timeout=PATIENCE,
    )


def test_what_stands_in_the_way_of_undoing_is_named(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    edit(workplace, "CHG-1", title="Patch tonight")
    errors: list[Exception] = []
    screen.context.error_raised.connect(lambda error, _doing: errors.append(error))
    screen.undoing.undo(1, "list.csv")
    qtbot.waitUntil(lambda: bool(errors), timeout=PATIENCE)
    assert "CHG-1 has been edited since." in str(errors[0])
    assert list(changes(workplace)) == ["CHG-1"]


def test_the_screen_that_shows_what_was_imported_is_opened(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    opened: list[str] = []
    screen.context.navigate_requested.connect(lambda name, _record: opened.append(name))
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,,New,Restore\n"))
    assert screen.done_page.open.text() == "Open the intake"
    screen.done_page.open.click()
    starts = screen.context.services.now() + timedelta(days=4)
    with workplace.write() as work:
        window = work.add(MaintenanceWindow("Weekly", starts, starts + timedelta(hours=8), "Europe/Berlin"))
        work.commit()
    screen.begin_again()
    choose(screen, qtbot, write(tmp_path, HEADER + "CHG-2,Move,,New,Restore\n", "second.csv"))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    screen.check_page.window_chosen.emit(window.id)
    step_on(screen, qtbot, Step.DONE)
    assert screen.done_page.open.text() == "Open the board"
    screen.done_page.open.click()
    assert opened == ["intake", "board"]
    assert screen.context.selected_window_id == window.id
