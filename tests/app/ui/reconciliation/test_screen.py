"""What a person does with detected changes: explains many at once, makes fixes, empties the list."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.services.reconciliation.listing import list_detected
from app.ui.context import DeskContext
from app.ui.reconciliation.screen import ReconciliationScreen
from app.ui.widgets import ConfirmDialog
from tests.app.services.aftermath_world import detect
from tests.app.services.board_world import World
from tests.app.ui.follow_desk import PATIENCE


@pytest.fixture
def screen(context: DeskContext, world: World, qtbot: QtBot) -> ReconciliationScreen:
    """The screen with three sightings to explain, one of them seen three times."""
    when = world.clock.now - timedelta(hours=9)
    for place in range(3):
        detect(world, f"again{place}", when + timedelta(minutes=place))
    detect(world, "other", when, what="/etc/<b>y</b>")
    detect(world, "ghost", when, "ghost-01")
    made = ReconciliationScreen(context)
    context.announcer.records_changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activate(None)
    qtbot.waitUntil(lambda: made.table.records.rowCount() == 3, timeout=PATIENCE)
    return made


def test_the_reason_is_shown_and_repeats_are_one_row(screen: ReconciliationScreen) -> None:
    assert "3 to explain · 5 detected in 3 sightings" in screen.caption.text()
    again = next(row for row in screen.rows if row.sighting.repeats)
    screen.table.select_key(again.id)
    assert "Nothing is recorded for Edge router" in screen.details.text()
    assert again.sighting.repeats == 2


def test_all_are_explained_at_once_and_the_list_is_empty(
    screen: ReconciliationScreen, world: World, qtbot: QtBot
) -> None:
    screen.table.selectAll()
    screen.explain()
    (dialog,) = screen.findChildren(ConfirmDialog)
    assert not dialog.confirm.isEnabled()
    dialog.findChildren(QPlainTextEdit)[0].setPlainText("Patch of the vendor")
    dialog.confirm.click()
    qtbot.waitUntil(lambda: screen.stack.currentWidget() is screen.empty, timeout=PATIENCE)
    assert "Nothing left to explain" in screen.empty.accessibleName()
    assert list_detected(world.workplace).open_rows == ()


def test_one_becomes_a_fix(screen: ReconciliationScreen, world: World, qtbot: QtBot) -> None:
    wanted = next(row for row in screen.rows if row.first.key == "other")
    screen.table.select_key(wanted.id)
    screen.make_fix()
    assert screen.dialog is not None
    screen.dialog.ok.click()
    # The fix now records what else was seen there at the time; the unknown system is left to explain.
    qtbot.waitUntil(lambda: screen.table.records.rowCount() == 1, timeout=PATIENCE)
    screen.open_record(wanted.id)
    assert screen.filter.current == "all"
    assert "FIX-0001" in screen.details.text()
    assert not screen.buttons["explain"].isEnabled()


def test_search_says_when_nothing_is_found(screen: ReconciliationScreen) -> None:
    screen._searched("nothing like it")
    screen.search.setText("nothing like it")
    screen._show_front()
    assert "Nothing found" in screen.empty.accessibleName()
