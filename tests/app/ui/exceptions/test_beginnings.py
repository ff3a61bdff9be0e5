"""How a refused placing leads to an exception: offered where it would help, silent where it would not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from app.domain.exceptions import ExceptionKind
from app.domain.register import Person
from app.domain.windows import Freeze, FreezeStrength
from app.services.checkpoints import freeze_checkpoint
from app.ui.calendar.screen import CalendarScreen
from app.ui.context import DeskContext, Notice
from app.ui.exceptions.beginnings import NewException
from app.ui.exceptions.request_form import RequestForm
from app.ui.exceptions.screen import ExceptionsScreen
from tests.app.services.board_world import World
from tests.app.ui.exceptions.acting import opened
from tests.app.ui.follow_desk import PATIENCE


@pytest.fixture
def notices(context: DeskContext) -> list[Notice]:
    """What the desk says."""
    said: list[Notice] = []
    context.noticed.connect(said.append)
    return said


@pytest.fixture
def calendar(context: DeskContext, world: World, qtbot: QtBot) -> CalendarScreen:
    """The calendar, with the first change back in the intake list and the first checkpoint closed."""
    freeze_checkpoint(world.workplace, world.window_id, "In for test")
    with world.workplace.write() as work:
        change = work.get(type(world.changes[0]), world.changes[0].id or 0)
        work.save(replace(change, window_id=None))
        work.commit()
    made = CalendarScreen(context, viewer=ZoneInfo("Europe/Berlin"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activate(None)
    qtbot.waitUntil(context.jobs.is_idle, timeout=PATIENCE)
    return made


def place(calendar: CalendarScreen, world: World, qtbot: QtBot) -> int:
    """Place the change into the window whose checkpoint is closed; its id."""
    change_id = world.changes[0].id or 0
    calendar.actions_of.place_changes((change_id,), world.window_id)
    for _ in range(2):  # the placing, then the look for an exception
        qtbot.wait(50)
        qtbot.waitUntil(calendar.context.jobs.is_idle, timeout=PATIENCE)
    return change_id


def test_a_late_change_is_offered_its_exception(
    calendar: CalendarScreen, context: DeskContext, world: World, notices: list[Notice], qtbot: QtBot
) -> None:
    change_id = place(calendar, world, qtbot)
    offer = notices[-1]
    assert offer.text == "CHG-0400 can go in with an exception late at a checkpoint."
    gone: list[tuple[str, object]] = []
    context.navigate_requested.connect(lambda screen, record: gone.append((screen, record)))
    assert offer.action is not None
    offer.action()
    assert gone == [("exceptions", NewException(change_id, world.window_id))]


def test_nothing_is_offered_against_a_hard_freeze(
    calendar: CalendarScreen, world: World, notices: list[Notice], qtbot: QtBot
) -> None:
    with world.workplace.write() as work:
        start, end = world.window.starts_at - timedelta(days=1), world.window.ends_at
        work.add(Freeze("Quarter end", start, end, "Europe/Berlin", FreezeStrength.HARD))
        work.commit()
    place(calendar, world, qtbot)
    assert notices
    assert not any("exception" in notice.action_label for notice in notices)


def test_the_form_begins_with_what_fails(
    screen: ExceptionsScreen, world: World, people: dict[str, Person], qtbot: QtBot
) -> None:
    freeze_checkpoint(world.workplace, world.window_id, "In for test")
    screen.open_record(NewException(world.changes[0].id or 0, world.window_id))
    form = opened(screen, RequestForm, qtbot)
    assert form.change.field_value() == world.changes[0].id
    assert form.kind.currentData() == ExceptionKind.LATE
    assert form.checkpoint.currentText() == "In for test"
    assert form.criteria.picked == ("test",)
