"""The sequence screen as a person uses it: adding, typing, dragging, linking, undoing, saving."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.changes import Change
from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Activity, Phase, Sequence
from app.services.sequences import open_sequence, save_sequence
from app.services.workplace import Workplace, open_workplace
from app.ui.context import DeskContext
from app.ui.jobs import Jobs
from app.ui.sequence.axis_geometry import ROW_HEIGHT, bar_rect, knob_center
from app.ui.sequence.model import AFTER, DURATION, START, TITLE
from app.ui.sequence.screen import SequenceScreen
from app.ui.theme import Theme
from app.ui.theme.theme import Preference

NOW = datetime(2026, 11, 27, 8, tzinfo=UTC)
HOSTILE = "<img src=x> &lt; =cmd|' /C calc'!A0 مرحبا 你好 🚀"
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def workplace(local_url: str) -> Iterator[Workplace]:
    workplace = open_workplace(local_url, "tester", lambda: NOW)
    yield workplace
    workplace.close()


@pytest.fixture
def window_id(workplace: Workplace) -> int:
    with workplace.write() as work:
        window = work.add(
            MaintenanceWindow(
                "Weekly",
                datetime(2026, 11, 28, 21, tzinfo=UTC),
                datetime(2026, 11, 29, 5, tzinfo=UTC),
                "Europe/Berlin",
            )
        )
        work.add(Change("CHG-1", HOSTILE, window_id=window.id))
        work.commit()
    return window.id or 0


@pytest.fixture
def planned(workplace: Workplace, window_id: int) -> int:
    steps = tuple(
        Activity(letter * 32, title, Phase.DEPLOY, "CHG-1", 30, position=position)
        for position, (letter, title) in enumerate(zip("abc", ("Stop", "Deploy", "Verify"), strict=True))
    )
    save_sequence(workplace, window_id, Sequence(steps, (), 480), 0)
    return window_id


@pytest.fixture
def screen(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> Iterator[SequenceScreen]:
    jobs = Jobs()
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    context = DeskContext(workplace, jobs, Theme(Preference.LIGHT), lambda: NOW, settings)
    screen = SequenceScreen(context)
    screen.resize(1280, 744)
    qtbot.addWidget(screen)
    screen.show()
    yield screen
    screen.deactivate()
    jobs.shutdown()


def opened(qtbot: QtBot, screen: SequenceScreen, window_id: int) -> None:
    screen.activate(window_id)
    qtbot.waitUntil(lambda: screen._editor is not None)


def stored(workplace: Workplace, window_id: int) -> Sequence:
    return open_sequence(workplace, window_id).sequence


def drag(qtbot: QtBot, screen: SequenceScreen, start: QPoint, end: QPoint) -> None:
    viewport = screen._axis.viewport()
    qtbot.mouseMove(viewport, start)
    qtbot.mousePress(viewport, LEFT, NO_KEY, start)
    for part in (3, 2, 1):
        qtbot.mouseMove(viewport, start + (end - start) / part)
    qtbot.mouseRelease(viewport, LEFT, NO_KEY, end)


def bar(screen: SequenceScreen, activity_id: str) -> tuple[QPoint, QPoint, QPoint]:
    """Middle, right edge and link handle of a bar."""
    position = screen._model.row_of(activity_id)
    assert position is not None
    rect = bar_rect(screen._editor, screen._axis.scale, activity_id, screen._axis.top_of(position))
    edge = QPoint(int(rect.right()) - 1, int(rect.center().y()))
    return rect.center().toPoint(), edge, knob_center(rect).toPoint()


def test_without_a_window_it_says_what_to_do(screen: SequenceScreen) -> None:
    screen.activate(None)
    assert screen._stack.currentWidget() is screen._no_window


def test_an_empty_window_offers_the_first_step(
    qtbot: QtBot, screen: SequenceScreen, workplace: Workplace, window_id: int
) -> None:
    opened(qtbot, screen, window_id)
    assert screen._content.currentIndex() == 1
    screen._add()
    assert screen._content.currentIndex() == 0
    screen._table.setFocus()
    qtbot.waitUntil(lambda: [a.title for a in stored(workplace, window_id).activities] == ["New activity"])


def test_a_dragged_bar_starts_where_it_was_put_and_is_saved(
    qtbot: QtBot, screen: SequenceScreen, workplace: Workplace, planned: int
) -> None:
    opened(qtbot, screen, planned)
    middle, _, _ = bar(screen, "b" * 32)
    pixels = round(60 * screen._axis.scale.pixels_a_minute)
    drag(qtbot, screen, middle, middle + QPoint(pixels, 0))
    assert screen._editor.start_of("b" * 32) == 60
    qtbot.waitUntil(lambda: stored(workplace, planned).activity("b" * 32).planned_start == 60)
    screen._undo_edit()
    assert screen._editor.start_of("b" * 32) == 0
    qtbot.waitUntil(lambda: stored(workplace, planned).activity("b" * 32).planned_start is None)


def test_a_dragged_bar_stops_at_the_edge_of_another_and_copies_are_made_by_key(
    qtbot: QtBot, screen: SequenceScreen, planned: int
) -> None:
    opened(qtbot, screen, planned)
    screen._editor.resize("a" * 32, 37)
    middle, _, _ = bar(screen, "b" * 32)
    nearly = round(38 * screen._axis.scale.pixels_a_minute)
    drag(qtbot, screen, middle, middle + QPoint(nearly, 0))
    assert screen._editor.start_of("b" * 32) == 37
    before = len(screen._editor.sequence)
    command = next(one for one in screen.commands() if one.label == "Duplicate activities")
    assert (command.shortcut, command.is_enabled) == ("Ctrl+D", True)
    command.run()
    assert len(screen._editor.sequence) == before + 1
    (copy,) = screen._editor.selected
    assert copy != "b" * 32
    assert screen._editor.sequence.activity(copy).title == screen._editor.sequence.activity("b" * 32).title


def test_the_edge_resizes_and_the_handle_links(qtbot: QtBot, screen: SequenceScreen, planned: int) -> None:
    opened(qtbot, screen, planned)
    _, edge, _ = bar(screen, "a" * 32)
    drag(qtbot, screen, edge, edge + QPoint(round(30 * screen._axis.scale.pixels_a_minute), 0))
    assert screen._editor.sequence.activity("a" * 32).duration_minutes == 60
    screen._editor.select(())
    _, _, knob = bar(screen, "a" * 32)
    target, _, _ = bar(screen, "b" * 32)
    drag(qtbot, screen, knob, target)
    assert [(link.predecessor, link.successor) for link in screen._editor.sequence.links] == [
        ("a" * 32, "b" * 32)
    ]
    assert screen._editor.start_of("b" * 32) == 60


def test_cells_are_typed_into(qtbot: QtBot, screen: SequenceScreen, planned: int) -> None:
    opened(qtbot, screen, planned)
    model, row = screen._model, screen._model.row_of("b" * 32)
    assert model.setData(model.index(row, TITLE), HOSTILE)
    assert model.setData(model.index(row, DURATION), "1h 10")
    assert model.setData(model.index(row, START), "F 23:30")
    assert model.setData(model.index(row, AFTER), "1FS+10m")
    activity = screen._editor.sequence.activity("b" * 32)
    assert (activity.title, activity.duration_minutes, activity.fixed_start) == (HOSTILE, 70, 90)
    assert model.index(row, START).data() == "F 23:30"
    assert model.index(row, AFTER).data() == "1FS+10m"


@pytest.mark.parametrize(
    ("column", "text", "says"),
    [
        (DURATION, "soon", "not a duration"),
        (START, "99:99", "not a time"),
        (AFTER, "77", "no row 77"),
        (AFTER, "2", "itself"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(
    qtbot: QtBot, screen: SequenceScreen, planned: int, column: int, text: str, says: str
) -> None:
    opened(qtbot, screen, planned)
    before = screen._editor.sequence
    model = screen._model
    with qtbot.waitSignal(screen._editor.refused) as refusal:
        model.setData(model.index(model.row_of("b" * 32), column), text)
    assert says in refusal.args[0]
    assert screen._editor.sequence == before


def test_keys_move_resize_and_zoom(qtbot: QtBot, screen: SequenceScreen, planned: int) -> None:
    opened(qtbot, screen, planned)
    axis, editor = screen._axis, screen._editor
    editor.select(("a" * 32, "c" * 32))
    qtbot.keyClick(axis, Qt.Key.Key_Right)
    assert [editor.start_of(letter * 32) for letter in "abc"] == [5, 0, 5]
    qtbot.keyClick(axis, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert editor.sequence.activity("a" * 32).duration_minutes == 35
    wide = axis.scale.pixels_a_minute
    qtbot.keyClick(axis, Qt.Key.Key_Plus)
    assert axis.scale.pixels_a_minute > wide
    qtbot.keyClick(axis, Qt.Key.Key_0)
    assert axis.scale.pixels_a_minute == pytest.approx(wide)


def test_removing_can_be_undone(
    qtbot: QtBot, screen: SequenceScreen, workplace: Workplace, planned: int
) -> None:
    opened(qtbot, screen, planned)
    screen._editor.select(("b" * 32,))
    qtbot.keyClick(screen._table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(stored(workplace, planned)) == 2)
    screen._undo_edit()
    qtbot.waitUntil(lambda: len(stored(workplace, planned)) == 3)


def test_taking_back_an_added_activity_while_its_details_are_open(
    qtbot: QtBot, screen: SequenceScreen, planned: int
) -> None:
    opened(qtbot, screen, planned)
    screen._open_panel()
    added = screen._editor.add("Wait for the bank")
    assert screen._editor.selected == (added,)
    screen._undo_edit()
    assert screen._editor.selected == ()
    assert len(screen._editor.sequence) == 3


def test_grouping_filtering_and_folding(qtbot: QtBot, screen: SequenceScreen, planned: int) -> None:
    opened(qtbot, screen, planned)
    model = screen._model
    assert [row.title for row in model.rows if row.activity_id is None] == [f"CHG-1 {HOSTILE}"]
    model.set_grouping("player")
    assert [row.title for row in model.rows if row.activity_id is None] == ["Nobody yet"]
    model.set_needle("verify")
    assert [row.title for row in model.rows if row.activity_id] == ["Verify"]
    model.set_needle("")
    model.toggle("nobody")
    assert [row.activity_id for row in model.rows] == [None]


def test_the_panel_sets_what_the_table_has_no_column_for(
    qtbot: QtBot, screen: SequenceScreen, planned: int
) -> None:
    opened(qtbot, screen, planned)
    screen._open_panel("b" * 32)
    panel = screen._panel
    assert panel.isVisible()
    panel._deadline.setText("03:00")
    panel._deadline.editingFinished.emit()
    panel._gate.setChecked(True)
    activity = screen._editor.sequence.activity("b" * 32)
    assert (activity.deadline, activity.is_go_no_go) == (300, True)
    panel._deadline.setText("nonsense")
    panel._deadline.editingFinished.emit()
    assert "not a time" in panel._problem.text()


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot, screen: SequenceScreen, planned: int) -> None:
    opened(qtbot, screen, planned)
    model = screen._model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen._editor.add("a" * 32)
    screen._editor.remove(("b" * 32,))
    model.set_grouping("phase")
    model.toggle("phase deploy")
    assert model.rowCount() == 1
    assert tester.model() is model


def test_a_newer_version_from_another_desk_is_not_overwritten(
    qtbot: QtBot, screen: SequenceScreen, workplace: Workplace, planned: int
) -> None:
    opened(qtbot, screen, planned)
    save_sequence(workplace, planned, Sequence((), (), 480), 1)
    notices = []
    screen.context.noticed.connect(lambda notice: notices.append(notice.text))
    screen._editor.move(("a" * 32,), 30)
    qtbot.waitUntil(lambda: bool(notices))
    assert "changed elsewhere" in notices[0]
    assert len(stored(workplace, planned)) == 0


def test_row_height_is_the_same_in_table_and_axis(qtbot: QtBot, screen: SequenceScreen, planned: int) -> None:
    opened(qtbot, screen, planned)
    table, axis = screen._table, screen._axis
    row = screen._model.row_of("c" * 32)
    top = table.rowViewportPosition(row) + table.horizontalHeader().height()
    assert abs(top - axis.top_of(row)) <= 1
    assert table.rowHeight(row) == ROW_HEIGHT
