"""What the night says on the board, what exceptions open there, and where else a change may go or why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.changes import Change
from app.domain.register import Absence, Person, Team
from app.domain.windows import Freeze, FreezeStrength, WindowState
from app.sequencing.model import Activity, Phase, Sequence
from app.services import placement
from app.services.board import board
from app.services.board_models import BoardCard
from app.services.change_panel import change_panel
from app.services.placement import PlacementRefusedError
from app.services.sequences import save_sequence
from app.store.reading import get
from tests.app.services.board_world import World, make_world
from tests.templates import CopyOf

WINDOW_MINUTES = 480


@pytest.fixture
def world(local_copy_of: CopyOf) -> World:
    return local_copy_of(make_world, 6)


def player(world: World, **fields: object) -> Person:
    with world.workplace.write() as work:
        made = work.add(Person("Ada Moss", **fields))  # type: ignore[arg-type]
        work.commit()
    return made


def plan(world: World, *steps: Activity) -> None:
    save_sequence(world.workplace, world.window_id, Sequence(steps, (), WINDOW_MINUTES), 0)


def step(name: str, change: Change, start: int, minutes: int, person: Person, **more: int) -> Activity:
    return Activity(
        name * 32, f"Step {name}", Phase.DEPLOY, change.key, duration_minutes=minutes, planned_start=start,
        players=(person.id or 0,), position=ord(name), **more,
    )  # type: ignore[arg-type] # fmt: skip


def card(world: World, change: Change) -> BoardCard:
    return next(one for one in board(world.workplace, world.window_id).cards if one.id == change.id)


def test_a_player_needed_twice_stands_on_both_cards(world: World) -> None:
    ada, (one, two, three, *_) = player(world), world.changes
    plan(world, step("a", one, 0, 60, ada), step("b", two, 30, 60, ada), step("c", three, 200, 10, ada))
    said = "Ada Moss is needed for “Step a” and “Step b” at the same time, 22:30 to 23:00."
    assert said in card(world, one).conflicts
    assert said in card(world, two).conflicts
    assert said not in card(world, three).conflicts


def test_absence_long_duty_and_developers_are_told(world: World) -> None:
    with world.workplace.write() as work:
        team = work.add(Team("Dev: Night", is_development=True))
        work.commit()
    away = (Absence(date(2026, 11, 29), date(2026, 11, 29), "on leave"),)
    ada = player(world, team_id=team.id, absences=away)
    plan(
        world,
        step("a", world.changes[0], 0, 60, ada),
        step("b", world.changes[1], 479, 62, ada),
    )
    said = "\n".join(card(world, world.changes[1]).conflicts)
    assert "Ada Moss is needed for “Step b” but on leave" in said
    assert "Ada Moss is on duty 9 h 01 min, 22:00 to 07:01; their working day has 8 h." in said
    assert "Ada Moss, a developer, is a player of 2 activities" in said


def test_a_rollback_longer_than_what_is_left_raises_the_risk(world: World) -> None:
    ada, change = player(world), world.changes[0]
    before = card(world, change)
    plan(world, step("a", change, 400, 60, ada, rollback_minutes=30))
    after = card(world, change)
    assert after.risk_score == before.risk_score + 2
    assert after.risk_reasons[-1] == "rollback takes 30 min, the slack is 20 min"


def test_the_panel_offers_the_nearest_windows_for_a_change_in_conflict(world: World) -> None:
    change = world.changes[3]
    change_id = change.id or 0
    with world.workplace.write() as work:
        work.add(Freeze("Audit", world.window.starts_at, world.window.ends_at, "UTC"))
        work.commit()
    found = change_panel(world.workplace, change_id).alternatives
    assert [one.id for one in found.windows] == [world.next_window.id]
    placement.place_change(world.workplace, [change_id], world.next_window.id)
    assert change_panel(world.workplace, change_id).alternatives.windows == ()


def test_where_no_window_takes_it_the_nearest_ones_say_why(world: World) -> None:
    placement.place_change(world.workplace, [world.changes[0].id or 0], None)
    later = world.next_window
    with world.workplace.write() as work:
        for window in (world.window, later):
            work.add(Freeze("Year end", window.starts_at, window.ends_at, "UTC", FreezeStrength.HARD))
        work.commit()
    with pytest.raises(PlacementRefusedError, match="No other planned window takes it") as caught:
        placement.place_change(world.workplace, [world.changes[0].id or 0], world.window_id)
    assert caught.value.nearest is None
    assert any("Sat 05 Dec 2026" in text and "Year end" in text for text in caught.value.problems)


def test_without_later_windows_planning_one_is_proposed(world: World) -> None:
    with world.workplace.write() as work:
        work.save(replace(get(work.connection, type(world.next_window), world.next_window.id or 0),
                          state=WindowState.CANCELLED, cancel_reason="moved"))  # fmt: skip
        work.commit()
    world.clock.now += timedelta(hours=1)
    with pytest.raises(Exception, match="No later window takes") as caught:
        placement.move_to_next_window(world.workplace, [world.changes[0].id or 0])
    assert "plan one in the calendar" in " ".join(getattr(caught.value, "problems", ()))
