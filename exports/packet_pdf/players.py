"""The players' page: who is needed when, with the number to call."""

from functools import partial

from exports.documents import PacketDocument, Player
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import BODY_BOLD, LINE, NOTE, SMALL
from exports.wording import clock, day

ROW = 12.0
TIME_WIDTH = 132.0


def draw(sheet: Sheet, document: PacketDocument) -> None:
    """Draw each player's times, kept together where they fit on a page."""
    sheet.add_page(landscape=False)
    sheet.section("players", "Players", f"Who is needed when. All times in {document.zone_name}.")
    if not document.players:
        sheet.paragraph("Nobody is named in the sequence.", NOTE)
    for player in document.players:
        sheet.together(partial(_draw_player, sheet, player))


def _draw_player(sheet: Sheet, player: Player) -> None:
    sheet.need(20 + 2 * ROW)
    third = sheet.width / 3
    sheet.text_at(sheet.left, sheet.y + 12, player.name, BODY_BOLD, third)
    sheet.text_at(sheet.left + third, sheet.y + 12, player.team, NOTE, third)
    sheet.text_at(sheet.left + 2 * third, sheet.y + 12, player.phone, BODY_BOLD, third, "right")
    sheet.y += 18
    sheet.rule(sheet.y, LINE)
    sheet.y += 2
    for entry in player.entries:
        sheet.need(ROW)
        base = sheet.y + 9
        when = f"{day(entry.start)}  {clock(entry.start)} – {clock(entry.finish)}"
        sheet.text_at(sheet.left + 8, base, when, SMALL, TIME_WIDTH)
        x = sheet.left + TIME_WIDTH
        sheet.text_at(x, base, entry.title, SMALL, sheet.right - x)
        sheet.y += ROW
    sheet.y += 10
