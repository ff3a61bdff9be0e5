"""The sequence as a Gantt drawing, over as many landscape pages as it takes; titles and hours repeat."""

from exports.documents import PacketDocument, SequenceRow
from exports.packet_pdf import paint
from exports.packet_pdf.differences import change_anchor
from exports.packet_pdf.gantt_marks import draw_bar, draw_legend, draw_links, draw_points_of_no_return
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import BAND, LABEL, LINE, LINE_STRONG, NOTE, SMALL, SMALL_BOLD, Style
from exports.packet_pdf.time_axis import TimeAxis, axis_of
from exports.wording import clock, minutes

ROW = 16.0
HEADER = 26.0
NUMBER_WIDTH, TITLE_WIDTH, START_WIDTH, LASTS_WIDTH, PLAYER_WIDTH = 28.0, 168.0, 34.0, 42.0, 88.0
TEXT_WIDTH = NUMBER_WIDTH + TITLE_WIDTH + START_WIDTH + LASTS_WIDTH + PLAYER_WIDTH


def draw(sheet: Sheet, document: PacketDocument) -> None:
    """Draw the Gantt; dependencies that come from another page enter as a stub with the step's number."""
    sheet.add_page(landscape=True)
    note = f"All times in {document.zone_name}. Window: {document.window_title}."
    sheet.section("gantt", "Sequence, drawn", note)
    if not document.sequence:
        sheet.paragraph("No activities are planned.", NOTE)
        return
    draw_legend(sheet)
    axis = axis_of(document, sheet.left + TEXT_WIDTH + 8, sheet.right - 8)
    rows = list(document.sequence)
    while rows:
        fitting = max(int((sheet.room - HEADER) // ROW), 1)
        if fitting < len(rows) and rows[fitting - 1].group_heading is not None and fitting > 1:
            fitting -= 1
        _draw_page(sheet, document, axis, rows[:fitting])
        rows = rows[fitting:]
        if rows:
            sheet.add_page()


def _draw_page(sheet: Sheet, document: PacketDocument, axis: TimeAxis, rows: list[SequenceRow]) -> None:
    top = sheet.y + HEADER
    bottom = top + ROW * len(rows)
    _draw_hours(sheet, axis, bottom)
    _draw_window(sheet, document, axis, top, bottom)
    places = {}
    for number, row in enumerate(rows):
        y = top + number * ROW
        _draw_titles(sheet, row, y)
        if row.group_heading is None:
            places[row.number] = (axis.x(row.start), axis.x(row.finish), y + ROW / 2)
    draw_links(sheet, document, places)
    for number, row in enumerate(rows):
        if row.group_heading is None:
            draw_bar(sheet, axis, row, top + number * ROW, ROW)
    draw_points_of_no_return(sheet, document, axis, rows, top, ROW)
    sheet.y = bottom


def _draw_hours(sheet: Sheet, axis: TimeAxis, bottom: float) -> None:
    x = sheet.left
    sheet.box(sheet.left, sheet.y, sheet.width, HEADER, BAND)
    base = sheet.y + HEADER - 7
    for title, width, align in (
        ("No.", NUMBER_WIDTH, "right"),
        ("Activity", TITLE_WIDTH, "left"),
        ("Start", START_WIDTH, "right"),
        ("Lasts", LASTS_WIDTH, "right"),
        ("Player", PLAYER_WIDTH, "left"),
    ):
        sheet.text_at(x + 3, base, title, LABEL, width - 6, "right" if align == "right" else "left")
        x += width
    height = sheet.page.height
    for place, its_day, its_clock in axis.ticks():
        sheet.stroke(paint.line, ((place, height - sheet.y - 14), (place, height - bottom)), 0.5, LINE)
        sheet.drawn(place + 2, base, its_clock, LABEL)
        sheet.drawn(place + 2, sheet.y + 9, its_day, Style(7.5, 10, True))
    sheet.rule(sheet.y + HEADER, LINE_STRONG)
    sheet.stroke(
        paint.line,
        ((axis.left - 8, height - sheet.y), (axis.left - 8, height - bottom)),
        0.5,
        LINE_STRONG,
    )


def _draw_window(sheet: Sheet, document: PacketDocument, axis: TimeAxis, top: float, bottom: float) -> None:
    """Shade what lies outside the window."""
    for first, last in (
        (axis.left, axis.x(document.window_start)),
        (axis.x(document.window_end), axis.right),
    ):
        if last - first > 1:
            corner = (first, sheet.page.height - bottom, last - first, bottom - top)
            sheet.stroke(paint.hatching, corner, LINE, 6)


def _draw_titles(sheet: Sheet, row: SequenceRow, y: float) -> None:
    base = y + 11
    x = sheet.left
    if row.group_heading is not None:
        sheet.box(x, y, TEXT_WIDTH, ROW, BAND)
        sheet.text_at(x + 4, base, row.group_heading, SMALL_BOLD, TEXT_WIDTH - 8)
        sheet.rule(y + ROW, LINE)
        if row.change_key:
            sheet.link(change_anchor(row.change_key), x, y, TEXT_WIDTH, ROW)
        return
    sheet.text_at(x + 3, base, row.number, NOTE, NUMBER_WIDTH - 6, "right")
    x += NUMBER_WIDTH
    sheet.text_at(x + 3, base, row.title, SMALL_BOLD if row.is_critical else SMALL, TITLE_WIDTH - 6)
    if row.change_key:
        sheet.link(change_anchor(row.change_key), x, y, TITLE_WIDTH, ROW)
    x += TITLE_WIDTH
    sheet.text_at(x + 3, base, clock(row.start), SMALL, START_WIDTH - 6, "right")
    x += START_WIDTH
    sheet.text_at(x + 3, base, minutes(row.duration_minutes), SMALL, LASTS_WIDTH - 6, "right")
    x += LASTS_WIDTH
    sheet.text_at(x + 3, base, ", ".join(one.name for one in row.players), NOTE, PLAYER_WIDTH - 6)
    sheet.rule(y + ROW, LINE)
