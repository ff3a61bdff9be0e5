"""Opening a change from elsewhere: it is shown, and it is selected and in view among the others."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.ui.board.model import CARD_ROLE
from app.ui.board.screen import BoardScreen
from app.ui.context import DeskContext
from app.ui.intake.screen import IntakeScreen
from tests.app.services.board_world import World

MANY = 120


def add_to_intake(world: World) -> list[int]:
    """Many changes without a window; the ids in the order of their keys."""
    with world.workplace.write() as work:
        made = [
            work.add(
                replace(world.changes[0], id=None, key=f"INT-{number:03}", window_id=None, deployment_on=None)
            )
            for number in range(MANY)
        ]
        work.commit()
    return [one.id or 0 for one in made]


def is_seen_as_selected(screen: BoardScreen, change_id: int) -> bool:
    """Whether the row of a change is the one selected, and inside what is seen of the table."""
    table = screen.table
    rows = [one for one in table.selectionModel().selectedRows() if one.data(CARD_ROLE).id == change_id]
    return bool(rows) and table.viewport().rect().contains(table.visualRect(rows[0]).center())


def open_intake(context: DeskContext, qtbot: QtBot) -> IntakeScreen:
    """The intake list, before anything of it is read."""
    screen = IntakeScreen(context)
    qtbot.addWidget(screen)
    screen.resize(1280, 600)
    screen.show()
    screen.activate(None)
    return screen


def test_a_change_opened_before_the_intake_is_read_is_selected_and_scrolled_to(
    context: DeskContext, world: World, qtbot: QtBot
) -> None:
    """As the search does, which comes to a screen and opens the change in one go."""
    ids = add_to_intake(world)
    screen = open_intake(context, qtbot)
    screen.open_record(ids[-2])
    qtbot.waitUntil(lambda: is_seen_as_selected(screen, ids[-2]))
    qtbot.waitUntil(screen.panel.isVisible)
    screen.open_record(ids[3])
    qtbot.waitUntil(lambda: is_seen_as_selected(screen, ids[3]))


def test_a_change_that_a_filter_hides_is_seen_when_it_is_opened(
    context: DeskContext, world: World, qtbot: QtBot
) -> None:
    ids = add_to_intake(world)
    screen = open_intake(context, qtbot)
    qtbot.waitUntil(lambda: screen.model.rowCount() >= MANY)
    screen.filter.set_words("INT-001")
    screen.open_record(ids[100])
    qtbot.waitUntil(lambda: is_seen_as_selected(screen, ids[100]))


def test_what_was_selected_since_stays_when_the_list_is_read_again(
    context: DeskContext, world: World, qtbot: QtBot
) -> None:
    ids = add_to_intake(world)
    screen = open_intake(context, qtbot)
    screen.open_record(ids[50])
    qtbot.waitUntil(lambda: is_seen_as_selected(screen, ids[50]))
    screen.select_change(ids[7])
    screen.reload()
    qtbot.waitUntil(context.jobs.is_idle)
    assert is_seen_as_selected(screen, ids[7])
