"""The suggestion on the sequence screen: searched, shown as a diff, taken in part or whole, or explained."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.changes import Change
from app.domain.register import Person
from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Activity, Phase, Sequence
from app.services.sequences import save_sequence
from app.services.workplace import Workplace, open_workplace
from app.ui.context import DeskContext
from app.ui.jobs import Jobs
from app.ui.sequence.screen import SequenceScreen
from app.ui.sequence.suggestion_desk import SuggestionDesk
from app.ui.theme import Theme
from app.ui.theme.theme import Preference

NOW = datetime(2026, 11, 27, 8, tzinfo=UTC)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def workplace(local_url: str) -> Iterator[Workplace]:
    workplace = open_workplace(local_url, "tester", lambda: NOW)
    yield workplace
    workplace.close()


@pytest.fixture
def window_id(workplace: Workplace) -> int:
    """Three steps of one player at the same time, the last far too late."""
    with workplace.write() as work:
        window = work.add(
            MaintenanceWindow(
                "Weekly",
                datetime(2026, 11, 28, 21, tzinfo=UTC),
                datetime(2026, 11, 29, 5, tzinfo=UTC),
                "Europe/Berlin",
            )
        )
        work.add(Change("CHG-1", "<b>Search</b>", window_id=window.id))
        ada = work.add(Person("Ada"))
        work.commit()
    assert window.id is not None
    assert ada.id is not None
    steps = tuple(
        Activity(
            letter * 32,
            f"Step {letter}",
            Phase.DEPLOY,
            "CHG-1",
            30,
            players=(ada.id,),
            planned_start=start,
            rollback_minutes=10,
            position=position,
        )
        for position, (letter, start) in enumerate((("a", None), ("b", None), ("c", 200)))
    )
    save_sequence(workplace, window.id, Sequence(steps, (), 480), 0)
    return window.id


@pytest.fixture
def screen(qtbot: QtBot, workplace: Workplace, window_id: int, tmp_path: Path) -> Iterator[SequenceScreen]:
    jobs = Jobs()
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    context = DeskContext(workplace, jobs, Theme(Preference.LIGHT), lambda: NOW, settings)
    screen = SequenceScreen(context)
    screen.resize(1400, 744)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate(window_id)
    qtbot.waitUntil(lambda: screen._editor is not None, timeout=10_000)
    yield screen
    desk_of(screen).session.close()
    screen.deactivate()
    jobs.shutdown()


def desk_of(screen: SequenceScreen) -> SuggestionDesk:
    return screen._suggestions


def searched(qtbot: QtBot, screen: SequenceScreen) -> SuggestionDesk:
    desk = desk_of(screen)
    qtbot.mouseClick(desk.button, LEFT)
    assert desk.session.is_searching
    qtbot.waitUntil(lambda: not desk.session.is_searching and not desk.session.is_explaining, timeout=40_000)
    return desk


def test_a_search_shows_what_would_move_and_is_taken_whole(qtbot: QtBot, screen: SequenceScreen) -> None:
    desk = searched(qtbot, screen)
    editor = screen._editor
    assert editor is not None
    QAbstractItemModelTester(desk.panel.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert desk.panel.isVisible()
    assert {one.activity_id[0] for one in desk.session.changes} >= {"c"}
    assert "No earlier finish is possible." in desk.panel._bound.text()
    assert "140 min earlier" in desk.panel._state.text()
    screen.grab()  # the ghosts are painted
    qtbot.mouseClick(desk.panel._accept, LEFT)
    assert editor.analysis.finish == 90
    assert editor.analysis.conflicts == ()
    assert not desk.panel.isVisible()
    editor.undo()
    assert editor.analysis.finish == 230


def test_only_what_is_ticked_is_taken(qtbot: QtBot, screen: SequenceScreen) -> None:
    desk = searched(qtbot, screen)
    editor = screen._editor
    assert editor is not None
    table = desk.panel.table
    before = {one: editor.start_of(one) for one in editor.sequence.ids}
    row = next(n for n in range(table.rowCount()) if table.activity_at(n) == "c" * 32)
    table.tick_all(False)
    assert not desk.panel._accept_chosen.isEnabled()
    table.setData(table.index(row, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert table.chosen == ("c" * 32,)
    qtbot.mouseClick(desk.panel._accept_chosen, LEFT)
    after = {one: editor.start_of(one) for one in editor.sequence.ids}
    assert {one for one in after if after[one] != before[one]} == {"c" * 32}
    assert desk.panel.isVisible()  # the rest is still offered
    assert all(one.activity_id != "c" * 32 for one in desk.session.changes)


def test_why_there_is_none_is_shown_and_selects_the_rows(qtbot: QtBot, screen: SequenceScreen) -> None:
    editor = screen._editor
    assert editor is not None
    editor.set_field(("a" * 32,), "deadline", 20)
    desk = searched(qtbot, screen)
    cards = desk.panel.reasons.cards
    assert len(cards) == 2
    assert any("ends by" in card.accessibleName() for card in cards)
    card = next(card for card in cards if "ends by" in card.accessibleName())
    assert "deadline 10 min later" in card.accessibleName()
    qtbot.mouseClick(card, LEFT)
    assert editor.selected == ("a" * 32,)


def test_stopping_keeps_the_best_and_escape_closes(qtbot: QtBot, screen: SequenceScreen) -> None:
    desk = desk_of(screen)
    desk.search()
    qtbot.waitUntil(lambda: desk.session.suggestion is not None, timeout=20_000)
    desk.session.stop()
    qtbot.waitUntil(lambda: not desk.session.is_searching, timeout=2_000)
    assert desk.session.suggestion is not None
    assert desk.session.suggestion.is_usable
    qtbot.keyClick(desk.panel, Qt.Key.Key_Escape)
    assert not desk.panel.isVisible()


def test_an_edit_of_the_steps_drops_what_was_proposed(qtbot: QtBot, screen: SequenceScreen) -> None:
    desk = searched(qtbot, screen)
    editor = screen._editor
    assert editor is not None
    assert desk.session.is_open
    editor.resize("b" * 32, 45)
    assert not desk.session.is_open
    assert desk.session.changes == ()


def test_the_selected_stay_where_they_are_when_asked(qtbot: QtBot, screen: SequenceScreen) -> None:
    editor = screen._editor
    assert editor is not None
    editor.select(("c" * 32,))
    desk_of(screen).panel.keep.setChecked(True)
    desk = searched(qtbot, screen)
    assert desk.session.suggestion is not None
    assert desk.session.suggestion.starts["c" * 32] == 200


def test_commands_say_why_they_cannot_be_used(screen: SequenceScreen) -> None:
    commands = {command.label: command for command in desk_of(screen).commands()}
    assert commands["Suggest a sequence"].shortcut == "Ctrl+G"
    assert commands["Stop searching"].reason == "No search is running."


def test_a_night_that_has_begun_is_re_planned_elsewhere(screen: SequenceScreen) -> None:
    editor = screen._editor
    assert editor is not None
    editor.set_field(("a" * 32,), "actual_start", 0)
    desk = desk_of(screen)
    assert not desk.button.isEnabled()
    assert "Night screen" in desk.button.toolTip()
    desk.search()
    assert not desk.session.is_open
