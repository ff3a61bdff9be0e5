"""Which rows and which hours stand on which page of the printed time axis."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from exports.documents.sequence import SequenceRow
from exports.documents.timeline import TimelineDocument

ROW = 15.0
HEADER = 26.0
# Points an hour gets, by how many hours the night has: what is longer is drawn smaller.
HOUR_POINTS = ((16, 64.0), (48, 26.0), (120, 12.0), (336, 4.0))
LEAST_HOUR_POINTS = 1.5
# However long the work takes, its span is cut into no more pages than these.
MOST_ACROSS = 8
_STEPS = (timedelta(minutes=30), timedelta(hours=1), timedelta(hours=6), timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Tile:
    """A page's rows and its span of time (aware, the zone's)."""

    rows: tuple[SequenceRow, ...]
    start: datetime
    finish: datetime


def span_of(document: TimelineDocument) -> tuple[datetime, datetime]:
    """From when to when the axis runs: the window and all that leaves it, begun at a round time."""
    moments = [document.window_start, document.window_end]
    for row in document.rows:
        moments += [row.start, row.finish]
    if document.band is not None:
        moments.append(document.band.p95)
    first = min(moments, key=lambda at: at.astimezone(UTC))
    last = max(moments, key=lambda at: at.astimezone(UTC))
    local = first.replace(minute=first.minute // 30 * 30, second=0, microsecond=0)
    end = last.astimezone(UTC) + timedelta(minutes=10)
    return local, max(end, local.astimezone(UTC) + timedelta(hours=1)).astimezone(local.tzinfo)


def hour_points(document: TimelineDocument) -> float:
    """How many points an hour takes on pages that are not fitted, by how long the work takes in all."""
    moments = [at.astimezone(UTC) for row in document.rows for at in (row.start, row.finish)]
    hours = (max(moments) - min(moments)) / timedelta(hours=1) if moments else 0.0
    return next((points for most, points in HOUR_POINTS if hours <= most), LEAST_HOUR_POINTS)


def tiles(document: TimelineDocument, rows_height: float, axis_width: float) -> Iterator[Tile]:
    """The pages from top to bottom, then on in time; spans in which no row has anything are left out."""
    start, finish = span_of(document)
    total = (finish.astimezone(UTC) - start.astimezone(UTC)) / timedelta(hours=1)
    width = _page_span(max(axis_width / hour_points(document), total / MOST_ACROSS))
    groups = list(pages_of_rows(document.rows, max(int(rows_height // ROW), 2)))
    at = start.astimezone(UTC)
    is_first = True
    while at < finish.astimezone(UTC):
        end = at + width
        for rows in groups:
            if is_first or any(touches(row, at, end) for row in rows if row.group_heading is None):
                yield Tile(rows, at.astimezone(start.tzinfo), end.astimezone(start.tzinfo))
        at, is_first = end, False


def touches(row: SequenceRow, start: datetime, finish: datetime) -> bool:
    """Whether a row has anything in a span of time."""
    begins, ends = row.start.astimezone(UTC), row.finish.astimezone(UTC)
    return begins < finish.astimezone(UTC) and (
        ends > start.astimezone(UTC) or begins >= start.astimezone(UTC)
    )


def pages_of_rows(rows: tuple[SequenceRow, ...], most: int) -> Iterator[tuple[SequenceRow, ...]]:
    """Rows page by page; a heading never ends a page, and is repeated where its group goes on."""
    rest = list(rows)
    heading: SequenceRow | None = None
    while rest:
        again = [heading] if heading is not None and rest[0].group_heading is None else []
        fitting = most - len(again)
        while 1 < fitting < len(rest) and rest[fitting - 1].group_heading is not None:
            fitting -= 1
        page = rest[:fitting]
        yield (*again, *page)
        heading = next((row for row in reversed(page) if row.group_heading is not None), heading)
        rest = rest[fitting:]


def _page_span(hours: float) -> timedelta:
    """The time on one page, cut to a round length so that each page begins at a round time."""
    step = next(one for one in reversed(_STEPS) if one == _STEPS[0] or timedelta(hours=hours) >= 4 * one)
    return max(step, timedelta(hours=hours) // step * step)
