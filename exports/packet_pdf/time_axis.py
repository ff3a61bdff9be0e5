"""The Gantt's axis: true elapsed time across, labelled with the zone's wall clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from exports.documents import PacketDocument

# Steps between labels, in minutes; the first that leaves at most twelve labels is taken.
STEPS = (15, 30, 60, 120, 180, 360, 720, 1440)
MOST_LABELS = 12


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

    def ticks(self) -> Iterator[tuple[float, datetime]]:
        """Each label's place and local time."""
        total = self.length / timedelta(minutes=1)
        step = next((one for one in STEPS if total / one <= MOST_LABELS), int(total // MOST_LABELS) + 1)
        at = self.start.astimezone(UTC)
        while at < self.finish:
            yield self.x(at), at.astimezone(self.start.tzinfo)
            at += timedelta(minutes=step)


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
