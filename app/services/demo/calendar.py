"""The demo's calendar: two series, single windows in every state, a freeze, bookings."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.lifecycle import window_state_at
from app.domain.register import Stage
from app.domain.schedule import default_checkpoints
from app.domain.windows import (
    BookingKind,
    Checkpoint,
    CheckpointRule,
    EnvironmentBooking,
    Freeze,
    FreezeStrength,
    MaintenanceWindow,
    WindowSeries,
    WindowState,
)
from app.services.demo.organisation import Organisation
from app.services.windows_series import create_series
from app.services.workplace import Workplace
from app.store.unit_of_work import UnitOfWork

ZONE = "Europe/Berlin"
WEEKLY, NETWORK = "Weekly", "Network"
_WEEKS_BACK = 5
_SATURDAY, _TUESDAY = 6, 2
_RULES = default_checkpoints(_SATURDAY)


@dataclass(frozen=True, slots=True)
class Single:
    """A single window of the demo: days from today to its first local day, hours, state, gates' days."""

    title: str
    day: int
    starts: time
    hours: float
    state: WindowState
    cutoff_days: tuple[int, int]
    changes: int


SINGLES = (
    Single("Storage migration", 0, time(1), 28, WindowState.RUNNING, (-6, -3), 5),
    Single("Payment gateway", 1, time(18), 2.5, WindowState.LOCKED, (-3, -1), 6),
    Single("Card settlement", 2, time(18), 2.5, WindowState.FINAL, (-2, 1), 7),
    Single("Ledger archive", 5, time(18), 3, WindowState.TESTING, (-1, 4), 6),
    Single("Certificate renewal", 12, time(18), 2, WindowState.INTAKE, (6, 10), 3),
    Single("Data centre power test", 45, time(7), 8, WindowState.PLANNED, (38, 43), 0),
    Single("Treasury cut-over", 9, time(18), 3, WindowState.CANCELLED, (4, 7), 0),
)


def instant(day: date, at: time) -> datetime:
    """The UTC instant of a local day and time of the demo's zone."""
    return datetime.combine(day, at, ZoneInfo(ZONE)).astimezone(UTC)


def make_series(workplace: Workplace, today: date) -> None:
    """The weekly and the network series, with windows since five weeks ago."""
    since = today - timedelta(weeks=_WEEKS_BACK)
    for name, weekday, day_code, starts, ends, capacity in (
        (WEEKLY, _SATURDAY, "SA", time(22), time(6), 40),
        (NETWORK, _TUESDAY, "TU", time(21), time(1), 8),
    ):
        first_day = since + timedelta(days=(weekday - since.isoweekday()) % 7)
        series = WindowSeries(
            name,
            f"FREQ=WEEKLY;BYDAY={day_code}",
            first_day,
            starts,
            ends,
            ZONE,
            capacity_deployments=capacity,
            capacity_minutes=capacity * 60,
            checkpoints=default_checkpoints(weekday),
        )
        create_series(workplace, series, since=since)


def make_singles(work: UnitOfWork, today: date) -> dict[str, MaintenanceWindow]:
    """The single windows by title; each has the state that its tale needs whatever the weekday is."""
    made = {}
    for single in SINGLES:
        starts_at = instant(today + timedelta(days=single.day), single.starts)
        is_cancelled = single.state is WindowState.CANCELLED
        window = work.add(
            MaintenanceWindow(
                single.title,
                starts_at,
                starts_at + timedelta(hours=single.hours),
                ZONE,
                single.state,
                capacity_deployments=12,
                capacity_minutes=720,
                cancel_reason="The vendor moved the release to the next quarter" if is_cancelled else "",
            )
        )
        work.add_all(
            [
                _checkpoint(rule, today + timedelta(days=days), window)
                for rule, days in zip(_RULES, single.cutoff_days, strict=True)
            ]
        )
        made[single.title] = window
    return made


def _checkpoint(rule: CheckpointRule, day: date, window: MaintenanceWindow) -> Checkpoint:
    return Checkpoint(
        rule.name,
        instant(day, rule.cutoff),
        instant(day, rule.meeting),
        rule.criteria,
        rule.is_final,
        window_id=window.id,
    )


def follow_clock(
    work: UnitOfWork, windows: Sequence[MaintenanceWindow], gates: dict[int, tuple[Checkpoint, ...]]
) -> dict[int, MaintenanceWindow]:
    """Give every window the state of the present instant; those that are over stay open to be filled."""
    followed = {}
    for window in windows:
        state = window_state_at(window, gates.get(window.id or 0, ()), work.now)
        followed[window.id or 0] = work.save(replace(window, state=state), "follows the clock")
    return followed


def make_reservations(work: UnitOfWork, draw: random.Random, organisation: Organisation, today: date) -> None:
    """The freeze of the quarter's end, and what environments and the calendar are reserved for."""
    last = _quarter_end(today)
    work.add(
        Freeze(
            "Quarter end",
            instant(last - timedelta(days=1), time(18)),
            instant(last + timedelta(days=3), time(6)),
            ZONE,
            FreezeStrength.WITH_SIGNATURES,
            reason="Closing of the books: nothing changes without two signatures",
        )
    )
    people = organisation.members("QA")
    for title, kind, stage, first, days in (
        ("Performance test of the card peak", BookingKind.PERFORMANCE_TEST, Stage.PRE_PRODUCTION, 3, 3),
        ("Penetration test of online banking", BookingKind.PENETRATION_TEST, Stage.QA, 8, 4),
        ("Migration rehearsal: ledger", BookingKind.MIGRATION_REHEARSAL, Stage.PRE_PRODUCTION, 15, 2),
        ("Server refresh, rows A to C", BookingKind.TECHNOLOGY_REFRESH, None, -14, 42),
        ("Training on the test system", BookingKind.OTHER, Stage.TEST, -4, 2),
    ):
        begin = today + timedelta(days=first)
        work.add(
            EnvironmentBooking(
                title,
                instant(begin, time(9)),
                instant(begin + timedelta(days=days - 1), time(18)),
                ZONE,
                organisation.environment(stage).id if stage else None,
                kind,
                draw.choice(people).id,
                tuple(sorted(one.id or 0 for one in draw.sample(organisation.applications, 3))),
            )
        )


def _quarter_end(today: date) -> date:
    last_month = (today.month - 1) // 3 * 3 + 3
    following = date(today.year + last_month // 12, last_month % 12 + 1, 1)
    return following - timedelta(days=1)
