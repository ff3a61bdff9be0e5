"""A believable month of the demo organisation: series, windows at every stage, boards, nights, freezes."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.changes import Change, ChangeKind, ChangeState
from app.domain.register import Stage
from app.domain.schedule import default_checkpoints
from app.domain.windows import (
    BookingKind,
    Checkpoint,
    EnvironmentBooking,
    Freeze,
    FreezeStrength,
    MaintenanceWindow,
    WindowSeries,
    WindowState,
)
from app.domain.zones import local_instant
from app.services.checkpoints import freeze_checkpoint
from app.services.demo.changes import ChangeMaker, Flaws, Progress
from app.services.demo.nights import NightPlanner, as_it_went
from app.services.demo.organisation import Organisation, make_organisation
from app.services.demo.sample import Sample, sample
from app.services.surroundings import window_minutes
from app.services.templates import keep_template
from app.services.windows_series import create_series
from app.services.windows_states import advance_windows
from app.services.workplace import Workplace
from app.store.sequences import read_sequence, write_sequence
from app.store.unit_of_work import UnitOfWork

Progressed = Callable[[float, str], None]
_WEEKS_BACK = 4
_READY_MIX = (0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4)
_EARLY_MIX = (0, 0, 0, 0, 1, 1)
_FLAWS = (
    Flaws(is_digest_other=True),
    Flaws(is_machine_unknown=True),
    Flaws(is_build_failed=True),
    Flaws(is_backout_missing=True),
    Flaws(has_test_issues=True),
)


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What was made: how many of each, and the window that comes next."""

    windows: int
    changes: int
    activities: int
    next_window_id: int
    last_window_id: int


@dataclass(frozen=True, slots=True)
class _Night:
    """What one window of the demo is to hold: how many changes, how far they are, and what becomes of it."""

    window: MaintenanceWindow
    changes: int
    mix: tuple[int, ...]
    state: WindowState | None = None
    kind: ChangeKind | None = None
    has_flaws: bool = False


class _Month:
    """Builds the month window by window; every chance comes from one draw, so equal seeds agree."""

    def __init__(self, workplace: Workplace, seed: int) -> None:
        self.workplace = workplace
        self.draw = random.Random(seed)
        self.raw: Sample = sample()
        self.now = workplace.now()
        self.zone = ZoneInfo(self.raw.zone_name)
        self.today: date = self.now.astimezone(self.zone).date()
        self.changes = 0
        self.activities = 0
        self.organisation: Organisation = self._organisation()

    def _organisation(self) -> Organisation:
        with self.workplace.write() as work:
            made = make_organisation(work, self.draw, self.raw, self.today)
            work.commit()
        return made

    def series(
        self, name: str, weekday: int, starts: time, ends: time, capacity: int
    ) -> list[MaintenanceWindow]:
        """A weekly series since some weeks ago, with the default checkpoints; its windows by start."""
        since = self.today - timedelta(weeks=_WEEKS_BACK)
        first = since + timedelta(days=(weekday - since.isoweekday()) % 7)
        rule = f"FREQ=WEEKLY;BYDAY={('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')[weekday - 1]}"
        series = WindowSeries(
            name,
            rule,
            first,
            starts,
            ends,
            self.raw.zone_name,
            capacity_deployments=capacity,
            capacity_minutes=capacity * 60,
            checkpoints=default_checkpoints(weekday),
        )
        stored = create_series(self.workplace, series, "demo", since=since).value
        with self.workplace.write() as work:
            windows = work.find(MaintenanceWindow, series_id=stored.id)
        return sorted(windows, key=lambda window: window.starts_at)

    def one_off(self, title: str, starts_at: datetime, hours: int) -> MaintenanceWindow:
        """A window of no series with the default checkpoints before it."""
        local = starts_at.astimezone(self.zone)
        with self.workplace.write() as work:
            window = work.add(
                MaintenanceWindow(
                    title,
                    starts_at,
                    starts_at + timedelta(hours=hours),
                    self.raw.zone_name,
                    capacity_deployments=8,
                ),
                "demo",
            )
            for rule in default_checkpoints(local.isoweekday()):
                day = local.date() - timedelta(days=rule.days_before)
                work.add(
                    Checkpoint(
                        rule.name,
                        local_instant(datetime.combine(day, rule.cutoff), self.raw.zone_name),
                        local_instant(datetime.combine(day, rule.meeting), self.raw.zone_name),
                        rule.criteria,
                        rule.is_final,
                        window_id=window.id,
                    )
                )
            work.commit()
        return window

    def fill(self, night: _Night) -> list[Change]:
        """Put changes with their records and a sequence on a window, freeze what is due, close the past."""
        window_id = night.window.id or 0
        with self.workplace.write() as work:
            checkpoints = sorted(
                work.find(Checkpoint, window_id=window_id), key=lambda point: point.cutoff_at
            )
            maker = ChangeMaker(work, self.draw, self.raw, self.organisation, 400 + self.changes)
            flawed = iter(_FLAWS if night.has_flaws else ())
            made = [
                maker.make(
                    night.window,
                    tuple(checkpoints),
                    Progress(self.draw.choice(night.mix)),
                    kind=night.kind,
                    flaws=next(flawed, Flaws()) if place % 5 == 3 else Flaws(),
                )
                for place in range(night.changes)
            ]
            planner = NightPlanner(self.draw, self.raw, self.organisation)
            minutes = window_minutes(night.window)
            sequence = planner.plan(made, minutes) if made else None
            if sequence is not None:
                write_sequence(work, window_id, sequence, 0, "demo")
                self.activities += len(sequence)
            work.commit()
        self.changes += night.changes
        for point in checkpoints:
            if point.cutoff_at <= self.now:
                freeze_checkpoint(self.workplace, window_id, point.name, at=point.cutoff_at)
        self._settle(night, [change.id or 0 for change in made])
        return made

    def _settle(self, night: _Night, ids: list[int]) -> None:
        """Give a window that is over, or under way, its outcome."""
        is_over = night.state in (WindowState.CLOSED, WindowState.RUNNING)
        window_id = night.window.id or 0
        with self.workplace.write() as work:
            changes = work.find(Change, id=ids) if ids else []
            if night.state is WindowState.CLOSED:
                changes = [
                    work.save(replace(change, state=self._outcome(place)), "the night's outcome")
                    for place, change in enumerate(changes)
                ]
            if is_over and ids:
                self._as_it_went(work, window_id, changes, night)
            current = work.get(MaintenanceWindow, window_id)
            if night.state is not None and current.state is not night.state:
                work.save(replace(current, state=night.state), "demo")
            work.commit()

    def _as_it_went(self, work: UnitOfWork, window_id: int, changes: list[Change], night: _Night) -> None:
        stored = read_sequence(work.connection, window_id, window_minutes(night.window))
        until = None
        if night.state is WindowState.RUNNING:
            until = int((self.now - night.window.starts_at) / timedelta(minutes=1))
        went = as_it_went(self.draw, stored.sequence, changes, until)
        write_sequence(work, window_id, went, stored.version, "as it went")

    def _outcome(self, place: int) -> ChangeState:
        special = {2: ChangeState.ROLLED_BACK, 5: ChangeState.FAILED, 7: ChangeState.DEFERRED}
        special |= {9: ChangeState.WITHDRAWN, 11: ChangeState.CLOSED, 12: ChangeState.CLOSED}
        return special.get(place, ChangeState.DEPLOYED)

    def around(self, next_start: datetime) -> None:
        """The intake list, a freeze, bookings and long-range work."""
        organisation, zone = self.organisation, self.raw.zone_name
        with self.workplace.write() as work:
            maker = ChangeMaker(work, self.draw, self.raw, organisation, 400 + self.changes)
            for _ in range(12):
                maker.make(None, (), Progress(self.draw.choice((0, 0, 1))))
            self.changes += 12
            begin = next_start + timedelta(days=4)
            work.add(
                Freeze(
                    "Quarter-end freeze",
                    begin,
                    begin + timedelta(days=6),
                    zone,
                    FreezeStrength.WITH_SIGNATURES,
                    applications=tuple(one.id or 0 for one in organisation.applications[:24]),
                    reason="Books are closed; the business owners sign exceptions.",
                )
            )
            pre = organisation.environment(Stage.PRE_PRODUCTION).id
            for title, kind, days, length, environment in (
                ("Performance test: Billing engine", BookingKind.PERFORMANCE_TEST, -12, 3, pre),
                ("Penetration test: Customer portal", BookingKind.PENETRATION_TEST, 8, 2, pre),
                ("Migration rehearsal: Loan ledger", BookingKind.MIGRATION_REHEARSAL, 16, 2, pre),
                ("Storage refresh", BookingKind.TECHNOLOGY_REFRESH, -20, 60, None),
            ):
                start = next_start + timedelta(days=days) - timedelta(hours=12)
                work.add(
                    EnvironmentBooking(title, start, start + timedelta(days=length), zone, environment, kind)
                )
            work.commit()


def make_demo(workplace: Workplace, seed: int = 2026, progress: Progressed | None = None) -> DemoResult:
    """Fill an empty database with the demo organisation; takes some seconds. Equal seeds on one day agree."""
    tell = progress or (lambda _share, _words: None)
    month = _Month(workplace, seed)
    tell(0.1, "Planning the windows")
    weekly = month.series("Weekly", 6, time(22), time(6), 40)
    network = month.series("Network", 2, time(21), time(1), 8)
    advance_windows(workplace)
    nights = _nights(month, weekly, network)
    made: dict[int, list[Change]] = {}
    for place, night in enumerate(nights):
        tell(0.1 + 0.8 * place / len(nights), f"Filling {night.window.title}")
        made[night.window.id or 0] = month.fill(night)
    coming = next(window for window in weekly if window.starts_at > month.now)
    last = [window for window in weekly if window.ends_at < month.now][-1]
    month.around(coming.starts_at)
    for change in made[coming.id or 0][:8]:
        keep_template(workplace, coming.id or 0, change.key)
    tell(1.0, "Done")
    with workplace.write() as work:
        windows = len(work.find(MaintenanceWindow))
    return DemoResult(windows, month.changes, month.activities, coming.id or 0, last.id or 0)


def _nights(month: _Month, weekly: list[MaintenanceWindow], network: list[MaintenanceWindow]) -> list[_Night]:
    now, draw = month.now, month.draw
    hour = now.replace(minute=0, second=0, microsecond=0)
    nights = [
        _Night(window, draw.randint(24, 36), (4,), WindowState.CLOSED)
        for window in weekly
        if window.ends_at < now
    ]
    ahead = [window for window in weekly if window.starts_at > now]
    for window, count in zip(ahead, (31, 12, 6, 3), strict=False):
        mix = _READY_MIX if count == 31 else _EARLY_MIX
        nights.append(_Night(window, count, mix, has_flaws=count == 31))
    past = [window for window in network if window.ends_at < now]
    for place, window in enumerate(past):
        state = WindowState.CANCELLED if place == 0 else WindowState.CLOSED
        count = 0 if place == 0 else draw.randint(3, 6)
        nights.append(_Night(window, count, (4,), state, ChangeKind.NETWORK))
    for window in [window for window in network if window.starts_at > now][:2]:
        nights.append(_Night(window, draw.randint(3, 7), (1, 3, 4), kind=ChangeKind.NETWORK))
    return [
        *nights,
        _Night(month.one_off("Core switch", hour - timedelta(hours=1), 6), 3, (4,), WindowState.RUNNING),
        _Night(month.one_off("Archive move", hour + timedelta(hours=9), 4), 2, (4,), WindowState.LOCKED),
        _Night(month.one_off("Storage firmware", hour + timedelta(days=9), 5), 3, (3, 4), WindowState.FINAL),
        _Night(month.one_off("Mainframe link", hour + timedelta(days=11), 3), 2, (1,), WindowState.TESTING),
    ]
