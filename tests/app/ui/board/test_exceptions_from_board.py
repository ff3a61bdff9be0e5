"""From the board to an exception: the change's panel, a checkpoint's late list, a refused drop, the share."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.changes import Change
from app.domain.exceptions import ExceptionKind, ExceptionRequest
from app.services import checkpoints, placement
from app.services.exceptions import requests
from app.services.exceptions.reading import ExceptionShare
from app.ui.board.checkpoint_dialog import CheckpointDialog
from app.ui.board.screen import BoardScreen
from app.ui.board.summary import share_words, summary_text
from app.ui.context import DeskContext
from app.ui.exceptions.beginnings import LABEL, NewException
from tests.app.services.board_world import World

Went = list[tuple[str, object]]


def going(context: DeskContext) -> Went:
    """Where the desk is asked to go from now on."""
    went: Went = []
    context.navigate_requested.connect(lambda screen_id, record: went.append((screen_id, record)))
    return went


def buttons(section: object, label: str) -> list[QPushButton]:
    """The buttons of a tab that say `label`."""
    return [one for one in section.findChildren(QPushButton) if one.text() == label]  # type: ignore[attr-defined]


def ask(world: World, change: Change) -> ExceptionRequest:
    """A late exception of a change, asked for by the operations manager."""
    wanted = ExceptionRequest(
        change.id or 0, ExceptionKind.LATE, 0, world.people[1].id or 0, world.window_id, "In for test",
        ("build",), None, "The vendor was late", "It may fail", "A fine", "Smoke test",
    )  # fmt: skip
    return requests.ask(world.workplace, requests.draft(world.workplace, wanted).value.id or 0).value


def test_the_panel_asks_for_an_exception_at_the_checkpoint_that_fails(
    screen: BoardScreen, world: World, context: DeskContext, qtbot: QtBot
) -> None:
    went = going(context)
    change_id = world.changes[0].id or 0
    screen.panel.show_change(change_id)
    qtbot.waitUntil(lambda: screen.panel.panel is not None)
    offered = buttons(screen.panel.gates, LABEL)
    assert len(offered) == 2
    offered[0].click()
    assert went == [("exceptions", NewException(change_id, world.window_id, "In for test"))]


def test_the_panel_shows_what_was_asked_and_opens_it(
    screen: BoardScreen, world: World, context: DeskContext, qtbot: QtBot
) -> None:
    request = ask(world, world.changes[0])
    went = going(context)
    screen.panel.show_change(world.changes[0].id or 0)
    qtbot.waitUntil(lambda: screen.panel.panel is not None)
    (opening,) = buttons(screen.panel.signatures, "Open")
    opening.click()
    assert went == [("exceptions", request.id)]


def test_the_late_list_offers_an_exception_for_one_change(
    screen: BoardScreen, world: World, context: DeskContext, qtbot: QtBot
) -> None:
    went = going(context)
    screen.actions_of.evaluate_checkpoint()
    dialog = screen.findChild(CheckpointDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.failed.count() == 7)
    assert not dialog.ask_exception.isEnabled()
    dialog.failed.setCurrentRow(0)
    change_id = dialog.selected_ids()[0]
    dialog.ask_exception.click()
    assert went == [("exceptions", NewException(change_id, world.window_id, "In for test"))]


def test_a_refused_move_offers_the_exception_that_would_help(
    screen: BoardScreen, world: World, context: DeskContext, qtbot: QtBot
) -> None:
    change_id = world.changes[0].id or 0
    placement.place_change(world.workplace, [change_id], None)
    checkpoints.freeze_checkpoint(world.workplace, world.window_id, "In for test")
    said: list[str] = []
    context.noticed.connect(lambda notice: said.append(f"{notice.text} {notice.action_label}"))
    screen.actions_of.place([change_id], world.window_id)
    qtbot.waitUntil(lambda: any(LABEL in text for text in said))
    assert any("can go in with an exception late at a checkpoint" in text for text in said)


def test_the_share_stands_in_the_boards_header(screen: BoardScreen, world: World, qtbot: QtBot) -> None:
    assert screen.view is not None
    assert summary_text(screen.view).endswith("0 of 31 by exception")
    ask(world, world.changes[0])
    screen.reload()
    qtbot.waitUntil(
        lambda: screen.view is not None and summary_text(screen.view).endswith("1 of 31 by exception")
    )
    share = ExceptionShare((3, 31), (15, 250), 8)
    assert share_words(share) == "3 of 31 by exception, 6 % over the last 8"
    assert share_words(replace(share, recent=(0, 0))) == "3 of 31 by exception"
