"""The desk freezes a checkpoint at its cutoff by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.services.board import board
from app.services.checkpoints import evaluate_checkpoint
from app.services.errors import DatabaseBusyError
from app.ui.board.cutoffs import CutoffWatch
from app.ui.context import DeskContext, Notice
from tests.app.services.board_world import World


def test_what_is_due_is_frozen_and_said(context: DeskContext, world: World, qtbot: QtBot) -> None:
    """Nothing happens before the cutoff; afterwards it is frozen once, with a notice."""
    notices: list[Notice] = []
    context.noticed.connect(notices.append)
    watch = CutoffWatch(context)
    watch.check()
    qtbot.waitUntil(context.jobs.is_idle)
    assert not notices
    world.clock.now += timedelta(days=2)
    watch.check()
    qtbot.waitUntil(lambda: len(notices) == 1)
    assert notices[0].text == "In for test closed: 24 passed, 7 not in."
    assert board(world.workplace, world.window_id).checkpoints[0].frozen_at is not None
    watch.stop()


def test_nothing_is_said_where_nothing_stands(context: DeskContext, world: World, qtbot: QtBot) -> None:
    """A checkpoint of a window without changes freezes without a word; one with changes is told."""
    notices: list[Notice] = []
    context.noticed.connect(notices.append)
    watch = CutoffWatch(context)
    due = evaluate_checkpoint(world.workplace, world.window_id, "In for test")
    watch._done((replace(due, passed=(), failed=()), due))
    assert [notice.text for notice in notices] == ["In for test closed: 24 passed, 7 not in."]
    watch.stop()


def test_a_busy_database_is_tried_again_without_a_word(
    context: DeskContext, world: World, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another program stores a long import nobody wants a dialog every minute."""
    errors: list[tuple[BaseException, str]] = []
    context.error_raised.connect(lambda error, doing: errors.append((error, doing)))

    def busy(_services: object) -> None:
        raise DatabaseBusyError("The database is locked.")

    watch = CutoffWatch(context)
    with monkeypatch.context() as patch:
        patch.setattr("app.ui.board.cutoffs.freeze_due", busy)
        patch.setattr("app.ui.board.cutoffs.advance_windows", busy)
        watch.check()
        qtbot.waitUntil(context.jobs.is_idle)
    assert not errors
    notices: list[Notice] = []
    context.noticed.connect(notices.append)
    world.clock.now += timedelta(days=2)
    watch.check()
    qtbot.waitUntil(lambda: len(notices) == 1)
    watch.stop()
