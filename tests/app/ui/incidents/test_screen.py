"""What a person does with incidents: records one, analyses it, adds and finishes an action, concludes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.rca import IncidentStanding
from app.services.incidents.listing import list_incidents
from app.ui.context import DeskContext
from app.ui.incidents.forms import read_timeline
from app.ui.incidents.screen import IncidentsScreen
from app.ui.widgets import InstantEdit
from tests.app.services.aftermath_world import fail
from tests.app.services.board_world import World
from tests.app.ui.follow_desk import PATIENCE


@pytest.fixture
def screen(context: DeskContext, qtbot: QtBot) -> IncidentsScreen:
    """The screen, with what there is so far."""
    made = IncidentsScreen(context)
    context.announcer.records_changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activate(None)
    qtbot.waitUntil(context.jobs.is_idle, timeout=PATIENCE)
    return made


def standing(world: World) -> IncidentStanding:
    """Where the only incident is."""
    return list_incidents(world.workplace).rows[0].standing


def fill(screen: IncidentsScreen, **texts: str) -> None:
    """Type into the form that is open."""
    assert screen.dialog is not None
    for key, text in texts.items():
        field = screen.dialog.field(key)
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        else:
            assert isinstance(field, QLineEdit)
            field.setText(text)
    screen.dialog.ok.click()


def test_an_incident_is_recorded_while_it_lasts(screen: IncidentsScreen, world: World, qtbot: QtBot) -> None:
    assert "No incidents yet" in screen.empty.accessibleName()
    screen.enter()
    fill(screen, title="Nobody can log in", impact="All customers")
    qtbot.waitUntil(lambda: screen.table.records.rowCount() == 1, timeout=PATIENCE)
    assert standing(world) is IncidentStanding.LASTING
    assert "Nobody can log in" in screen.details.text()


def test_the_end_is_asked_from_now_on(screen: IncidentsScreen, world: World, qtbot: QtBot) -> None:
    screen.enter()
    assert screen.dialog is not None
    ended = screen.dialog.field("ended_at")
    assert isinstance(ended, InstantEdit)
    assert ended.instant is None
    ended.findChild(QCheckBox).setChecked(True)
    assert ended.instant == world.clock.now.replace(second=0, microsecond=0)
    screen.dialog.reject()


@pytest.mark.parametrize(("name", "said"), [("started_at", "starts"), ("ended_at", "ends")])
def test_what_lies_ahead_is_refused_and_nothing_is_put_in_its_place(
    screen: IncidentsScreen, world: World, qtbot: QtBot, name: str, said: str
) -> None:
    screen.enter()
    assert screen.dialog is not None
    field = screen.dialog.field(name)
    assert isinstance(field, InstantEdit)
    field.set_instant(world.clock.now + timedelta(hours=20))
    fill(screen, title="Nobody can log in")
    qtbot.waitUntil(lambda: f"It {said} in the future" in screen.dialog._refusal.text(), timeout=PATIENCE)
    assert not list_incidents(world.workplace).rows
    screen.dialog.reject()


def test_from_analysis_to_the_last_action(screen: IncidentsScreen, world: World, qtbot: QtBot) -> None:
    fail(world)
    screen.reload()
    qtbot.waitUntil(lambda: bool(screen.selected()) and screen.view is not None, timeout=PATIENCE)
    assert not screen.buttons["conclude"].isEnabled()
    screen.analyse()
    qtbot.waitUntil(lambda: screen.dialog is not None, timeout=PATIENCE)
    fill(screen, timeline="2026-11-24 07:00 It rang", why_0="The queue was full", root_cause="No alarm")
    qtbot.waitUntil(lambda: screen.buttons["conclude"].isEnabled(), timeout=PATIENCE)
    screen.add_action()
    assert screen.dialog is not None
    owner = screen.dialog.field("owner_id")
    assert isinstance(owner, QComboBox)
    owner.setCurrentIndex(1)
    fill(screen, title="An alarm at a minute")
    qtbot.waitUntil(lambda: screen.buttons["done"].isEnabled(), timeout=PATIENCE)
    screen.conclude()
    qtbot.waitUntil(lambda: standing(world) is IncidentStanding.ACTIONS_OPEN, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "An alarm at a minute" in screen.details.text(), timeout=PATIENCE)
    qtbot.waitUntil(screen.context.jobs.is_idle, timeout=PATIENCE)
    screen.finish()
    fill(screen, note="It rings")
    qtbot.waitUntil(lambda: standing(world) is IncidentStanding.CLOSED, timeout=PATIENCE)


def test_a_line_without_a_time_is_told_beside_the_field(
    screen: IncidentsScreen, world: World, qtbot: QtBot
) -> None:
    fail(world)
    screen.reload()
    qtbot.waitUntil(lambda: bool(screen.selected()), timeout=PATIENCE)
    screen.analyse()
    qtbot.waitUntil(lambda: screen.dialog is not None, timeout=PATIENCE)
    assert screen.dialog is not None
    field = screen.dialog.field("timeline")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("it rang at some time")
    assert "no date and time" in screen.dialog._reason.text()
    screen.dialog.reject()


def test_downtime_is_held_against_the_allowance(screen: IncidentsScreen, world: World, qtbot: QtBot) -> None:
    fail(world, hours_ago=8, hours=5)
    screen.reload()
    qtbot.waitUntil(lambda: screen.table.records.rowCount() == 1, timeout=PATIENCE)
    screen.filter.choose("downtime")
    screen._filter_chosen("downtime")
    assert screen.stack.currentWidget() is screen.downtime
    (row,) = screen.downtime.table.records.records
    assert (row.application, row.downtime.over_minutes) == ("Payments ledger", 60)
    assert "1 application was down, 1 longer" in screen.downtime.summary.text()


def test_a_timeline_is_read_by_the_clocks_of_its_zone() -> None:
    (entry,) = read_timeline("\n2026-11-28 9:05 it rang\n", "Europe/Berlin")
    assert (entry.at.isoformat(), entry.text) == ("2026-11-28T08:05:00+00:00", "it rang")
