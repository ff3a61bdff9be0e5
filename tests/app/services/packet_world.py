"""The board's small organisation with a night of 80 activities and names to trip over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.changes import Change, Waiver
from app.domain.register import Person, Role
from app.domain.windows import BookingKind, EnvironmentBooking, Freeze
from app.sequencing.model import Activity, CiHold, Link, LinkKind, Phase, Sequence
from app.services.checkpoints import freeze_checkpoint
from app.services.sequences import save_sequence
from tests.app.services.board_world import World, make_world

ACTIVITIES = 80
NASTY_TITLE = '=HYPERLINK("x") <b>bold</b> & שלום مرحبا 変更 ../../etc'


def make_packet_world(url: str, changes: int = 31) -> World:
    """Fill `url`: 31 changes, 80 activities by 8 players, a waiver, a freeze and a booking nearby."""
    world = make_world(url, changes)
    with world.workplace.write() as unit:
        people = [
            unit.add(
                Person(
                    f"Player {number} {'Nguyễn' if number % 2 else 'Кузнецова'}",
                    f"player{number}@example.org",
                    f"+49 30 90{number:04d}",
                    roles=(Role.RELEASE_MANAGER,) if number == 0 else (),
                )
            )
            for number in range(8)
        ]
        first = world.changes[0]
        unit.save(replace(unit.get(Change, first.id or 0), title=NASTY_TITLE))
        application = unit.get(type(world.applications[0]), world.applications[0].id or 0)
        unit.save(replace(application, business_owner_id=world.people[1].id))
        now = unit.now
        unit.add(Waiver(first.id or 0, "Ready for production", "qa", "Vendor cannot test", "A. Chief", now))
        window = world.window
        unit.add(
            Freeze(
                "Year-end close",
                window.ends_at + timedelta(days=3),
                window.ends_at + timedelta(days=9),
                "Europe/Berlin",
                applications=(application.id or 0,),
                reason="Books are closed",
            )
        )
        unit.add(
            EnvironmentBooking(
                "Load test",
                window.starts_at - timedelta(days=4),
                window.starts_at - timedelta(days=2),
                "Europe/Berlin",
                next(iter(world.environments.values())).id,
                BookingKind.PERFORMANCE_TEST,
                people[1].id,
            )
        )
        unit.commit()
    if changes:
        save_sequence(world.workplace, world.window_id, _night(world, people), 0)
    return world


def frozen_first_checkpoint(world: World) -> World:
    """The same world with its first checkpoint frozen as things stand."""
    freeze_checkpoint(world.workplace, world.window_id, "In for test")
    return world


def make_frozen_world(url: str) -> World:
    """Fill `url` with the world and freeze its first checkpoint."""
    return frozen_first_checkpoint(make_packet_world(url))


def _night(world: World, people: list[Person]) -> Sequence:
    activities: list[Activity] = []
    links: list[Link] = []
    for number in range(ACTIVITIES):
        change = world.changes[number // 2 % len(world.changes)] if number < 62 else None
        first_of_two = number % 2 == 0
        activity_id = f"{number:032x}"
        lane = number // 2 % 8
        activities.append(
            Activity(
                activity_id,
                f"Step {number}: {'deploy' if first_of_two else 'verify'}",
                (Phase.DEPLOY if first_of_two else Phase.VERIFY) if change else Phase.CLOSE,
                change.key if change else None,
                duration_minutes=20 if first_of_two else 10,
                planned_start=(number // 16) * 60,
                players=(people[lane].id or 0,),
                configuration_items=(CiHold(world.items[0].id or 0),) if number == 0 else (),
                is_go_no_go=number == 79,
                rollback_minutes=15 if change and first_of_two else None,
                position=number,
            )
        )
        if not first_of_two:
            kind, lag = (LinkKind.START_START, 5) if number == 9 else (LinkKind.FINISH_START, 0)
            links.append(Link(f"{number - 1:032x}", activity_id, kind, lag))
    minutes = int((world.window.ends_at - world.window.starts_at) / timedelta(minutes=1))
    return Sequence(tuple(activities), tuple(links), minutes)
