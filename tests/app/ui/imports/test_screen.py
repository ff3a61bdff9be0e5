"""What a person does on the import screen: choose, look, map, check, store, undo."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.changes import Change
from app.domain.reconciliation import DetectedChange
from app.domain.register import Person
from app.domain.windows import MaintenanceWindow
from app.services.imports.profiles import remembered_profiles
from app.services.imports.undo import past_imports
from app.services.workplace import Workplace
from app.store.reading import find
from app.ui.imports.check_lines import counts_of
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from app.ui.imports.waiting import ArrivedList
from app.ui.widgets import Chip
from tests.app.services.imports.test_undo import edit

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


def test_an_ambiguous_date_is_answered_before_going_on(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path, "Key,Title,Deployment date\nCHG-1,Patch,05/04/2026\nCHG-2,Move,06/03/2026\n")
    choose(screen, qtbot, path)
    assert not screen.footer.next.isEnabled()
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert screen.step is Step.UNDERSTAND
    answer_order(screen, "Deployment date", "mdy")
    for step in (Step.MAP, Step.CHECK, Step.DONE):
        step_on(screen, qtbot, step)
    on = changes(workplace)["CHG-1"].deployment_on
    assert on is not None
    assert (on.month, on.day) == (5, 4)


def test_one_answer_is_taken_for_the_other_dates_until_said_otherwise(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    head = "Key,Title,Deployment date,Opened,Closed\n"
    path = write(tmp_path, f"{head}CHG-1,Patch,05/04/2026,03/02/2026,02/01/2026\n")
    choose(screen, qtbot, path)
    answer_order(screen, "Deployment date", "dmy")
    assert screen.footer.next.isEnabled()
    page = screen.understand_page
    assert page.field("order Opened").currentData() == "dmy"
    assert [chip.text() for chip in page.findChildren(Chip)].count("! Guess") >= 2
    answer_order(screen, "Opened", "mdy")
    answer_order(screen, "Deployment date", "mdy")
    assert page.field("order Closed").currentData() == "mdy"
    answer_order(screen, "Deployment date", "dmy")
    for step in (Step.MAP, Step.CHECK, Step.DONE):
        step_on(screen, qtbot, step)
    change = changes(workplace)["CHG-1"]
    assert (change.deployment_on, change.created_at) == (
        date(2026, 4, 5),
        datetime(2026, 3, 2, tzinfo=UTC),
    )


def answer_order(screen: ImportScreen, header: str, order: str) -> None:
    """Choose how the dates of a column are read."""
    box = screen.understand_page.field(f"order {header}")
    box.setCurrentIndex(box.findData(order))
    box.activated.emit(box.currentIndex())


def test_what_both_changed_is_settled_field_by_field(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    edit(workplace, "CHG-1", title="Patch tonight")
    screen.begin_again()
    choose(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch both,Ada,New,Restore\n", "second.csv"))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    page = screen.check_page
    assert page.current == "conflicts"
    page.conflicts.chosen.emit(page.conflicts_model.lines[0], "list")
    assert screen.footer.next.text() == "Import 1 record"
    step_on(screen, qtbot, Step.DONE)
    assert changes(workplace)["CHG-1"].title == "Patch both"


def test_rejected_rows_are_saved_with_their_reason(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\nCHG-1,=1+1,Ada,New,Restore\n")
    choose(screen, qtbot, path)
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    out = tmp_path / "rejected.csv"
    screen.chooser.write_rejects(screen.current_draft(), out)
    qtbot.waitUntil(lambda: out.exists() and screen.context.jobs.is_idle(), timeout=PATIENCE)
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Row,Column,Reason,Key,Title")
    assert "same key" in lines[1]
    assert "'=1+1" in lines[1]


@pytest.mark.parametrize(
    ("text", "shown", "told"),
    [
        ("Key,Title,Rack\nCHG-1,Patch,R4\n", "Kept as it is", "2 columns go to fields, 1 is kept as it is"),
        ("Name,Team,Rack\nAda,Ops,R4\n", "Left out", "2 columns go to fields, 1 is left out"),
    ],
)
def test_a_column_without_a_field_says_whether_it_is_kept(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path, text: str, shown: str, told: str
) -> None:
    choose(screen, qtbot, write(tmp_path, text))
    step_on(screen, qtbot, Step.MAP)
    line = screen.map_page.columns_model.lines[2]
    assert (line.header, line.label) == ("Rack", shown)
    assert any(told in one.text() for one in screen.map_page.findChildren(QLabel))


def test_another_field_and_another_delimiter_in_place(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, "Key;Was;Wer\nCHG-1;Patch, both;Ada\nCHG-2;Move;Ben\n"))
    assert screen.draft is not None
    assert screen.draft.mapping is not None
    step_on(screen, qtbot, Step.MAP)
    lines = screen.map_page.columns_model.lines
    screen.map_page.columns.chosen.emit(lines[1], "title")
    assert screen.draft.mapping.columns["Was"] == "title"
    screen.back()
    box = screen.understand_page.field("delimiter")
    box.setCurrentIndex(box.findData(","))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(
        lambda: screen.draft is not None and screen.draft.choice.delimiter == ",", timeout=PATIENCE
    )
    assert screen.rows.table.lines.columnCount() == 3


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


def test_a_remembered_mapping_is_forgotten_on_wish(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n")
    import_all(screen, qtbot, path)
    assert len(remembered_profiles(workplace)) == 1
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
    assert remembered_profiles(workplace) == ()


def test_stopping_stores_nothing(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "".join(f"CHG-{number},Patch,Ada,New,Restore\n" for number in range(3_000))
    choose(screen, qtbot, write(tmp_path, HEADER + rows))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    notices: list[str] = []
    screen.context.noticed.connect(lambda notice: notices.append(notice.text))
    screen.next()
    assert screen.footer.stop.isVisible()
    screen.footer.stop.click()
    qtbot.waitUntil(lambda: bool(notices), timeout=PATIENCE)
    assert notices == ["Stopped. Nothing was stored."]
    assert screen.step is Step.CHECK
    assert changes(workplace) == {}
    step_on(screen, qtbot, Step.DONE)
    assert len(changes(workplace)) == 3_000


def test_cancelling_in_the_status_line_stops_as_the_button_does(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "".join(f"CHG-{number},Patch,Ada,New,Restore\n" for number in range(3_000))
    choose(screen, qtbot, write(tmp_path, HEADER + rows))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    notices: list[str] = []
    screen.context.noticed.connect(lambda notice: notices.append(notice.text))
    screen.next()
    (job,) = (one for one in screen.context.jobs.running if one.is_writing)
    screen.context.jobs.cancel(job)
    qtbot.waitUntil(lambda: bool(notices), timeout=PATIENCE)
    assert notices == ["Stopped. Nothing was stored."]
    assert changes(workplace) == {}


def test_another_list_waits_while_one_is_imported(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    """A list that arrives while another is stored must not take the page from under it."""
    choose(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    notices: list[str] = []
    screen.context.noticed.connect(lambda notice: notices.append(notice.text))
    screen.next()
    assert screen.work.is_busy
    other = write(tmp_path, HEADER + "CHG-2,Other,Ada,New,Restore\n", "other.csv")
    screen.open_record(ArrivedList(other, "auto"))
    screen.open_path(other)
    told = "Importing list.csv: wait until this is done, or stop it first."
    assert notices == [told, told]
    qtbot.waitUntil(lambda: screen.step is Step.DONE, timeout=PATIENCE)
    assert list(changes(workplace)) == ["CHG-1"]


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


def test_a_sprint_is_given_a_window_in_place(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    starts = datetime(2026, 3, 7, 21, tzinfo=UTC)
    with workplace.write() as work:
        first = work.add(MaintenanceWindow("Weekly", starts, starts + timedelta(hours=8), "Europe/Berlin"))
        later = starts + timedelta(days=7)
        second = work.add(MaintenanceWindow("Weekly", later, later + timedelta(hours=8), "Europe/Berlin"))
        work.commit()
    choose(screen, qtbot, write(tmp_path, "Key,Title,Sprint\nA-1,One,2026-03-07\nA-2,Two,Spring\n"))
    step_on(screen, qtbot, Step.MAP)
    page = screen.map_page
    qtbot.waitUntil(lambda: bool(page.words_model.lines), timeout=PATIENCE)
    page.segments.choose("words")
    shown = {line.word: (line.shown, line.guess) for line in page.words_model.lines}
    assert shown["2026-03-07"] == ("Sat 07 Mar · Weekly", "the date in its name")
    assert shown["Spring"] == ("No window", "")
    spring = next(line for line in page.words_model.lines if line.word == "Spring")
    offered = dict(page._values_for(spring))
    assert list(offered.values()) == ["No window", "Sat 07 Mar · Weekly", "Sat 14 Mar · Weekly"]
    page._word_chosen(spring, str(second.id))
    qtbot.waitUntil(
        lambda: any(line.word == "Spring" and line.is_settled for line in page.words_model.lines),
        timeout=PATIENCE,
    )
    step_on(screen, qtbot, Step.CHECK)
    step_on(screen, qtbot, Step.DONE)
    assert screen.done_page.not_placed.isHidden()
    assert {key: one.window_id for key, one in changes(workplace).items()} == {
        "A-1": first.id,
        "A-2": second.id,
    }


def test_what_a_list_leaves_out_is_asked_once(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    text = (
        "Level,Date and Time,Source,Event ID,Task Category\n"
        "Information,17/10/2016 18:38:24,Service Control Manager,7040,None,The start type changed\n"
        "Information,17/10/2016 18:39:10,Service Control Manager,7045,None,A service was installed\n"
    )
    choose(screen, qtbot, write(tmp_path, text))
    step_on(screen, qtbot, Step.MAP)
    answer = screen.map_page.said_once.answer("ci")
    assert answer.hasFocus()
    refusal = "No column holds “System”: choose it under “Goes to”, or say it once for all rows."
    assert screen.footer.words.text() == refusal
    QTest.keyClicks(answer, "db01")
    assert answer.hasFocus()
    step_on(screen, qtbot, Step.CHECK)
    step_on(screen, qtbot, Step.DONE)
    with workplace.read() as connection:
        found = find(connection, DetectedChange)
    assert [(one.ci_name, one.what) for one in found] == [
        ("db01", "The start type changed"),
        ("db01", "A service was installed"),
    ]
    screen.begin_again()
    choose(screen, qtbot, write(tmp_path, text))
    step_on(screen, qtbot, Step.MAP)
    assert screen.map_page.said_once.answer("ci").text() == ""


def test_people_the_register_does_not_know_are_added_where_wanted(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "CHG-1,Patch,Ana Ruiz,New,Restore\nCHG-2,Move,Bo Li,New,Back\n"
    choose(screen, qtbot, write(tmp_path, HEADER + rows))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    page = screen.check_page
    page.part("people").click()
    assert [line.person.name for line in page.people_model.lines] == ["Ana Ruiz", "Bo Li"]
    page.add_everybody.click()
    assert all(line.is_added for line in page.people_model.lines)
    page.people.chosen.emit(page.people_model.lines[1], "text")
    assert [line.is_added for line in page.people_model.lines] == [True, False]
    step_on(screen, qtbot, Step.DONE)
    with workplace.read() as connection:
        assert [one.name for one in find(connection, Person)] == ["Ana Ruiz"]
    assert changes(workplace)["CHG-1"].owner_id is not None
    assert "1 person added" in " ".join(one.text() for one in screen.done_page.findChildren(Chip))


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
    monkeypatch.setattr("app.importing.reading._WHOLE", 10)
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
