"""The sign-off sheet, and a page of lines for notes."""

from exports.documents import PacketDocument, SignoffRole
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import BODY, BODY_BOLD, LINE, LINE_STRONG, NOTE, UNIT

ROW = 40.0


def draw(sheet: Sheet, document: PacketDocument) -> None:
    """Draw a line to sign for each role, then a page for notes."""
    sheet.add_page()
    sheet.section("signoff", "Sign-off", document.go_line)
    sheet.paragraph("☐ Go      ☐ Go with conditions      ☐ No-go", BODY_BOLD)
    sheet.y += UNIT
    for role in document.signoff_roles:
        sheet.need(ROW)
        _draw_role(sheet, role)
    _draw_notes(sheet)


def _draw_role(sheet: Sheet, role: SignoffRole) -> None:
    base = sheet.y + 28
    quarter = sheet.width / 4
    sheet.text_at(sheet.left, base, role.role, BODY_BOLD, quarter - UNIT)
    if role.name:
        sheet.text_at(sheet.left + quarter, base, role.name, BODY, quarter - UNIT)
    else:
        sheet.rule(base + 2, LINE_STRONG, sheet.left + quarter, sheet.left + 2 * quarter - UNIT)
    sheet.rule(base + 2, LINE_STRONG, sheet.left + 2 * quarter, sheet.right - quarter)
    sheet.text_at(sheet.left + 2 * quarter, base + 10, "signature", NOTE, quarter)
    sheet.rule(base + 2, LINE_STRONG, sheet.right - quarter + UNIT, sheet.right)
    sheet.text_at(sheet.right - quarter + UNIT, base + 10, "date and time", NOTE, quarter)
    sheet.y += ROW


def _draw_notes(sheet: Sheet) -> None:
    sheet.add_page()
    sheet.section("notes", "Notes")
    y = sheet.y + UNIT * 3
    while y < sheet.bottom:
        sheet.rule(y, LINE)
        y += UNIT * 3
    sheet.y = sheet.bottom
