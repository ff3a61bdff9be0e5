"""One page of the printed time axis: titles at the left, hours above, bars told apart without colour."""

from datetime import UTC, datetime, timedelta

from exports.documents.sequence import SequenceRow
from exports.documents.timeline import TimelineDocument
from exports.packet_pdf import paint
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import (
    BAND,
    LABEL,
    LINE,
    LINE_STRONG,
    MUTED,
    NOTE,
    SMALL,
    SMALL_BOLD,
    TEXT,
    TINY,
    Style,
)
from exports.packet_pdf.time_axis import TimeAxis
from exports.timeline_pdf.links import draw_links
from exports.timeline_pdf.tiles import HEADER, ROW, Tile, touches
from exports.wording import clock, minutes

NUMBER_WIDTH, TITLE_WIDTH, START_WIDTH, LASTS_WIDTH, PLAYER_WIDTH = 30.0, 142.0, 60.0, 40.0, 70.0
TEXT_WIDTH = NUMBER_WIDTH + TITLE_WIDTH + START_WIDTH + LASTS_WIDTH + PLAYER_WIDTH
GAP = 8.0
BAR_HEIGHT = 8.0
PALE = "#E4E8EE"
_SHORTEST = 2.0
_DIAMOND = 4.5
_MORNING = 12
_ONE_NIGHT = timedelta(hours=36)


def draw_page(sheet: Sheet, document: TimelineDocument, tile: Tile) -> None:
    """Draw a tile below the sheet's cursor."""
    axis = TimeAxis(tile.start, tile.finish, sheet.left + TEXT_WIDTH + GAP, sheet.right)
    top = sheet.y + HEADER
    bottom = top + ROW * len(tile.rows)
    _draw_hours(sheet, axis, bottom)
    _draw_outside(sheet, document, axis, top, bottom)
    places = {row.number: place for place, row in enumerate(tile.rows) if row.group_heading is None}
    for place, row in enumerate(tile.rows):
        _draw_titles(sheet, row, top + place * ROW, document)
    draw_links(sheet, document.links, axis, tile, places, top)
    for place, row in enumerate(tile.rows):
        if touches(row, axis.start, axis.finish):
            _draw_row(sheet, axis, row, top + place * ROW)
    _draw_points(sheet, document, axis, tile.rows, top)
    _draw_band(sheet, document, axis, top, bottom)
    sheet.y = bottom


def _up(sheet: Sheet, y: float) -> float:
    return sheet.page.height - y


def _draw_hours(sheet: Sheet, axis: TimeAxis, bottom: float) -> None:
    x, base = sheet.left, sheet.y + HEADER - 7
    sheet.box(sheet.left, sheet.y, sheet.width, HEADER, BAND)
    for title, width, is_number in (
        ("No.", NUMBER_WIDTH, True),
        ("Activity", TITLE_WIDTH, False),
        ("Start", START_WIDTH, True),
        ("Lasts", LASTS_WIDTH, True),
        ("Player", PLAYER_WIDTH, False),
    ):
        sheet.text_at(x + 3, base, title, LABEL, width - 6, "right" if is_number else "left")
        x += width
    for place, its_day, its_clock in axis.ticks():
        sheet.stroke(paint.line, ((place, _up(sheet, sheet.y + 14)), (place, _up(sheet, bottom))), 0.5, LINE)
        sheet.drawn(place + 2, base, its_clock, LABEL)
        sheet.drawn(place + 2, sheet.y + 9, its_day, Style(7.5, 10, True))
    sheet.rule(sheet.y + HEADER, LINE_STRONG)
    edge = axis.left - GAP / 2
    sheet.stroke(paint.line, ((edge, _up(sheet, sheet.y)), (edge, _up(sheet, bottom))), 0.5, LINE_STRONG)


def _draw_outside(
    sheet: Sheet, document: TimelineDocument, axis: TimeAxis, top: float, bottom: float
) -> None:
    """Hatch what lies outside the window and mark its ends."""
    for first, last in (
        (axis.left, axis.x(document.window_start)),
        (axis.x(document.window_end), axis.right),
    ):
        if last - first > 1:
            corner = (first, _up(sheet, bottom), last - first, bottom - top)
            sheet.stroke(paint.hatching, corner, LINE, 6)
    for at in (document.window_start, document.window_end):
        if _is_on(axis, at):
            x = axis.x(at)
            sheet.stroke(paint.line, ((x, _up(sheet, top)), (x, _up(sheet, bottom))), 1.4, TEXT)


def _start(row: SequenceRow, document: TimelineDocument) -> str:
    """The start as clock time, with its day unless the window is one night and it is of that."""
    night = document.window_start
    days = (row.start.date() - night.date()).days
    if document.window_end - night > _ONE_NIGHT:
        return f"{row.start.day} {row.start:%b %H:%M}"
    is_that_night = days == 0 or (days == 1 and row.start.hour < _MORNING)
    return clock(row.start) if is_that_night else f"{row.start.day} {row.start:%b %H:%M}"


def _draw_titles(sheet: Sheet, row: SequenceRow, y: float, document: TimelineDocument) -> None:
    base, x = y + 10.5, sheet.left
    if row.group_heading is not None:
        sheet.box(x, y, TEXT_WIDTH + GAP / 2, ROW, BAND)
        sheet.text_at(x + 4, base, row.group_heading, SMALL_BOLD, TEXT_WIDTH - 8)
        sheet.rule(y + ROW, LINE)
        return
    if row.is_critical:
        _draw_triangle(sheet, x + 5, y + ROW / 2)
    sheet.text_at(x + 3, base, row.number, NOTE, NUMBER_WIDTH - 6, "right")
    x += NUMBER_WIDTH
    sheet.text_at(x + 3, base, row.title, SMALL_BOLD if row.is_critical else SMALL, TITLE_WIDTH - 6)
    x += TITLE_WIDTH
    sheet.text_at(x + 3, base, _start(row, document), SMALL, START_WIDTH - 6, "right")
    x += START_WIDTH
    sheet.text_at(x + 3, base, minutes(row.duration_minutes), SMALL, LASTS_WIDTH - 6, "right")
    x += LASTS_WIDTH
    sheet.text_at(x + 3, base, ", ".join(one.name for one in row.players), NOTE, PLAYER_WIDTH - 6)
    sheet.rule(y + ROW, LINE)


def _draw_triangle(sheet: Sheet, x: float, middle: float, size: float = 3.0) -> None:
    y = _up(sheet, middle)
    sheet.stroke(paint.shape, ((x - size, y - size), (x + size, y - size), (x, y + size)), TEXT)


def _draw_diamond(sheet: Sheet, x: float, middle: float) -> None:
    y, size = _up(sheet, middle), _DIAMOND
    sheet.stroke(paint.shape, ((x - size, y), (x, y + size), (x + size, y), (x, y - size)), TEXT)


def _draw_row(sheet: Sheet, axis: TimeAxis, row: SequenceRow, y: float) -> None:
    """A group's bracket, or an activity: grey with a thin border; critical ones hatched with a thick one."""
    x, middle = axis.x(row.start), y + ROW / 2
    end = max(axis.x(row.finish), x + _SHORTEST)
    if row.group_heading is not None:
        sheet.box(x, middle - 2, end - x, 3, TEXT)
        for edge in (x, end - 1.5):
            sheet.box(edge, middle - 2, 1.5, 6, TEXT)
        return
    if row.slack_minutes and row.slack_minutes > 0 and not row.is_critical:
        reach = axis.x(row.finish + timedelta(minutes=row.slack_minutes))
        ends = ((end, _up(sheet, middle)), (reach, _up(sheet, middle)))
        sheet.stroke(paint.line, ends, 0.8, MUTED, (1.2, 1.6))
    top = middle - BAR_HEIGHT / 2
    if row.is_go_no_go:
        _draw_diamond(sheet, x, middle)
    if row.is_dormant:
        draw_dormant_bar(sheet, x, top, end - x)
    elif row.duration_minutes:
        draw_bar(sheet, x, top, end - x, row.is_critical)
    if row.conflict:
        sheet.drawn(min(end + 3, axis.right - 6), middle + 3, "!", Style(9, 10, True))


def draw_bar(sheet: Sheet, x: float, top: float, width: float, is_critical: bool) -> None:
    """The bar itself, as the legend shows it too."""
    sheet.box(x, top, width, BAR_HEIGHT, PALE)
    if is_critical:
        corner = (x, _up(sheet, top + BAR_HEIGHT), width, BAR_HEIGHT)
        sheet.stroke(paint.hatching, corner, TEXT, 3)
    sheet.box(x, top, width, BAR_HEIGHT, "", stroke=TEXT, thickness=1.4 if is_critical else 0.5)


def draw_dormant_bar(sheet: Sheet, x: float, top: float, width: float) -> None:
    """A rollback step that nobody needs yet: empty, its border dashed."""
    low, high = _up(sheet, top + BAR_HEIGHT), _up(sheet, top)
    corners = ((x, low), (x + width, low), (x + width, high), (x, high), (x, low))
    sheet.stroke(paint.line, corners, 0.6, MUTED, (2, 1.5))


def _draw_points(
    sheet: Sheet, document: TimelineDocument, axis: TimeAxis, rows: tuple[SequenceRow, ...], top: float
) -> None:
    for point in document.points_of_no_return:
        places = [place for place, row in enumerate(rows) if row.change_key == point.change_key]
        if not places or not _is_on(axis, point.at):
            continue
        x = axis.x(point.at)
        first, last = top + places[0] * ROW, top + (places[-1] + 1) * ROW
        sheet.stroke(paint.line, ((x, _up(sheet, first)), (x, _up(sheet, last))), 1.2, TEXT, (4, 2))
        said, fits = f"no return {clock(point.at)}", axis.right - x > 62
        sheet.text_at(
            x + 3 if fits else x - 65,
            first + 9.5,
            said,
            Style(TINY.size, TINY.leading, True),
            62,
            "left" if fits else "right",
        )


def _draw_band(sheet: Sheet, document: TimelineDocument, axis: TimeAxis, top: float, bottom: float) -> None:
    """The chance to finish: dotted at 50 and 95 of 100 runs, dash-dotted at 80, named above."""
    if document.band is None:
        return
    marks = (
        (document.band.p50, "P50", (1.0, 1.5)),
        (document.band.p80, "P80", (5.0, 1.5, 1.0, 1.5)),
        (document.band.p95, "P95", (1.0, 1.5)),
    )
    for at, name, dash in marks:
        if _is_on(axis, at):
            x = axis.x(at)
            sheet.stroke(paint.line, ((x, _up(sheet, top)), (x, _up(sheet, bottom))), 0.9, TEXT, dash)
            if name == "P80":
                x = axis.x(document.band.p95)
                sheet.drawn(x + 3, top + 6.5, name, Style(TINY.size, TINY.leading, True))


def _is_on(axis: TimeAxis, at: datetime) -> bool:
    return axis.start.astimezone(UTC) <= at.astimezone(UTC) <= axis.finish.astimezone(UTC)
