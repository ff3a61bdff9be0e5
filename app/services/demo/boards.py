"""Which changes the demo's windows carry: how many, how far each came, and what is planted wrong."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import timedelta

from app.domain.changes import Change, ChangeKind, ChangeState, Comment, Waiver
from app.domain.windows import Checkpoint, MaintenanceWindow, WindowState
from app.services.demo.calendar import NETWORK, SINGLES, WEEKLY
from app.services.demo.changes import ChangeMaker, Flaws, Progress
from app.services.demo.organisation import Organisation
from app.services.demo.rhythm import Rhythm
from app.store.unit_of_work import UnitOfWork

_COMING = {WEEKLY: (31, 12, 6, 3), NETWORK: (5, 4, 3)}
_INTAKE = 12
_FLAWS = (
    Flaws(is_build_failed=True),
    Flaws(is_machine_unknown=True),
    Flaws(is_digest_other=True),
    Flaws(is_backout_missing=True),
    Flaws(has_test_issues=True),
)
_LATE_OUTCOMES = (ChangeState.ROLLED_BACK, ChangeState.FAILED, ChangeState.DEFERRED)
# How far changes came: before the first cutoff, in the first half to the last one, in the second, after it.
_PROGRESS = (
    (-1.0, (92, 8, 0, 0, 0)),
    (0.0, (45, 55, 0, 0, 0)),
    (0.5, (3, 40, 27, 18, 12)),
    (1.0, (0, 10, 20, 30, 40)),
    (1e9, (0, 0, 4, 7, 89)),
)
_PROGRESS_UNDER_WAY = (0, 0, 0, 0, 1)


@dataclass(slots=True)
class Boards:
    """The changes of every window by its id, and the intake list under None."""

    by_window: dict[int | None, list[Change]] = field(default_factory=dict)

    def of(self, window: MaintenanceWindow) -> list[Change]:
        """The changes of a window that go in, or went in."""
        out = (ChangeState.DEFERRED, ChangeState.WITHDRAWN)
        return [change for change in self.by_window.get(window.id, []) if change.state not in out]

    @property
    def count(self) -> int:
        """How many changes there are."""
        return sum(len(changes) for changes in self.by_window.values())


class BoardFiller:
    """Fills windows with changes; all chance comes from one draw."""

    def __init__(
        self, work: UnitOfWork, draw: random.Random, maker: ChangeMaker, organisation: Organisation
    ) -> None:
        self._work = work
        self._draw = draw
        self._maker = maker
        self._organisation = organisation
        self._boards = Boards()

    def fill(self, windows: list[MaintenanceWindow], gates: dict[int, tuple[Checkpoint, ...]]) -> Boards:
        """Every window's changes, soonest window first, then the intake list."""
        coming = {name: iter(counts) for name, counts in _COMING.items()}
        single = {one.title: one.changes for one in SINGLES}
        for past, window in enumerate(windows):
            points = gates.get(window.id or 0, ())
            if window.ends_at <= self._work.now:
                changes = self._past(window, points, past)
            else:
                count = next(coming[window.title], 0) if window.title in coming else single[window.title]
                changes = self._coming(window, points, count)
            self._boards.by_window[window.id] = changes
        self._boards.by_window[None] = self._intake()
        return self._boards

    def _past(self, window: MaintenanceWindow, points: tuple[Checkpoint, ...], place: int) -> list[Change]:
        """The changes of the `place`-th night that is over; what went amiss takes turns."""
        draw, is_network = self._draw, window.title == NETWORK
        count = draw.randint(3, 7) if is_network else draw.randint(24, 36)
        turns = [_LATE_OUTCOMES[(place + ahead) % len(_LATE_OUTCOMES)] for ahead in range(2)]
        amiss = turns[: draw.randint(0, 1) if is_network else draw.randint(1, 2)]
        went_well = ChangeState.CLOSED if place < 2 else ChangeState.DEPLOYED
        states = [*amiss, *([went_well] * (count - len(amiss)))]
        changes = [
            self._maker.make(window, points, Progress.READY, kind=self._kind(window), state=state)
            for state in states
        ]
        if not is_network:
            changes.append(self._waived(window, points, went_well))
        return changes

    def _waived(
        self, window: MaintenanceWindow, points: tuple[Checkpoint, ...], state: ChangeState
    ) -> Change:
        """A change that went in although pre-production held another digest, as two people signed."""
        change = self._maker.make(
            window, points, Progress.READY, flaws=Flaws(is_digest_other=True), state=state
        )
        signers = [self._organisation.members(team)[0].name for team in ("Release management", "Operations")]
        self._work.add(
            Waiver(
                change.id or 0,
                points[-1].name,
                "digest",
                "Pre-production was rebuilt from the same revision; the sources were compared line by line",
                f"{signers[0]} (Release manager), {signers[1]} (Operations)",
                points[-1].cutoff_at - timedelta(minutes=40),
            )
        )
        return change

    def _coming(self, window: MaintenanceWindow, points: tuple[Checkpoint, ...], count: int) -> list[Change]:
        part = Rhythm.part_done(points, self._work.now)
        far = window.state in (WindowState.PLANNED, WindowState.INTAKE) and part < -2
        weights = next(weights for until, weights in _PROGRESS if (-1.0 if far else part) <= until)
        flaws = dict(zip(range(2, 2 + 3 * len(_FLAWS), 3), _FLAWS, strict=True)) if count > 5 else {}
        if 5 < count < 12:
            flaws = {2: self._draw.choice(_FLAWS)}
        if window.state is WindowState.RUNNING:  # only what was ready may be under way
            weights, flaws = _PROGRESS_UNDER_WAY, {}
        changes = []
        for place in range(count):
            progress = Progress(self._draw.choices(range(5), weights)[0])
            planted = flaws.get(place, Flaws())
            if planted != Flaws() and part > 0:
                progress = max(progress, Progress.PRE_PRODUCTION)
            change = self._maker.make(window, points, progress, kind=self._kind(window), flaws=planted)
            if place % 6 == 3:
                self._comment(change)
            changes.append(change)
        return changes

    def _kind(self, window: MaintenanceWindow) -> ChangeKind | None:
        return ChangeKind.NETWORK if window.title == NETWORK else None

    def _intake(self) -> list[Change]:
        changes = [self._maker.make(None, (), Progress.ENTERED) for _ in range(_INTAKE)]
        changes.append(self._maker.make(None, (), Progress.ENTERED, state=ChangeState.WITHDRAWN))
        changes.append(self._maker.make(None, (), Progress.IN_TEST, state=ChangeState.DEFERRED))
        return changes

    def _comment(self, change: Change) -> None:
        text = self._draw.choice(
            (
                "Needs the database team in the room from the start.",
                "Agreed in Monday's meeting: goes in after the nightly batch.",
                "The owners ask to be called when the service is back.",
                "Vendor is on stand-by until 04:00.",
            )
        )
        written = self._work.now - timedelta(hours=self._draw.randint(2, 60))
        author = self._draw.choice(self._organisation.members("Release management")).name
        self._work.add(Comment(change.id or 0, author, text, written))
