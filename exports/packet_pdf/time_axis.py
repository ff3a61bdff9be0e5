"""The Gantt's axis: true elapsed time across, labelled with the zone's wall clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from exports.documents import PacketDocument
from exports.wording import clock, day

# Steps between labels, in minutes; the first that leaves at most twelve labels is taken.
STEPS = (15, 30, 60, 120, 180, 360, 720)
# The same in days, where the span is longer than those reach.
STEP_DAYS = (1, 2, 7, 14, 28)
MOST_LABELS = 12


class Tick(NamedTuple):
    """A label of the axis: where it stands, the day where it is another one, the clock unless days pass."""

    place: float
    day: str
    clock: str


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Maps instants to points: `left` to `right` on the page for `start` to `finish` (aware)."""

    start: datetime
    finish: datetime
    left: float
    right: float

    def x(self, at: datetime) -> float:
        """Where an instant stands, kept between left and right."""
        share = (at.astimezone(UTC) - self.start.astimezone(UTC)) / self.length
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    @property
    def length(self) -> timedelta:
        return self.finish.astimezone(UTC) - self.start.astimezone(UTC)

    def ticks(self) -> Iterator[Tick]:
        """The labels from left to right; over many days those stand at local midnights, without a clock."""
        total = self.length / timedelta(minutes=1)
        step = next((one for one in STEPS if total / one <= MOST_LABELS), None)
        if step is None:
            yield from self._days(total / 1440)
            return
        at, shown_day = self.start.astimezone(UTC), ""
        while at < self.finish:
            local = at.astimezone(self.start.tzinfo)
            yield Tick(self.x(at), day(local) if day(local) != shown_day else "", clock(local))
            shown_day = day(local)
            at += timedelta(minutes=step)

    def _days(self, total_days: float) -> Iterator[Tick]:
        step = next((one for one in STEP_DAYS if total_days / one <= MOST_LABELS), None)
        step = step or STEP_DAYS[-1] * (int(total_days / STEP_DAYS[-1] / MOST_LABELS) + 1)
        begins_inside = self.start.time() > time()
        first = self.start.date() + timedelta(days=1 if begins_inside else 0)
        at = datetime.combine(first, time(), self.start.tzinfo)
        while at.astimezone(UTC) < self.finish.astimezone(UTC):
            yield Tick(self.x(at), f"{at.day} {at:%b}", "")
            at = datetime.combine(at.date() + timedelta(days=step), time(), self.start.tzinfo)


def axis_of(document: PacketDocument, left: float, right: float) -> TimeAxis:
    """The axis of a packet: the window, widened to whole hours around activities that leave it."""
    starts = [document.window_start, *(row.start for row in document.sequence)]
    finishes = [document.window_end, *(row.finish for row in document.sequence)]
    start = min(starts, key=lambda at: at.astimezone(UTC))
    finish = max(finishes, key=lambda at: at.astimezone(UTC))
    start = (
        start.astimezone(UTC).replace(minute=start.minute // 30 * 30, second=0, microsecond=0)
    ).astimezone(document.window_start.tzinfo)
    if finish.astimezone(UTC) <= start.astimezone(UTC):
        finish = (start.astimezone(UTC) + timedelta(hours=1)).astimezone(start.tzinfo)
    return TimeAxis(start, finish, left, right)
