"""The calendar as a person uses it: keys, mouse, drags, drops and dialogs on a small database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.changes import Change
from app.domain.schedule import default_checkpoints
from app.domain.windows import Freeze, WindowSeries, WindowState
from app.services import freezes, windows, windows_series
from app.services.intake import read_intake
from app.services.workplace import Workplace, open_workplace
from app.ui.calendar.entries import EntryKind, length_words
from app.ui.calendar.screen import CalendarScreen
from app.ui.changes_drag import mime_of
from app.ui.context import DeskContext, Notice
from app.ui.jobs import Jobs
from app.ui.theme import Preference, Theme

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def workplace(local_url: str) -> Iterator[Workplace]:
    opened = open_workplace(local_url, "tester", lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def context(workplace: Workplace, tmp_path: Path, qapp: QApplication) -> Iterator[DeskContext]:
    jobs = Jobs()
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    made = DeskContext(workplace, jobs, Theme(Preference.LIGHT), lambda: NOW, settings)
    yield made
    jobs.shutdown()


@pytest.fixture
def planned(workplace: Workplace) -> Workplace:
    series = WindowSeries(
        "Weekly",
        "FREQ=WEEKLY;BYDAY=SA",
        date(2026, 3, 7),
        time(22),
        time(6),
        "Europe/Berlin",
        checkpoints=default_checkpoints(6),
    )
    windows_series.create_series(workplace, series)
    freezes.create_freeze(
        workplace,
        Freeze("Quarter end", datetime(2026, 3, 24, tzinfo=UTC), datetime(2026, 3, 27, tzinfo=UTC), "UTC"),
    )
    with workplace.write() as unit:
        unit.add(Change("CHG-1", "Renew certificates"))
        unit.commit()
    return workplace


def opened(qtbot: QtBot, context: DeskContext) -> CalendarScreen:
    screen = CalendarScreen(context, viewer=BERLIN)
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    context.announcer.records_changed.connect(screen.refresh)  # as the shell does
    screen.activate(None)
    settle(qtbot, context)
    return screen


def settle(qtbot: QtBot, context: DeskContext) -> None:
    qtbot.waitUntil(context.jobs.is_idle, timeout=5000)
    qtbot.wait(20)
    qtbot.waitUntil(context.jobs.is_idle, timeout=5000)


def box_center(screen: CalendarScreen, row: int) -> QPoint:
    return screen.view.visualRect(screen.model.index(row, 0)).center()


def cell_center(screen: CalendarScreen, day: date) -> QPoint:
    cell = screen.view.page_layout().cell_of(day)
    assert cell is not None
    return screen.view.to_viewport(cell.rect).center()


def window_row(screen: CalendarScreen, day: date) -> int:
    return next(
        row
        for row, entry in enumerate(screen.model.entries)
        if entry.kind is EntryKind.WINDOW and entry.first_day == day
    )


def drag(qtbot: QtBot, screen: CalendarScreen, start: QPoint, end: QPoint) -> None:
    port = screen.view.viewport()
    qtbot.mousePress(port, LEFT, NONE, start)
    qtbot.mouseMove(port, start + QPoint(4, 4))
    for point in (start + QPoint(20, 8), end):
        screen.view.mouseMoveEvent(_moved(port.mapToGlobal(point), point))
    qtbot.mouseRelease(port, LEFT, NONE, end)


def _moved(where: QPoint, point: QPoint):  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    return QMouseEvent(QEvent.Type.MouseMove, QPointF(point), QPointF(where), LEFT, LEFT, NONE)


def test_an_empty_calendar_says_what_to_do_first(qtbot: QtBot, context: DeskContext) -> None:
    screen = opened(qtbot, context)
    assert screen.empty.isVisible()
    screen.empty.step.click()
    dialog = screen.actions_of.dialog
    assert dialog is not None
    dialog.field("name").setText("Weekly")  # type: ignore[attr-defined]
    dialog.ok.click()  # type: ignore[attr-defined]
    settle(qtbot, context)
    assert len(windows_series.list_series(context.services)) == 1
    assert not screen.empty.isVisible()


def test_the_model_behind_the_painting_speaks(qtbot: QtBot, context: DeskContext, planned: Workplace) -> None:
    screen = opened(qtbot, context)
    QAbstractItemModelTester(screen.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    row = window_row(screen, date(2026, 3, 28))
    said = screen.model.index(row, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert "7 h, clocks go forward" in said
    screen.step(1)
    settle(qtbot, context)
    screen.step(-1)
    settle(qtbot, context)
    assert screen.model.entries[row].first_day == date(2026, 3, 28)


@pytest.mark.parametrize("kind", ["month", "week", "quarter", "year"])
def test_every_span_paints_and_walks_by_keys(
    qtbot: QtBot, context: DeskContext, planned: Workplace, kind: str
) -> None:
    screen = opened(qtbot, context)
    screen.show_kind(kind)
    settle(qtbot, context)
    assert not screen.grab().isNull()
    screen.view.go_to_day(date(2026, 3, 6))
    qtbot.keyClick(screen.view, Qt.Key.Key_Right)
    settle(qtbot, context)
    entry = screen.view.current_entry
    assert screen.view.span.day == date(2026, 3, 7)
    assert entry is not None
    assert entry.kind is EntryKind.WINDOW
    assert context.selected_window_id == entry.window_id
    qtbot.keyClick(screen.view, Qt.Key.Key_PageDown)
    settle(qtbot, context)
    assert screen.view.span.day > date(2026, 3, 7)
    screen.go_today()
    assert screen.view.span.day == date(2026, 3, 2)


def test_enter_opens_the_board_of_a_window(qtbot: QtBot, context: DeskContext, planned: Workplace) -> None:
    screen = opened(qtbot, context)
    screen.view.go_to_day(date(2026, 3, 7))
    with qtbot.waitSignal(context.navigate_requested) as asked:
        qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0] == "board"


def test_dragging_a_window_asks_moves_and_undoes(
    qtbot: QtBot, context: DeskContext, planned: Workplace
) -> None:
    screen = opened(qtbot, context)
    notices: list[Notice] = []
    context.noticed.connect(notices.append)
    row = window_row(screen, date(2026, 3, 14))
    drag(qtbot, screen, box_center(screen, row), cell_center(screen, date(2026, 3, 12)))
    dialog = screen.actions_of.dialog
    assert dialog is not None
    dialog.ok.click()  # type: ignore[attr-defined]
    settle(qtbot, context)
    moved = windows.find_window(planned, "2026-03-12")
    assert moved.is_moved
    assert moved.starts_at == datetime(2026, 3, 12, 21, tzinfo=UTC)
    assert notices[-1].action is not None
    notices[-1].action()
    settle(qtbot, context)
    assert windows.find_window(planned, "2026-03-14").id == moved.id


def test_a_window_is_moved_and_lengthened_by_keys(
    qtbot: QtBot, context: DeskContext, planned: Workplace
) -> None:
    screen = opened(qtbot, context)
    screen.view.go_to_day(date(2026, 3, 7))
    assert screen.view.start_placing()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(screen.view, key)
    qtbot.keyClick(screen.view, Qt.Key.Key_Up)
    placing = screen.view.placing
    assert placing is not None
    assert not placing.is_legal
    assert placing.judgement.legal_start is not None
    qtbot.keyClick(screen.view, Qt.Key.Key_Escape)
    screen.start_resize()
    qtbot.keyClick(screen.view, Qt.Key.Key_Down)
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    dialog = screen.actions_of.dialog
    assert dialog is not None
    dialog.ok.click()  # type: ignore[attr-defined]
    settle(qtbot, context)
    window = windows.find_window(planned, "2026-03-07")
    assert window.ends_at == datetime(2026, 3, 8, 5, 15, tzinfo=UTC)


def drop(screen: CalendarScreen, ids: tuple[int, ...], point: QPoint) -> None:
    data = mime_of(ids)
    screen.view.dropEvent(QDropEvent(QPointF(point), Qt.DropAction.MoveAction, data, LEFT, NONE))


def test_a_change_dropped_on_a_window_leaves_the_intake_list(
    qtbot: QtBot, context: DeskContext, planned: Workplace
) -> None:
    screen = opened(qtbot, context)
    change_id = read_intake(planned).rows[0].id
    drop(screen, (change_id,), box_center(screen, window_row(screen, date(2026, 3, 14))))
    settle(qtbot, context)
    assert read_intake(planned).total == 0
    assert screen.model.entries[window_row(screen, date(2026, 3, 14))].figure == "1 / 40"
    assert screen.intake.model.rowCount() == 0


def test_a_refused_drop_says_why_and_ghosts_the_nearest_window(
    qtbot: QtBot, context: DeskContext, planned: Workplace
) -> None:
    freezes.create_freeze(
        planned,
        Freeze("Stop", datetime(2026, 3, 13, tzinfo=UTC), datetime(2026, 3, 17, tzinfo=UTC), "UTC"),
    )
    screen = opened(qtbot, context)
    change_id = read_intake(planned).rows[0].id
    drop(screen, (change_id,), box_center(screen, window_row(screen, date(2026, 3, 14))))
    settle(qtbot, context)
    assert read_intake(planned).total == 1
    assert "Stop" in screen.view._drop_words
    assert screen.view._nearest_window is not None
    assert not screen.grab().isNull()


def test_delete_cancels_with_a_reason(qtbot: QtBot, context: DeskContext, planned: Workplace) -> None:
    screen = opened(qtbot, context)
    screen.view.go_to_day(date(2026, 3, 7))
    screen.remove_current()
    dialog = screen.actions_of.dialog
    assert dialog is not None
    assert not dialog.ok.isEnabled()  # type: ignore[attr-defined]
    dialog.field("reason").setPlainText("Power works")  # type: ignore[attr-defined]
    dialog.ok.click()  # type: ignore[attr-defined]
    settle(qtbot, context)
    assert windows.find_window(planned, "2026-03-07").state is WindowState.CANCELLED


@pytest.mark.parametrize(
    ("starts", "hours", "words"),
    [
        (datetime(2026, 3, 28, 22, tzinfo=BERLIN), 7, "7 h, clocks go forward"),
        (datetime(2026, 10, 24, 22, tzinfo=BERLIN), 9, "9 h, clocks go back"),
        (datetime(2026, 3, 7, 22, tzinfo=BERLIN), 8, "8 h"),
    ],
)
def test_lengths_say_what_the_clocks_do(starts: datetime, hours: int, words: str) -> None:
    ends = (starts.astimezone(UTC) + timedelta(hours=hours)).astimezone(BERLIN)
    assert length_words(starts, ends) == words
