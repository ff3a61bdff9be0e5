"""A small locked window with two changes, a decision and three people, for tests that run its night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.domain.changes import Change, ChangeState
from app.domain.register import Person, Team
from app.domain.windows import MaintenanceWindow, WindowState
from app.sequencing.model import Activity, Link, Phase, Sequence
from app.services.night.models import NightView
from app.services.night.runs import open_night
from app.services.sequences import open_sequence, save_sequence
from app.services.workplace import Workplace, open_workplace

START = datetime(2026, 11, 28, 21, tzinfo=UTC)
PREPARE, DEPLOY, VERIFY, BACK, GATE, SECOND, SECOND_BACK, CLOSE = (letter * 32 for letter in "abcdefgh")


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        """The present instant."""
        return self.now

    def at(self, minute: int) -> None:
        """Set the clock to a minute of the window."""
        self.now = START + timedelta(minutes=minute)


@dataclass
class NightWorld:
    """The open workplace with its window, changes and people."""

    workplace: Workplace
    clock: Clock
    window: MaintenanceWindow
    ada: Person
    ben: Person
    cleo: Person
    changes: list[Change]

    @property
    def window_id(self) -> int:
        """The window's id."""
        return self.window.id or 0

    def night(self, run_id: int | None = None) -> NightView:
        """The night as it stands."""
        view = open_night(self.workplace, self.window_id, run_id)
        assert view is not None
        return view

    def stored(self) -> Sequence:
        """The window's sequence as stored."""
        return open_sequence(self.workplace, self.window_id).sequence

    def state_of(self, key: str) -> ChangeState:
        """The stored state of a change."""
        with self.workplace.read() as connection:
            from app.store.reading import find

            return find(connection, Change, key=key)[0].state


def make_night_world(url: str) -> NightWorld:
    """Open `url` and fill it; nothing has begun."""
    clock = Clock()
    workplace = open_workplace(url, "Mara", clock)
    with workplace.write() as work:
        team = work.add(Team("DBA"))
        ada, ben, cleo = (work.add(Person(name, team_id=team.id)) for name in ("Ada", "Ben", "Cleo"))
        window = work.add(
            MaintenanceWindow(
                "Weekly", START, START + timedelta(hours=3), "Europe/Berlin", WindowState.LOCKED
            )
        )
        changes = [
            work.add(Change(key, title, window_id=window.id, state=ChangeState.READY))
            for key, title in (("CHG-1", "Ledger 7"), ("CHG-2", "Portal <b>12</b>"))
        ]
        work.commit()
    clock.now = START - timedelta(hours=2)
    save_sequence(workplace, window.id or 0, plan(ada.id or 0, ben.id or 0), 0)
    clock.at(0)
    return NightWorld(workplace, clock, window, ada, ben, cleo, changes)


def plan(ada: int, ben: int) -> Sequence:
    """Prepare, deploy and verify CHG-1, decide, deploy CHG-2 which stands on it, close."""
    activities = (
        Activity(PREPARE, "Stop the batch", Phase.PREPARE, None, 10, players=(ada,), position=0),
        Activity(DEPLOY, "Deploy ledger", Phase.DEPLOY, "CHG-1", 30, players=(ada,), position=1),
        Activity(VERIFY, "Verify ledger", Phase.VERIFY, "CHG-1", 20, players=(ben,), position=2),
        Activity(BACK, "Restore ledger", Phase.ROLLBACK, "CHG-1", 25, players=(ada,), position=3),
        Activity(GATE, "Keep or roll back", Phase.CLOSE, None, 0, is_go_no_go=True, position=4),
        Activity(SECOND, "Deploy portal", Phase.DEPLOY, "CHG-2", 30, players=(ben,), position=5),
        Activity(SECOND_BACK, "Restore portal", Phase.ROLLBACK, "CHG-2", 10, players=(ben,), position=6),
        Activity(CLOSE, "All clear", Phase.CLOSE, None, 10, players=(ada,), position=7),
    )
    links = (
        Link(PREPARE, DEPLOY),
        Link(DEPLOY, VERIFY),
        Link(VERIFY, GATE),
        Link(DEPLOY, SECOND),
        Link(GATE, SECOND),
        Link(SECOND, CLOSE),
    )
    return Sequence(activities, links, 180)
