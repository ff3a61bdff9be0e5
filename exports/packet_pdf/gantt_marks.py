"""The marks of the Gantt: bars, slack, go/no-go points, links, points of no return, and their legend."""

from datetime import timedelta

from exports.documents import PacketDocument, SequenceRow
from exports.packet_pdf import paint
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import (
    BAR,
    CRITICAL,
    FAINT,
    NEUTRAL,
    NOT_MET,
    SLACK,
    SMALL,
    TEXT,
    TINY,
    UNIT,
    Style,
)
from exports.packet_pdf.time_axis import TimeAxis
from exports.wording import clock

BAR_HEIGHT = 9.0
SHORTEST = 2.5
Places = dict[str, tuple[float, float, float]]


def draw_bar(sheet: Sheet, axis: TimeAxis, row: SequenceRow, y: float, height: float) -> None:
    """Draw an activity: critical ones orange, hatched and thickly bordered; a go/no-go point as a diamond."""
    x, end = axis.x(row.start), axis.x(row.finish)
    middle = y + height / 2
    if row.slack_minutes and row.slack_minutes > 0 and not (row.is_critical or row.is_dormant):
        reach = axis.x(row.finish + timedelta(minutes=row.slack_minutes))
        sheet.box(end, middle - 0.8, max(reach - end, 0), 1.6, SLACK)
    if row.is_go_no_go and row.duration_minutes == 0:
        _draw_diamond(sheet, x, middle, 5)
        end = x + 5
    else:
        end = max(end, x + SHORTEST)
        top = middle - BAR_HEIGHT / 2
        if row.is_dormant:
            _draw_dormant(sheet, x, top, end - x)
        elif row.is_critical:
            sheet.box(x, top, end - x, BAR_HEIGHT, CRITICAL)
            corner = (x, sheet.page.height - top - BAR_HEIGHT, end - x, BAR_HEIGHT)
            sheet.stroke(paint.hatching, corner, "#F0B79A", 3.5)
            sheet.box(x, top, end - x, BAR_HEIGHT, "", stroke=TEXT, thickness=1.1)
        else:
            sheet.box(x, top, end - x, BAR_HEIGHT, BAR, radius=1.5)
        if row.is_go_no_go:
            _draw_diamond(sheet, x, middle, 5)
    if row.conflict:
        sheet.drawn(end + 3, middle + 3, "!", Style(9, 10, True, NOT_MET))


def _draw_dormant(sheet: Sheet, x: float, top: float, width: float) -> None:
    """A rollback step that nobody needs yet: empty, its border dashed."""
    low, high = sheet.page.height - top - BAR_HEIGHT, sheet.page.height - top
    corners = ((x, low), (x + width, low), (x + width, high), (x, high), (x, low))
    sheet.stroke(paint.line, corners, 0.6, NEUTRAL, (2, 1.5))


def _draw_diamond(sheet: Sheet, x: float, middle: float, size: float) -> None:
    y = sheet.page.height - middle
    sheet.stroke(paint.shape, ((x - size, y), (x, y + size), (x + size, y), (x, y - size)), TEXT)


def draw_links(sheet: Sheet, document: PacketDocument, places: Places) -> None:
    """Draw who waits for whom; what waits for a step of another page gets a stub with that step's number."""
    height = sheet.page.height
    stubs: dict[str, list[str]] = {}
    for link in document.links:
        target = places.get(link.after)
        if target is None:
            continue
        source = places.get(link.before)
        if source is None:
            stubs.setdefault(link.after, []).append(link.before)
            continue
        _draw_link(sheet, source, target)
    for after, before in stubs.items():
        x, _, y = places[after]
        shown = f"after {', '.join(before[:3])}{'…' if len(before) > 3 else ''} "
        style = Style(5.5, 7, False, NEUTRAL)
        sheet.text_at(x - 62, y + 2, shown, style, 56, "right")
        sheet.stroke(paint.line, ((x - 6, height - y), (x - 1, height - y)), 0.7, FAINT)
        _draw_head(sheet, x, y, 1)


def _draw_link(sheet: Sheet, source: tuple[float, float, float], target: tuple[float, float, float]) -> None:
    height = sheet.page.height
    _, from_x, from_y = source
    to_x, _, to_y = target
    down = 1 if to_y > from_y else -1
    edge = to_y - down * BAR_HEIGHT / 2
    if to_x >= from_x - 1:
        turn = max(from_x, to_x) + 2.5
        points = ((from_x, height - from_y), (turn, height - from_y), (turn, height - edge))
        sheet.stroke(paint.line, points, 0.7, FAINT)
        tip = height - edge
        head = ((turn - 1.8, tip + down * 3.2), (turn + 1.8, tip + down * 3.2), (turn, tip))
        sheet.stroke(paint.shape, head, NEUTRAL)
        return
    lane = to_y - down * 8
    detour = (
        (from_x, height - from_y),
        (from_x + 3, height - from_y),
        (from_x + 3, height - lane),
        (to_x - 5, height - lane),
        (to_x - 5, height - to_y),
        (to_x - 1, height - to_y),
    )
    sheet.stroke(paint.line, detour, 0.7, FAINT)
    _draw_head(sheet, to_x, to_y, 1)


def _draw_head(sheet: Sheet, x: float, y: float, direction: int) -> None:
    base = sheet.page.height - y
    sheet.stroke(
        paint.shape,
        ((x - 3.2 * direction, base + 1.8), (x - 3.2 * direction, base - 1.8), (x, base)),
        NEUTRAL,
    )


def draw_points_of_no_return(
    sheet: Sheet,
    document: PacketDocument,
    axis: TimeAxis,
    rows: list[SequenceRow],
    top: float,
    row_height: float,
) -> None:
    """Draw each change's point of no return, dashed, over the rows of that change on this page."""
    height = sheet.page.height
    for point in document.points_of_no_return:
        places = [number for number, row in enumerate(rows) if row.change_key == point.change_key]
        if not places:
            continue
        x = axis.x(point.at)
        first, last = top + places[0] * row_height, top + (places[-1] + 1) * row_height
        sheet.stroke(paint.line, ((x, height - first), (x, height - last)), 1.3, NOT_MET, (4, 2.5))
        shown = f"no return {point.change_key} · {clock(point.at)}"
        style = Style(TINY.size, TINY.leading, True, NOT_MET)
        room = axis.right - x
        left = x + 3 if room > 110 else x - 113
        sheet.text_at(left, first + 10.5, shown, style, 110, "left" if room > 110 else "right")


def draw_legend(sheet: Sheet) -> None:
    """Draw what each mark means."""
    x, y = sheet.left, sheet.y
    sheet.box(x, y + 1, 20, BAR_HEIGHT, BAR, radius=1.5)
    x += 24 + sheet.drawn(x + 24, y + 9, "activity", SMALL) + UNIT * 2
    sheet.box(x, y + 1, 20, BAR_HEIGHT, CRITICAL)
    sheet.stroke(paint.hatching, (x, sheet.page.height - y - 1 - BAR_HEIGHT, 20, BAR_HEIGHT), "#F0B79A", 3.5)
    sheet.box(x, y + 1, 20, BAR_HEIGHT, "", stroke=TEXT, thickness=1.1)
    x += 24 + sheet.drawn(x + 24, y + 9, "critical: a delay moves the finish", SMALL) + UNIT * 2
    _draw_dormant(sheet, x, y + 1, 20)
    x += 24 + sheet.drawn(x + 24, y + 9, "rollback, if needed", SMALL) + UNIT * 2
    sheet.box(x, y + 5, 20, 1.6, SLACK)
    x += 24 + sheet.drawn(x + 24, y + 9, "slack", SMALL) + UNIT * 2
    _draw_diamond(sheet, x + 6, y + 6, 5)
    x += 16 + sheet.drawn(x + 16, y + 9, "go/no-go", SMALL) + UNIT * 2
    base = sheet.page.height - y
    sheet.stroke(paint.line, ((x + 2, base - 1), (x + 2, base - 11)), 1.3, NOT_MET, (4, 2.5))
    x += 8 + sheet.drawn(x + 8, y + 9, "point of no return", SMALL) + UNIT * 2
    sheet.drawn(x, y + 9, "!", Style(9, 10, True, NOT_MET))
    sheet.drawn(x + 8, y + 9, "conflict", SMALL)
    sheet.y += UNIT * 2
