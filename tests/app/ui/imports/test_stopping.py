"""Stopping an import, and what waits meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.windows import MaintenanceWindow
from app.services.workplace import Workplace
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from app.ui.imports.waiting import ArrivedList
from tests.app.ui.imports.acting import HEADER, PATIENCE, changes, choose, import_all, step_on, write


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


def test_escape_stops_what_is_under_way(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "".join(f"CHG-{number},Patch,Ada,New,Restore\n" for number in range(3_000))
    choose(screen, qtbot, write(tmp_path, HEADER + rows))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    notices: list[str] = []
    screen.context.noticed.connect(lambda notice: notices.append(notice.text))
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert notices == []
    screen.next()
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(notices), timeout=PATIENCE)
    assert notices == ["Stopped. Nothing was stored."]
    assert (screen.step, changes(workplace)) == (Step.CHECK, {})


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


def test_a_version_that_came_while_the_one_before_was_looked_at_still_waits(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    """The list of today is written over yesterday's while that is being imported."""
    path = write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n")
    first = ArrivedList(path, arrived_at=datetime(2026, 3, 2, 6, tzinfo=UTC))
    screen.waiting.add([first])
    choose(screen, qtbot, path)
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    second = ArrivedList(path, arrived_at=datetime(2026, 3, 3, 6, tzinfo=UTC))
    screen.waiting.add([second])
    step_on(screen, qtbot, Step.DONE)
    assert screen.waiting.lists == (second,)
    screen.begin_again()
    import_all(screen, qtbot, path)
    assert not screen.waiting.lists


def test_an_answer_given_while_the_list_is_compared_is_not_taken_and_that_is_said(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    """The dry run under way knows nothing of it, and would be shown as if it did."""
    rows = "".join(f"CHG-{number},Patch,Ada,New,Restore\n" for number in range(3_000))
    choose(screen, qtbot, write(tmp_path, HEADER + rows))
    step_on(screen, qtbot, Step.MAP)
    notices: list[str] = []
    screen.context.noticed.connect(lambda notice: notices.append(notice.text))
    before = screen.current_draft().mapping
    screen.next()
    screen.map_page.columns.chosen.emit(screen.map_page.columns_model.lines[2], "")
    assert notices == ["Comparing with what is here: wait until this is done, or stop it first."]
    qtbot.waitUntil(lambda: screen.step is Step.CHECK, timeout=PATIENCE)
    assert screen.current_draft().mapping == before


def test_another_window_that_is_stopped_is_not_shown_as_chosen(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    starts = datetime(2026, 3, 7, 21, tzinfo=UTC)
    with workplace.write() as work:
        work.add(MaintenanceWindow("Weekly", starts, starts + timedelta(hours=8), "Europe/Berlin"))
        work.commit()
    rows = "".join(f"CHG-{number},Patch,Ada,New,Restore\n" for number in range(3_000))
    choose(screen, qtbot, write(tmp_path, HEADER + rows))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    box = screen.check_page.window_box
    box.setCurrentIndex(1)
    box.activated.emit(1)
    screen.footer.stop.click()
    qtbot.waitUntil(lambda: not screen.work.is_busy, timeout=PATIENCE)
    assert (box.currentData(), screen.current_draft().window_id) == (None, None)
