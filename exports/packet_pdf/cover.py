"""The cover: which window and meeting, the totals, the go/no-go line, who must attend, and the contents."""

from exports.documents import PacketDocument
from exports.packet_pdf import paint
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import (
    ACCENT,
    ACCENT_SOFT,
    BODY,
    FIGURE,
    LABEL,
    LINE_STRONG,
    NOTE,
    SMALL,
    TEXT,
    TITLE,
    UNIT,
    Style,
)
from exports.packet_pdf.table import Column, draw_table
from exports.packet_pdf.text_flow import wrap
from exports.wording import minutes, moment

CONTENTS = (
    ("differences", "What changed since the last packet"),
    ("agenda", "Agenda"),
    ("matrix", "Readiness"),
    ("gantt", "Sequence, drawn"),
    ("sequence", "Sequence, as a table"),
    ("players", "Players"),
    ("changes", "Changes"),
    ("conflicts", "Conflicts and exceptions"),
    ("calendar", "Freezes and bookings"),
    ("debts", "Debts"),
    ("signoff", "Sign-off"),
    ("notes", "Notes"),
)


def draw(sheet: Sheet, document: PacketDocument) -> None:
    """Draw the cover page (and a second one where very many must attend)."""
    sheet.add_page()
    sheet.anchor("cover", "Cover")
    _draw_brand(sheet, document)
    sheet.y += UNIT * 3
    for shown in wrap(document.window_title, True, TITLE.size, sheet.width, 200):
        sheet.drawn(sheet.left, sheet.y + TITLE.size, shown, TITLE)
        sheet.y += TITLE.leading
    _draw_times(sheet, document)
    _draw_totals(sheet, document)
    _draw_go_line(sheet, document)
    _draw_attendees(sheet, document)
    sheet.together(lambda: _draw_contents(sheet))


def _draw_brand(sheet: Sheet, document: PacketDocument) -> None:
    base = sheet.page.height - sheet.y - 12
    mark = ((sheet.left, base), (sheet.left + 9, base + 10), (sheet.left + 18, base))
    sheet.stroke(paint.shape, mark, TEXT)
    sheet.drawn(sheet.left + 24, sheet.y + 12, "Lockstep", Style(13, 16, True))
    sheet.text_at(
        sheet.left + 160, sheet.y + 12, document.organisation, Style(10, 13, True), sheet.width - 160, "right"
    )
    sheet.y += UNIT * 3
    sheet.rule(sheet.y, LINE_STRONG)


def _draw_times(sheet: Sheet, document: PacketDocument) -> None:
    x = sheet.left
    for word, fill, colour in (
        (f"{document.meeting} meeting".upper(), ACCENT_SOFT, ACCENT),
        (document.state.upper(), "#EDF0F4", TEXT),
    ):
        style = Style(8, 11, True, colour)
        taken = sheet.text_at(x + 6, sheet.y + 13, word, style, 220)
        sheet.page.strokes.pop()
        sheet.box(x, sheet.y + 3, taken + 12, 15, fill, radius=3)
        sheet.text_at(x + 6, sheet.y + 13.2, word, style, 220)
        x += taken + 20
    sheet.y += UNIT * 3
    facts = [f"{document.window_name} · {document.length_note} · all times in {document.zone_name}"]
    facts.append(f"From {moment(document.window_start)} to {moment(document.window_end)}")
    if document.viewer_zone_name:
        facts.append(f"Made by someone whose own zone is {document.viewer_zone_name}")
    if document.meeting_at:
        facts.append(f"Meeting on {moment(document.meeting_at)}")
    facts.append(f"Packet made on {moment(document.generated_at)} by {document.generated_by}")
    for fact in facts:
        sheet.paragraph(fact, BODY)
    sheet.y += UNIT * 2


def _draw_totals(sheet: Sheet, document: PacketDocument) -> None:
    totals = document.totals
    capacity = f"of {minutes(totals.capacity_minutes)}" if totals.capacity_minutes else ""
    figures = (
        (f"{totals.changes}", "changes"),
        (f"{totals.activities}", "activities"),
        (f"{totals.players}", "players"),
        (minutes(totals.planned_minutes), f"planned {capacity}".strip()),
    )
    gap = UNIT * 1.5
    width = (sheet.width - gap * (len(figures) - 1)) / len(figures)
    for number, (figure, word) in enumerate(figures):
        x = sheet.left + number * (width + gap)
        sheet.box(x, sheet.y, width, 56, "", stroke=LINE_STRONG, thickness=0.5, radius=4)
        sheet.text_at(x + 12, sheet.y + 28, figure, FIGURE, width - 24)
        sheet.text_at(x + 12, sheet.y + 44, word, NOTE, width - 24)
    sheet.y += 56 + UNIT * 2


def _draw_go_line(sheet: Sheet, document: PacketDocument) -> None:
    lines = wrap(document.go_line, True, 11, sheet.width - 36, 600)
    height = len(lines) * 16 + 32
    sheet.box(sheet.left, sheet.y, sheet.width, height, ACCENT_SOFT, radius=4)
    sheet.box(sheet.left, sheet.y, 4, height, ACCENT)
    sheet.drawn(sheet.left + 18, sheet.y + 16, "GO / NO-GO", Style(7.5, 10, True, ACCENT))
    for number, shown in enumerate(lines):
        sheet.drawn(sheet.left + 18, sheet.y + 33 + number * 16, shown, Style(11, 16, True))
    sheet.y += height + UNIT * 2


def _draw_attendees(sheet: Sheet, document: PacketDocument) -> None:
    sheet.subheading("Who must attend")
    if not document.attendees:
        sheet.paragraph("Nobody is named.", NOTE)
        return
    columns = (
        Column("Name", 0.24, bold=True),
        Column("Role", 0.2),
        Column("Why", 0.38),
        Column("Phone", 0.18),
    )
    draw_table(sheet, columns, ((one.name, one.role, one.why, one.phone) for one in document.attendees))


def _draw_contents(sheet: Sheet) -> None:
    sheet.y += UNIT
    height = 14.0
    sheet.subheading("Contents", height * (len(CONTENTS) + 1) / 2)
    half = (sheet.width - UNIT * 3) / 2
    rows = (len(CONTENTS) + 1) // 2
    top = sheet.y
    for number, (name, title) in enumerate(CONTENTS):
        x = sheet.left + (number // rows) * (half + UNIT * 3)
        y = top + (number % rows) * height
        sheet.text_at(x, y + 10, title, SMALL, half - 30)
        sheet.stroke(paint.page_of, x + half, sheet.page.height - y - 10, name, LABEL)
        sheet.rule(y + height, x1=x, x2=x + half)
        sheet.link(name, x, y, half, height)
    sheet.y = top + rows * height
