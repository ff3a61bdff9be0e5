"""What a list leaves open is asked on the page where it is seen, and the answer counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.reconciliation import DetectedChange
from app.domain.windows import MaintenanceWindow
from app.services.workplace import Workplace
from app.store.reading import find
from app.ui.imports.draft import Step
from app.ui.imports.guesses import order_state
from app.ui.imports.screen import ImportScreen
from app.ui.widgets import Chip
from app.ui.widgets.records import TONE_ROLE
from tests.app.ui.imports.acting import PATIENCE, answer_order, changes, choose, step_on, write


def test_an_ambiguous_date_is_answered_before_going_on(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path, "Key,Title,Deployment date\nCHG-1,Patch,05/04/2026\nCHG-2,Move,06/03/2026\n")
    choose(screen, qtbot, path)
    assert not screen.footer.next.isEnabled()
    answer_order(screen, "Deployment date", "mdy")
    for step in (Step.MAP, Step.CHECK, Step.DONE):
        step_on(screen, qtbot, step)
    on = changes(workplace)["CHG-1"].deployment_on
    assert on is not None
    assert (on.month, on.day) == (5, 4)


def test_enter_goes_to_what_is_asked_and_opens_its_choices(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, "Key,Title,Deployment date\nCHG-1,Patch,05/04/2026\n"))
    screen.footer.back.setFocus()
    screen.next()
    box = screen.understand_page.field("order Deployment date")
    assert (box.hasFocus(), box.view().isVisible()) == (True, False)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert (screen.step, box.view().isVisible()) == (Step.UNDERSTAND, True)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(box.view(), key)
    answered = screen.understand_page.field("order Deployment date")
    assert (answered.currentData(), answered.hasFocus()) == ("mdy", True)
    assert screen.footer.next.isEnabled()


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


AMBIGUOUS = "Key,Title,Deployment date,Handover\nCHG-1,Patch,2026-04-05,05/04/2026\n"


def map_to(screen: ImportScreen, header: str, field: str) -> None:
    """Choose a field for a column on the third page."""
    lines = screen.map_page.columns_model.lines
    screen.map_page.columns.chosen.emit(next(line for line in lines if line.header == header), field)


def test_dates_of_a_column_that_is_mapped_by_hand_are_asked_about_in_place(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, AMBIGUOUS))
    step_on(screen, qtbot, Step.MAP)
    map_to(screen, "Handover", "deployment_on")
    page = screen.map_page
    qtbot.waitUntil(page.dates.isVisible, timeout=PATIENCE)
    assert screen.footer.words.text() == "Say how the dates in “Handover” are to be read."
    QTest.keyClick(screen, Qt.Key.Key_Return)
    box = page.dates.box("Handover")
    assert (screen.step, box.hasFocus()) == (Step.MAP, True)
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert screen.footer.next.isEnabled()
    for step in (Step.CHECK, Step.DONE):
        step_on(screen, qtbot, step)
    assert changes(workplace)["CHG-1"].deployment_on == date(2026, 5, 4)


def test_who_goes_on_at_once_is_asked_about_the_dates_of_a_column_mapped_by_hand(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, AMBIGUOUS))
    step_on(screen, qtbot, Step.MAP)
    map_to(screen, "Handover", "deployment_on")
    screen.check()
    qtbot.waitUntil(lambda: not screen.work.is_busy, timeout=PATIENCE)
    assert (screen.step, screen.footer.next.isEnabled()) == (Step.MAP, False)
    assert screen.map_page.dates.box("Handover").hasFocus()


def test_dates_of_a_column_mapped_by_hand_follow_the_answer_given_for_others(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    text = "Key,Title,Deployment date,Handover\nCHG-1,Patch,06/03/2026,05/04/2026\n"
    choose(screen, qtbot, write(tmp_path, text))
    answer_order(screen, "Deployment date", "mdy")
    step_on(screen, qtbot, Step.MAP)
    map_to(screen, "Handover", "deployment_on")
    qtbot.waitUntil(screen.map_page.dates.isVisible, timeout=PATIENCE)
    assert screen.map_page.dates.box("Handover").currentData() == "mdy"
    assert "! Guess" in [chip.text() for chip in screen.map_page.dates.findChildren(Chip)]
    for step in (Step.CHECK, Step.DONE):
        step_on(screen, qtbot, step)
    assert changes(workplace)["CHG-1"].deployment_on == date(2026, 5, 4)


def test_the_column_that_is_asked_about_is_seen_in_the_rows_of_the_file(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    remarks = ",".join(f"Remark {number}" for number in range(30))
    row = ",".join(f"remark number {number} of them" for number in range(30))
    text = f"Key,Title,{remarks},Deployment date\nCHG-1,Patch,{row},05/04/2026\n"
    choose(screen, qtbot, write(tmp_path, text))
    rows = screen.rows.table
    place = rows.lines.columnCount() - 1
    assert screen.understand_page.field("order Deployment date").hasFocus()
    assert rows.horizontalScrollBar().value() > 0
    assert [rows.lines.index(0, at).data(TONE_ROLE) for at in (1, place)] == ["muted", "text"]
    QTest.keyClick(screen.understand_page.field("order Deployment date"), Qt.Key.Key_Tab)
    assert rows.lines.index(0, 1).data(TONE_ROLE) == "text"


def test_no_row_of_the_file_is_marked_before_somebody_comes_to_one(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    """A page that turned or was drawn anew handed the keyboard through the rows, and one stayed marked."""
    choose(screen, qtbot, write(tmp_path, "Key,Title,Deployment date\nCHG-1,Patch,05/04/2026\n"))
    marked = screen.rows.table.selectionModel().hasSelection
    assert not marked()
    QTest.keyClick(screen.understand_page.field("order Deployment date"), Qt.Key.Key_Down)
    assert screen.current_draft().answered == {"Deployment date"}
    assert screen.understand_page.field("order Deployment date").hasFocus()
    assert not marked()
    step_on(screen, qtbot, Step.MAP)
    assert not marked()


def test_the_window_that_is_chosen_says_how_a_plan_s_dates_are_read(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    """A guess that is told, made anew for another window, and that an answer goes before."""
    days = {"March": (3, 5), "April": (4, 5), "May": (5, 3)}
    with workplace.write() as work:
        made = {
            title: work.add(MaintenanceWindow(title, starts, starts + timedelta(hours=8), "UTC")).id
            for title, day in days.items()
            if (starts := datetime(2026, *day, 18, tzinfo=UTC))
        }
        work.commit()
    screen._wanted_kind = "activities"
    choose(screen, qtbot, write(tmp_path, "Step,Activity,Start\n1,Patch,05/03/2026 20:00\n"))
    page = screen.understand_page

    def read_as(title: str) -> str:
        box = page.field("window")
        box.setCurrentIndex(box.findData(made[title]))
        box.activated.emit(box.currentIndex())
        qtbot.waitUntil(lambda: not screen.context.jobs.running, timeout=PATIENCE)
        return str(page.field("order Start").currentData() or "")

    assert [read_as(title) for title in ("May", "March", "April", "May")] == ["mdy", "dmy", "", "mdy"]
    assert screen.draft is not None
    assert "so that the steps are of the window" in order_state(screen.draft, "Start", True)[2]
    assert screen.footer.next.isEnabled()
    answer_order(screen, "Start", "dmy")
    assert read_as("May") == "dmy"


def test_answers_for_all_rows_stand_below_each_other(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    screen._wanted_kind = "deployments"
    choose(screen, qtbot, write(tmp_path, "Build,When,Result\n101,2026-11-20 21:00,Success\n"))
    step_on(screen, qtbot, Step.MAP)
    said = screen.map_page.said_once
    qtbot.waitUntil(said.isVisible, timeout=PATIENCE)
    places = {said.answer(field).x() for field in ("change_key", "environment")}
    assert len(places) == 1
