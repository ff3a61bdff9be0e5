"""The shell makes screens on their first visit, counts down, finds commands and shows errors."""

import threading
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.services.errors import RefusedError
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.jobs import Jobs
from app.ui.screen import Screen, ScreenEntry
from app.ui.shell import CheckpointHeader, MainWindow, SearchHit, ShellQueries, WindowHeader
from app.ui.shell.errors import error_dialog
from app.ui.shell.fuzzy import fuzzy_score
from app.ui.shell.status_line import StatusLine
from app.ui.shell.top_bar import countdown_parts
from app.ui.theme import Preference, Theme
from app.ui.widgets import ConfirmDialog

NOW = datetime(2026, 11, 25, 7, 50, tzinfo=UTC)
CHECKPOINT = CheckpointHeader("In for test", datetime(2026, 11, 25, 11, tzinfo=UTC), 7, 31)
HEADER = WindowHeader(
    1,
    "Weekly",
    datetime(2026, 11, 28, 21, tzinfo=UTC),
    datetime(2026, 11, 29, 5, tzinfo=UTC),
    "Europe/Berlin",
    "intake",
    "31 changes",
    "accent",
    CHECKPOINT,
)


class Page(Screen):
    made = 0

    def __init__(self, context):
        super().__init__(context)
        type(self).made += 1
        self.changes, self.opened, self.ran = [], [], []

    def refresh(self, changes):
        self.changes.append(changes)

    def open_record(self, record):
        self.opened.append(record)

    def commands(self):
        return [Command("Lock window", lambda: self.ran.append(1), "Ctrl+L")]


@pytest.fixture
def window(qtbot, tmp_path):
    Page.made = 0
    jobs = Jobs()
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    context = DeskContext(None, jobs, Theme(Preference.LIGHT), lambda: NOW, settings)
    context.select_window(1)
    queries = ShellQueries(
        lambda _: HEADER,
        lambda: {"intake": 12},
        lambda words: [SearchHit("Change", f"CHG {words}", "", "intake", None, 7)],
        lambda: 1,
    )
    entries = [ScreenEntry(one, one.title(), "plan", "board", Page) for one in ("board", "intake")]
    made = MainWindow(context, entries, queries)
    context.setParent(made)
    qtbot.addWidget(made)
    made.show()
    made.show_screen("board")
    qtbot.waitUntil(jobs.is_idle)
    yield made
    jobs.shutdown()


def test_screens_are_made_on_their_first_visit(window):
    assert Page.made == 1
    window.show_screen("intake")
    window.show_screen("board")
    window.show_screen("intake")
    assert Page.made == 2


def test_the_keyboard_is_where_a_screen_puts_it_also_before_the_window_is_shown(window):
    window.hide()
    window.show_screen("intake")
    page = window.current_screen
    button = QPushButton("Begin", page)
    page.activate = lambda _window_id: button.setFocus()
    window.show_screen("board")
    window.show_screen("intake")
    assert window.focusWidget() is button


def test_the_screen_in_front_hears_of_changes(window):
    touched = SimpleNamespace(kind="change", record_id="4", action="changed")
    window._context.announcer.announce([touched])
    assert window.current_screen.changes == [(touched,)]


def test_palette_runs_what_is_typed(qtbot, window):
    window._finder.open_commands()
    field = window._finder.palette_popup.field
    qtbot.keyClicks(field, "go intake")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window._current_id == "intake"


def test_the_keyboard_comes_back_from_the_palette_to_where_it_was(qtbot, window):
    before = QPushButton("Choose file", window.current_screen)
    before.show()
    before.setFocus()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        window._finder.open_commands()
        popup = window._finder.palette_popup
        qtbot.keyClicks(popup.field, "lock")
        qtbot.keyClick(popup.field, key)
        assert not popup.isVisible()
        assert window.focusWidget() is before


def test_palette_runs_the_command_as_it_stands_when_it_is_chosen(qtbot, window):
    window._finder.open_commands()
    popup = window._finder.palette_popup
    qtbot.keyClicks(popup.field, "lock")
    qtbot.waitUntil(lambda: popup._items.rowCount() > 0)
    page, ran = window.current_screen, []
    page.commands = lambda: [Command("Lock window", lambda: ran.append("anew"), "Ctrl+L")]
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert (page.ran, ran) == ([], ["anew"])


def test_search_opens_the_record_on_its_screen(qtbot, window):
    window._finder.open_search()
    popup = window._finder.search_popup
    qtbot.keyClicks(popup.field, "ledger")
    qtbot.waitUntil(lambda: popup.list.model().rowCount() == 1)
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert window.current_screen.opened == [7]


def test_perform_announces_and_answers(qtbot, window):
    done, touched = [], SimpleNamespace(kind="window", record_id="1", action="changed")
    result = SimpleNamespace(value="moved", touched=(touched,))
    window._context.perform("Moving", lambda: result, window, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert (done, window.current_screen.changes) == (["moved"], [(touched,)])


def test_countdown_is_written_by_the_clock():
    assert countdown_parts(CHECKPOINT, "Europe/Berlin", NOW) == (
        "In for test",
        "closes in",
        "3 h 10 min",
        "(Wed 12:00)",
    )
    late = datetime(2026, 11, 25, 11, 5, tzinfo=UTC)
    assert countdown_parts(CHECKPOINT, "Europe/Berlin", late)[1:3] == ("closed", "5 min ago")


def test_refusals_show_their_reasons_and_defects_keep_a_report(qtbot, tmp_path):
    refusal = error_dialog(RefusedError("No.", ("Locked.",)), "Moving", lambda: NOW, tmp_path, None)
    qtbot.addWidget(refusal)
    assert "Locked." in refusal.accessibleDescription()
    assert list(tmp_path.iterdir()) == []
    defect = error_dialog(KeyError("x"), "Moving", lambda: NOW, tmp_path, None)
    qtbot.addWidget(defect)
    assert "KeyError" in next(tmp_path.iterdir()).read_text()


def test_unbroken_matches_beat_scattered_ones():
    assert fuzzy_score("boa", "Go to Board") > fuzzy_score("gtb", "Go to Board") > 0
    assert fuzzy_score("board", "Go to Board") > fuzzy_score("board", "Keyboard help") > 0
    assert fuzzy_score("xyz", "Go to Board") is None


def test_the_status_line_says_when_something_is_being_saved(qtbot: QtBot) -> None:
    jobs = Jobs()
    line = StatusLine(Theme(Preference.LIGHT), jobs)
    qtbot.addWidget(line)
    go_on = threading.Event()
    jobs.run(lambda _control: go_on.wait(5), lambda _done: None, title="Moving", owner=line, is_writing=True)
    assert line._saved.text() == "Saving…"
    go_on.set()
    qtbot.waitUntil(lambda: line._saved.text() == "All changes saved")
    jobs.shutdown()


def test_the_status_line_offers_no_cancelling_that_does_nothing(qtbot: QtBot) -> None:
    jobs = Jobs()
    line = StatusLine(Theme(Preference.LIGHT), jobs)
    qtbot.addWidget(line)
    line.show()
    go_on = threading.Event()

    def work(control):
        control.progress(0.5, "Moving")
        return go_on.wait(5)

    jobs.run(work, lambda _done: None, title="Moving", owner=line, is_writing=True)
    qtbot.waitUntil(lambda: line._bar.value() == 50)
    assert line._job.text() == "Moving"
    assert not line._cancel.isVisible()
    go_on.set()
    qtbot.waitUntil(jobs.is_idle)
    jobs.shutdown()


def test_closing_asks_before_it_stops_what_is_being_stored(qtbot, window):
    stopped = threading.Event()
    window._context.jobs.run(
        lambda _control: stopped.wait(5),
        lambda _done: None,
        title="Importing list.csv",
        owner=window,
        is_writing=True,
        stop=stopped.set,
    )
    window.close()
    asked = window.findChild(ConfirmDialog)
    assert window.isVisible()
    assert asked is not None
    assert "Importing list.csv is not done yet" in asked.accessibleDescription()
    asked.cancel.click()
    window.close()
    qtbot.waitUntil(lambda: window.findChild(ConfirmDialog) not in (None, asked))
    window.findChildren(ConfirmDialog)[-1].confirm.click()
    assert not window.isVisible()
    stopped.set()


@pytest.mark.parametrize("sentence", ["Short.", "A sentence that goes on for several lines. " * 8])
def test_a_question_is_as_high_as_its_words(qtbot: QtBot, sentence: str) -> None:
    asked = ConfirmDialog("Undo the whole import?", sentence, "Undo")
    qtbot.addWidget(asked)
    asked.show()
    layout = asked.layout()
    assert layout is not None
    assert asked.height() == layout.totalHeightForWidth(asked.width())
