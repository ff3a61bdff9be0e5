"""The desk that the tests of this screen act on, with the people who sign."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.register import Person
from app.ui.context import DeskContext
from app.ui.exceptions.screen import ExceptionsScreen
from tests.app.services.board_world import World
from tests.app.services.exception_world import add_people
from tests.app.ui.follow_desk import PATIENCE, context, world

__all__ = ["context", "world"]


@pytest.fixture
def people(world: World) -> dict[str, Person]:
    """Everybody by first name."""
    return add_people(world)


@pytest.fixture
def screen(context: DeskContext, world: World, people: dict[str, Person], qtbot: QtBot) -> ExceptionsScreen:
    """The screen, with the window in front."""
    context.select_window(world.window_id)
    made = ExceptionsScreen(context)
    context.announcer.records_changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activate(world.window_id)
    qtbot.waitUntil(context.jobs.is_idle, timeout=PATIENCE)
    return made
