"""The sequence as a table: times, players with phones, configuration items, and what clashes."""

from exports.documents import PacketDocument, SequenceRow
from exports.packet_pdf.differences import change_anchor
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import CRITICAL, NOTE, SUBHEADING
from exports.packet_pdf.table import Cell, Column, Heading, draw_table
from exports.wording import clock, minutes, moment

_COLUMNS = (
    Column("No.", 30, "right"),
    Column("Activity", 0.34),
    Column("Phase", 46),
    Column("Change", 58),
    Column("Start", 38, "right"),
    Column("Finish", 38, "right"),
    Column("Lasts", 44, "right"),
    Column("Slack", 48, "right"),
    Column("After", 0.18),
    Column("Players", 0.33),
    Column("Items held", 0.15),
)
_POINTS = (
    Column("Change", 74),
    Column("Title", 0.5),
    Column("Last moment from which it can be taken back", 0.5),
)
_CONFLICT = Column("Conflict", 0.22)


def draw(sheet: Sheet, document: PacketDocument) -> None:
    """Draw every activity; critical ones say so in the slack's column."""
    sheet.add_page(landscape=True)
    note = (
        f"All times in {document.zone_name}. ◆ go/no-go point. Critical: any delay moves the finish. "
        "After: 3 starts when 3 is done, 3SS+10m 10 min after 3 starts."
    )
    sheet.section("sequence", "Sequence, as a table", note)
    if not document.sequence:
        sheet.paragraph("No activities are planned.", NOTE)
        return
    has_conflict = any(row.conflict for row in document.sequence)
    columns = (*_COLUMNS, _CONFLICT) if has_conflict else _COLUMNS
    draw_table(sheet, columns, (_row(row, has_conflict) for row in document.sequence))
    if not document.points_of_no_return:
        return
    titles = {row.change_key: row.title for row in document.matrix}
    sheet.subheading("Points of no return", SUBHEADING.leading * 3)
    draw_table(
        sheet,
        _POINTS,
        (
            (_link(point.change_key), titles.get(point.change_key, ""), moment(point.at))
            for point in document.points_of_no_return
        ),
    )


def _link(key: str) -> Cell:
    return Cell(key, link=change_anchor(key) if key else "")


def _row(row: SequenceRow, has_conflict: bool) -> tuple[Cell, ...] | Heading:
    times = (Cell(clock(row.start)), Cell(clock(row.finish)), Cell(minutes(row.duration_minutes)))
    if row.group_heading is not None:
        return Heading(row.group_heading, change_anchor(row.change_key) if row.change_key else "")
    players = "\n".join(f"{one.name} {one.phone}".strip() for one in row.players)
    slack = (
        Cell("critical", bold=True, colour=CRITICAL) if row.is_critical else Cell(minutes(row.slack_minutes))
    )
    cells = (
        Cell(row.number),
        Cell(f"◆ {row.title}" if row.is_go_no_go else row.title, bold=row.is_critical),
        Cell(row.phase),
        _link(row.change_key),
        *times,
        slack,
        Cell(row.after),
        Cell(players),
        Cell(", ".join(row.configuration_items)),
    )
    return (*cells, Cell(row.conflict, bold=True)) if has_conflict else cells
