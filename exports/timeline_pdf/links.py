"""The links of one page: drawn where both ends are on it; a stub names a step that is on another page."""

from datetime import UTC, datetime

from exports.documents.sequence import SequenceLink
from exports.packet_pdf import paint
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import MUTED, Style
from exports.packet_pdf.time_axis import TimeAxis
from exports.timeline_pdf.tiles import ROW, Tile

_WEIGHT = 0.6
_HEAD = 2.6
_STUB = Style(5.5, 7, False, MUTED)
_MOST_NAMED = 3


def draw_links(
    sheet: Sheet,
    links: tuple[SequenceLink, ...],
    axis: TimeAxis,
    tile: Tile,
    places: dict[str, int],
    top: float,
) -> None:
    """Draw who waits for whom; `places` gives the row of each number on this page."""
    stubs: dict[str, list[str]] = {}
    for link in links:
        if link.after not in places:
            continue
        target = tile.rows[places[link.after]]
        if not _is_on(axis, target.start):
            continue
        if link.before not in places:
            stubs.setdefault(link.after, []).append(link.before)
            continue
        source = tile.rows[places[link.before]]
        begin = (axis.x(source.finish), top + (places[link.before] + 0.5) * ROW)
        _draw_link(sheet, begin, (axis.x(target.start), top + (places[link.after] + 0.5) * ROW))
    for number, befores in stubs.items():
        x, y = axis.x(tile.rows[places[number]].start), top + (places[number] + 0.5) * ROW
        more = "…" if len(befores) > _MOST_NAMED else ""
        if x - axis.left > 60:
            said = f"after {', '.join(befores[:_MOST_NAMED])}{more}"
            sheet.text_at(x - 60, y + 2, said, _STUB, 55, "right")


def _draw_link(sheet: Sheet, begin: tuple[float, float], end: tuple[float, float]) -> None:
    """Down (or up) to the target's row and in from the left; around where the target starts earlier."""
    height = sheet.page.height
    (from_x, from_y), (to_x, to_y) = begin, end
    down = 1 if to_y > from_y else -1
    points: tuple[tuple[float, float], ...]
    if to_x - from_x >= 5:
        bend = to_x - 4
        points = ((from_x, from_y), (bend, from_y), (bend, to_y), (to_x, to_y))
    else:
        lane = to_y - down * ROW / 2
        out = from_x + 3
        points = (
            (from_x, from_y),
            (out, from_y),
            (out, lane),
            (to_x - 4, lane),
            (to_x - 4, to_y),
            (to_x, to_y),
        )
    sheet.stroke(paint.line, tuple((x, height - y) for x, y in points), _WEIGHT, MUTED)
    tip = height - to_y
    head = ((to_x - _HEAD, tip + _HEAD / 1.6), (to_x - _HEAD, tip - _HEAD / 1.6), (to_x, tip))
    sheet.stroke(paint.shape, head, MUTED)


def _is_on(axis: TimeAxis, at: datetime) -> bool:
    return axis.start.astimezone(UTC) <= at.astimezone(UTC) <= axis.finish.astimezone(UTC)
