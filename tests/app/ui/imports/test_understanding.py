"""What a person answers on the second page, and what is not asked."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.windows import MaintenanceWindow, WindowState
from app.importing.reading.letters import SINGLE_BYTE
from app.services.imports.reading import ENCODINGS
from app.services.workplace import Workplace
from app.ui.context import DeskContext
from app.ui.imports.draft import Step
from app.ui.imports.pages import LEAST_HEIGHT
from app.ui.imports.screen import ImportScreen
from app.ui.imports.understand_page import UnderstandPage
from app.ui.widgets import Chip, PlainLabel
from tests.app.ui.imports.acting import PATIENCE, answer_order, changes, choose, step_on, write

PLAN = "Activity,Status,Phase/Group,Task Classification,Expected start date,Expected end date,Responsible\n"


def test_a_plan_without_a_window_shows_the_way_to_the_first_and_waits(
    screen: ImportScreen, context: DeskContext, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    opened: list[str] = []
    context.navigate_requested.connect(lambda name, _record: opened.append(name))
    row = "A-1,Open,Deploy,Technical,2026-12-05,2026-12-05,Ada\n"
    screen._wanted_kind = "activities"
    choose(screen, qtbot, write(tmp_path, PLAN + row))
    assert "none is planned yet" in screen.footer.words.text()
    way = screen.understand_page.question()
    assert way is screen.understand_page.plan_window
    QTest.keyClick(way, Qt.Key.Key_Return)
    assert opened == ["calendar"]
    starts = workplace.clock() + timedelta(days=3)
    with workplace.write() as work:
        work.add(MaintenanceWindow("Weekly", starts, starts + timedelta(hours=6), "Europe/Berlin"), "test")
        work.commit()
    screen.activate(None)
    box = screen.understand_page.field
    qtbot.waitUntil(lambda: box("window").isEnabled(), timeout=PATIENCE)
    assert screen.understand_page.question() is box("window")
    assert screen.footer.words.text() == "This list belongs to a window; say which one."
    box("window").setCurrentIndex(1)
    box("window").activated.emit(1)
    assert screen.footer.next.isEnabled()


def test_the_order_of_dates_remembered_is_changed_in_place(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    head = "Key,Title,Deployment date\n"
    choose(screen, qtbot, write(tmp_path, f"{head}CHG-1,Patch,05/04/2026\n"))
    answer_order(screen, "Deployment date", "mdy")
    for step in (Step.MAP, Step.CHECK, Step.DONE):
        step_on(screen, qtbot, step)
    screen.begin_again()
    choose(screen, qtbot, write(tmp_path, f"{head}CHG-1,Patch,05/04/2026\n"))
    box = screen.understand_page.field("order Deployment date")
    assert (box.currentData(), screen.footer.next.isEnabled()) == ("mdy", True)
    answer_order(screen, "Deployment date", "dmy")
    for step in (Step.MAP, Step.CHECK, Step.DONE):
        step_on(screen, qtbot, step)
    assert changes(workplace)["CHG-1"].deployment_on == date(2026, 4, 5)


def test_of_a_calendar_nothing_is_asked_that_it_does_not_have(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    """Neither a delimiter nor a row of names; and the dry run shows no column that is empty in every row."""
    event = (
        "BEGIN:VEVENT\nUID:w1\nDTSTART:20261205T210000Z\nDTEND:20261206T030000Z\nSUMMARY:Weekly\nEND:VEVENT"
    )
    choose(screen, qtbot, write(tmp_path, f"BEGIN:VCALENDAR\nVERSION:2.0\n{event}\nEND:VCALENDAR\n", "w.ics"))
    assert set(screen.understand_page._fields) == {"source", "kind", "zone"}
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    titles = [one.title for one in screen.check_page.model.columns]
    assert "Id in the calendar" not in titles
    starts = titles.index("Starts")
    assert screen.check_page.model.index(0, starts).data() == "2026-12-05 21:00 UTC"


def test_a_list_without_rows_is_not_gone_through_for_nothing(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, "Key,Title\n"))
    assert screen.footer.words.text().startswith("The list has no rows below its names.")
    assert not screen.footer.next.isEnabled()
    screen.next()
    assert screen.step is Step.UNDERSTAND
    assert screen.footer.back.hasFocus(), "the keyboard stays on the page"
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert screen.step is Step.CHOOSE


def test_freezes_among_windows_are_named_and_come_in_as_freezes_until_somebody_says_otherwise(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "Week 1,2026-03-01 22:00,2026-03-02 04:00\nWeek 2,2026-03-08 22:00,2026-03-09 04:00\n"
    freeze = "Easter freeze,2026-04-01 00:00,2026-04-07 00:00\n"
    choose(screen, qtbot, write(tmp_path, f"Window,Window start,Window end\n{rows}{freeze}"))
    shown = " ".join(label.text() for label in screen.understand_page.findChildren(QLabel))
    assert "1 of the 3 entries is a freeze: “Easter freeze”." in shown
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    assert screen.draft is not None
    assert entries_shown(screen) == ["Window", "Window", "Freeze"]
    screen.back()
    screen.map_page.show_words()
    qtbot.waitUntil(lambda: bool(screen.map_page.words_model.lines))
    line = next(one for one in screen.map_page.words_model.lines if one.word == "Freeze")
    screen.map_page.words.chosen.emit(line, "window")
    step_on(screen, qtbot, Step.CHECK)
    assert entries_shown(screen) == ["Window"] * 3


def entries_shown(screen: ImportScreen) -> list[str]:
    """What the dry run says of each new entry: window or freeze."""
    model = screen.check_page.model
    titles = [one.title for one in model.columns]
    assert "Other columns" not in titles  # they are stored with neither
    column = titles.index("Window or freeze")
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_another_list_begins_at_its_first_row_and_its_columns(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    text = "Key,Title,State\n" + "".join(f"CHG-{n},Patch,Odd\n" for n in range(200))
    choose(screen, qtbot, write(tmp_path, text))
    step_on(screen, qtbot, Step.MAP)
    screen.map_page.show_words()
    screen.rows.show_row(180)
    assert screen.rows.table.verticalScrollBar().value() > 0
    screen.begin_again()
    choose(screen, qtbot, write(tmp_path, text, "second.csv"))
    assert screen.rows.table.verticalScrollBar().value() == 0
    step_on(screen, qtbot, Step.MAP)
    assert screen.map_page.segments.current == "columns"
    assert screen.map_page.columns.hasFocus()


def test_every_code_page_that_can_be_found_for_the_eight_languages_can_be_chosen() -> None:
    western = {"cp1252", "cp1250", "cp1254", "mac_roman", "cp850"}
    assert western <= set(SINGLE_BYTE)
    assert western <= set(ENCODINGS)


def test_in_a_low_and_narrow_window_nothing_is_cut_and_the_question_is_in_sight(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    starts = workplace.clock() + timedelta(days=3)
    with workplace.write() as work:
        work.add(MaintenanceWindow("Weekly", starts, starts + timedelta(hours=6), "Europe/Berlin"), "test")
        work.commit()
    screen._wanted_kind = "activities"
    choose(screen, qtbot, write(tmp_path, "Step,Activity,Start\n1,Patch,05/12/2026 20:00\n"))
    assert screen.draft is not None
    page = UnderstandPage(screen.context.theme)
    qtbot.addWidget(page)
    page.resize(620, 140)
    page.show()
    page.show_draft(screen.draft)
    qtbot.waitUntil(lambda: not page.halves.are_beside)
    page.activateWindow()
    page.field("order Start").setFocus()
    page.show_focused()
    asked = page.question()
    assert asked is not None
    qtbot.waitUntil(lambda: asked.visibleRegion().boundingRect().height() == asked.height())
    assert page.horizontalScrollBar().maximum() == 0
    page.resize(1280, 720)
    qtbot.waitUntil(lambda: page.halves.are_beside)


def test_a_larger_window_gives_the_rows_of_the_file_the_new_height(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, "Key,Title\nCHG-1,Patch\n"))
    screen.resize(1280, 1200)
    least = max(LEAST_HEIGHT, screen.understand_page.wanted_height())
    qtbot.waitUntil(lambda: screen.pages.height() == least)


def test_a_border_that_was_moved_stays(screen: ImportScreen, qtbot: QtBot, tmp_path: Path) -> None:
    choose(screen, qtbot, write(tmp_path, "Key,Title\nCHG-1,Patch\n"))
    screen.splitter.splitterMoved.emit(300, 1)
    screen.splitter.setSizes([300, 300])
    before = screen.pages.height()
    screen.resize(1280, 900)
    QTest.qWait(50)
    assert screen.pages.height() >= before
    assert screen.pages.height() != screen.understand_page.wanted_height()


def test_a_plan_of_which_no_step_begins_in_a_window_is_put_on_none_unasked(
    screen: ImportScreen, context: DeskContext, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    starts = workplace.clock() + timedelta(days=3)
    with workplace.write() as work:
        window = work.add(MaintenanceWindow("Weekly", starts, starts + timedelta(hours=6), "UTC"), "test")
        work.commit()
    context.select_window(window.id)
    screen._wanted_kind = "activities"
    choose(screen, qtbot, write(tmp_path, "Step,Activity,Start\n1,Patch,2020-02-13 09:00\n"))
    assert screen.current_draft().window_id is None
    assert not screen.footer.next.isEnabled()
    told = [one.text() for one in screen.understand_page.findChildren(PlainLabel)]
    assert "No step begins in one of these windows; the first is on Thu 13 Feb 2020." in told
    box = screen.understand_page.field("window")
    qtbot.waitUntil(box.hasFocus, timeout=PATIENCE)
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    assert screen.current_draft().window_id == window.id
    step_on(screen, qtbot, Step.MAP)


def test_a_window_that_is_over_is_not_offered_for_a_plan(
    screen: ImportScreen, context: DeskContext, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    """Else it would be guessed by the plan's times, and refused only once all was answered."""
    begins, coming = (workplace.clock() + timedelta(days=days) for days in (-2, 3))
    hours = timedelta(hours=6)
    with workplace.write() as work:
        over = MaintenanceWindow("Last", begins, begins + hours, "UTC", state=WindowState.CLOSED)
        over = work.add(over, "test")
        ahead = work.add(MaintenanceWindow("Next", coming, coming + hours, "UTC"), "test")
        work.commit()
    context.select_window(over.id)
    screen._wanted_kind = "activities"
    choose(screen, qtbot, write(tmp_path, f"Step,Activity,Start\n1,Patch,{begins.isoformat()}\n"))
    box = screen.understand_page.field("window")
    assert [box.itemData(place) for place in range(box.count())] == [None, ahead.id]
    assert box.currentData() is None


def test_a_plan_is_guessed_to_be_for_the_window_in_which_its_steps_begin(
    screen: ImportScreen, context: DeskContext, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    starts = [workplace.clock() + timedelta(days=days) for days in (3, 10)]
    with workplace.write() as work:
        windows = [
            work.add(MaintenanceWindow("Weekly", one, one + timedelta(hours=6), "Europe/Berlin"), "test")
            for one in starts
        ]
        work.commit()
    context.select_window(windows[0].id)
    screen._wanted_kind = "activities"
    begins = starts[1] + timedelta(hours=1)
    choose(screen, qtbot, write(tmp_path, f"Step,Activity,Start\n1,Patch,{begins.isoformat()}\n"))
    assert screen.draft is not None
    assert screen.draft.window_id == windows[1].id
    assert screen.understand_page.field("window").currentData() == windows[1].id
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    table = screen.check_page.table
    place = [column.title for column in table.lines.columns].index("Start")
    shown = table.lines.index(0, place).data()
    assert table.fontMetrics().horizontalAdvance(shown) < table.columnWidth(place)


def test_back_at_the_first_page_the_list_at_hand_is_named(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, "Key,Title\nCHG-1,Patch\n"))
    screen.back()
    assert screen.step is Step.CHOOSE
    assert screen.footer.next.text() == "Go on with list.csv"
    QTest.mouseClick(screen.footer.next, Qt.MouseButton.LeftButton)
    assert screen.step is Step.UNDERSTAND


def test_a_zone_is_written_by_its_city_and_one_that_is_none_is_not_gone_on_with(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, "Key,Title\nCHG-1,Patch\n"))
    page = screen.understand_page
    box = page.field("zone")
    assert box.accessibleDescription() == "Guess: The zone of the organisation's windows."
    box.setFocus()
    box.setEditText("Nowhere")
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert (screen.step, box.hasFocus()) == (Step.UNDERSTAND, True)
    assert "! Not a time zone" in [chip.text() for chip in page.findChildren(Chip)]
    box.setEditText("madrid")
    step_on(screen, qtbot, Step.MAP)
    assert screen.draft is not None
    assert screen.draft.zone_name == "Europe/Madrid"
    screen.back()
    assert page.field("zone").currentText() == "Europe/Madrid"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Key,Title\nCHG-1,Prüfen\n", "1 row · 2 columns, as they stand"),
        (
            "Key,Title\nCHG-1,Prüfen\nCHG-2,Größe\n".encode().decode("cp1252"),
            "2 rows · 2 columns, as read; what was set right is noted",
        ),
        (
            "Key,Deployment date\nCHG-1,2026-03-11\nCHG-2,2026-05-04\nCHG-3,2026-01-12\nCHG-4,13/03/2026\n"
            "CHG-5,25/04/2026\nCHG-6,2026-02-07\n",
            "6 rows · 2 columns, as read; what was set right is noted",
        ),
    ],
)
def test_rows_that_were_set_right_are_not_said_to_be_as_they_stand(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path, text: str, words: str
) -> None:
    choose(screen, qtbot, write(tmp_path, text))
    assert screen.rows.size_words.text() == words


def test_a_zone_that_was_said_is_that_of_such_lists_from_then_on(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path, "Key,Title,Created\nCHG-1,Patch,2026-11-02 00:10\n")
    choose(screen, qtbot, path)
    box = screen.understand_page.field("zone")
    box.setFocus()
    box.setEditText("madrid")
    for step in (Step.MAP, Step.CHECK, Step.DONE):
        step_on(screen, qtbot, step)
    screen.begin_again()
    choose(screen, qtbot, path)
    box = screen.understand_page.field("zone")
    assert box.currentText() == "Europe/Madrid"
    assert box.accessibleDescription().startswith("As last time")
