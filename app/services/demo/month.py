"""Makes the demo organisation's month: register, calendar, boards, sequences, frozen checkpoints, packets."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.windows import Checkpoint, MaintenanceWindow, WindowState
from app.services.checkpoints import freeze_checkpoint, freeze_due
from app.services.demo.aftermath import Nights, make_aftermath
from app.services.demo.boards import BoardFiller, Boards
from app.services.demo.calendar import (
    WEEKLY,
    ZONE,
    follow_clock,
    make_reservations,
    make_series,
    make_singles,
)
from app.services.demo.changes import ChangeMaker
from app.services.demo.exceptions import make_exceptions
from app.services.demo.lists import make_lists
from app.services.demo.nightlogs import begin_live_night, tell_past_nights, tell_rehearsal
from app.services.demo.nights import NightPlanner, as_it_went
from app.services.demo.organisation import Organisation, make_organisation
from app.services.demo.sample import sample
from app.services.packets import MEETINGS, issue_packet
from app.services.sequences import save_sequence
from app.services.surroundings import window_minutes
from app.services.templates import keep_template
from app.services.workplace import Workplace
from app.store.reading import find

DEFAULT_SEED = 2026
_FIRST_KEY = 203
_KEPT_TEMPLATES = 12
_PLANNED_AHEAD = timedelta(days=9)
Progressed = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What was made: counts, the window ahead, the last one that is over, and the packets issued.

    `packets` are ids: both of the last window, then both of the coming one.
    """

    windows: int
    changes: int
    activities: int
    next_window_id: int
    last_window_id: int
    packets: tuple[int, ...] = ()


def make_demo(
    workplace: Workplace,
    seed: int = DEFAULT_SEED,
    progress: Progressed | None = None,
    *,
    with_packets: bool = True,
    with_live_night: bool = True,
) -> DemoResult:
    """Fill an empty workplace with a month of 150 applications; the same seed and day make the same records.

    Everything is recorded as at the midnight (UTC) that began the day; checkpoints due since are frozen last,
    and the night of the window that runs is led up to the present ten minutes.
    `progress` is told the share that is done and what comes next. It takes some ten seconds.
    """
    tell = progress or (lambda _share, _words: None)
    midnight = datetime.combine(workplace.now().date(), time(), UTC)
    pinned = replace(workplace, clock=lambda: midnight)
    month = _Month(pinned, random.Random(f"{seed}/{midnight.date()}"))
    tell(0.0, "Recording the register")
    month.make_register()
    tell(0.05, "Planning the windows")
    month.make_calendar()
    tell(0.1, "Filling the boards")
    month.make_boards()
    tell(0.3, "Planning the nights")
    month.make_sequences()
    tell(0.45, "Freezing the checkpoints")
    month.freeze_and_close()
    month.make_aftermath()
    month.make_exceptions(seed)
    make_lists(pinned)
    month.make_night_logs(seed)
    packets: tuple[int, ...] = ()
    if with_packets:
        tell(0.6, "Issuing the packets")
        packets = month.issue_packets()
    freeze_due(workplace)
    if with_live_night:
        begin_live_night(workplace, seed)
    tell(1.0, "Done")
    return month.result(packets)


class _Month:
    """The demo while it is being made; every step uses what the earlier ones made."""

    def __init__(self, workplace: Workplace, draw: random.Random) -> None:
        self._workplace = workplace
        self._draw = draw
        self._now = workplace.now()
        self._today = self._now.astimezone(ZoneInfo(ZONE)).date()
        self._organisation: Organisation
        self._windows: list[MaintenanceWindow] = []
        self._gates: dict[int, tuple[Checkpoint, ...]] = {}
        self._boards = Boards()
        self._activities = 0

    def make_register(self) -> None:
        """Teams, people, items, applications, environments, build machines."""
        with self._workplace.write() as work:
            self._organisation = make_organisation(work, self._draw, sample(), self._today)
            work.commit()

    def make_calendar(self) -> None:
        """Series with their windows, single windows, freeze and bookings; windows follow the clock."""
        make_series(self._workplace, self._today)
        with self._workplace.write() as work:
            make_singles(work, self._today)
            make_reservations(work, self._draw, self._organisation, self._today)
            windows = sorted(work.find(MaintenanceWindow), key=lambda one: (one.starts_at, one.id))
            for checkpoint in sorted(work.find(Checkpoint), key=lambda one: one.cutoff_at):
                known = self._gates.get(checkpoint.window_id or 0, ())
                self._gates[checkpoint.window_id or 0] = (*known, checkpoint)
            self._windows = list(follow_clock(work, windows, self._gates).values())
            work.commit()

    def make_boards(self) -> None:
        """The changes of every window and of the intake list."""
        with self._workplace.write() as work:
            maker = ChangeMaker(work, self._draw, sample(), self._organisation, _FIRST_KEY)
            filler = BoardFiller(work, self._draw, maker, self._organisation)
            self._boards = filler.fill(self._windows, self._gates)
            work.commit()

    def make_sequences(self) -> None:
        """Sequences of past, running and coming nights; past steps have actual times; templates are kept."""
        planner = NightPlanner(self._draw, sample(), self._organisation)
        for window in self._windows:
            changes = self._boards.of(window)
            if not changes or window.starts_at > self._now + _PLANNED_AHEAD:
                continue
            planned = changes if window.starts_at <= self._now else changes[: max(1, len(changes) - 2)]
            sequence = planner.plan(planned, window_minutes(window))
            if window.starts_at <= self._now:
                gone = None if window.ends_at <= self._now else (self._now - window.starts_at).seconds // 60
                sequence = as_it_went(self._draw, sequence, changes, gone)
            save_sequence(self._workplace, window.id or 0, sequence, 0, "planned")
            self._activities += len(sequence)
        last = self._last()
        for change in self._boards.of(last)[-_KEPT_TEMPLATES:]:
            keep_template(self._workplace, last.id or 0, change.key)

    def freeze_and_close(self) -> None:
        """Freeze the checkpoints whose cutoff has passed, as at it, and close the windows that are over."""
        standing = {window.id for window in self._windows if window.state is not WindowState.CANCELLED}
        passed = [
            point
            for points in self._gates.values()
            for point in points
            if point.cutoff_at <= self._now and point.window_id in standing
        ]
        for point in sorted(passed, key=lambda one: (one.cutoff_at, one.id)):
            freeze_checkpoint(self._workplace, point.window_id or 0, point.name, point.cutoff_at)
        over = [window.id for window in self._windows if window.ends_at <= self._now]
        with self._workplace.write() as work:
            for window in work.find(MaintenanceWindow, id=over):
                work.save(replace(window, state=WindowState.CLOSED), "closed after the night")
            work.commit()

    def make_aftermath(self) -> None:
        """Fixes, detected changes and incidents after the last nights."""
        last, coming = self._last(), self._coming()
        nights = Nights(last, tuple(self._boards.of(last)), tuple(self._boards.of(coming)))
        make_aftermath(self._workplace, self._draw, self._organisation, nights)

    def make_exceptions(self, seed: int) -> None:
        """Requests of every standing for the coming window, with who signed them."""
        draw = random.Random(f"{seed}/{self._today}/exceptions")
        make_exceptions(self._workplace, draw, self._coming(), self._boards.of(self._coming()))

    def make_night_logs(self, seed: int) -> None:
        """The logs of past nights, and a rehearsal of the coming one."""
        draw = random.Random(f"{seed}/{self._today}/night logs")
        over = [window for window in self._windows if window.ends_at <= self._now]
        changes = {change.key: change for window in over for change in self._boards.of(window)}
        tell_past_nights(self._workplace, draw, over, changes)
        tell_rehearsal(self._workplace, draw, self._coming(), self._now - timedelta(hours=34))

    def issue_packets(self) -> tuple[int, ...]:
        """Both packets of the last window and of the coming one, in this order; their ids."""
        issued = []
        for window in (self._last(), self._coming()):
            for meeting in MEETINGS:
                issued.append(issue_packet(self._workplace, window.id or 0, meeting).value.id or 0)
        return tuple(issued)

    def result(self, packets: tuple[int, ...]) -> DemoResult:
        """What was made."""
        with self._workplace.read() as connection:
            windows = len(find(connection, MaintenanceWindow))
        return DemoResult(
            windows,
            self._boards.count,
            self._activities,
            self._coming().id or 0,
            self._last().id or 0,
            packets,
        )

    def _last(self) -> MaintenanceWindow:
        over = [one for one in self._windows if one.title == WEEKLY and one.ends_at <= self._now]
        return over[-1]

    def _coming(self) -> MaintenanceWindow:
        return next(one for one in self._windows if one.title == WEEKLY and one.starts_at > self._now)
