"""Windows follow the clock while the desk runs, on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.windows import MaintenanceWindow, WindowState
from app.services.windows_states import advance_windows
from app.store.reading import get
from tests.app.services.board_world import World, make_world
from tests.templates import CopyOf


@pytest.fixture
def world(copy_of: CopyOf) -> World:
    return copy_of(make_world)


def state_of(world: World) -> WindowState:
    with world.workplace.read() as connection:
        return get(connection, MaintenanceWindow, world.window_id).state


def test_a_window_passes_through_its_states_as_time_goes_by(world: World) -> None:
    with world.workplace.read() as connection:
        starts_at = get(connection, MaintenanceWindow, world.window_id).starts_at
    seen = []
    while world.clock.now < starts_at + timedelta(hours=1):
        advance_windows(world.workplace)
        if state_of(world) not in seen:
            seen.append(state_of(world))
        world.clock.now += timedelta(hours=1)
    assert seen[-4:] == [WindowState.TESTING, WindowState.FINAL, WindowState.LOCKED, WindowState.RUNNING]
    assert advance_windows(world.workplace).value == 0
