"""The readiness matrix: changes down, criteria across, a chip with a sign for each result."""

from collections import Counter

from exports.documents import Criterion, GateCell, MatrixRow, PacketDocument
from exports.packet_pdf import paint
from exports.packet_pdf.differences import change_anchor
from exports.packet_pdf.fonts import runs
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import (
    ACCENT,
    LABEL,
    LINE,
    LINE_STRONG,
    NOTE,
    RESULTS,
    SMALL,
    SMALL_BOLD,
    TINY,
    UNIT,
    Style,
)
from exports.packet_pdf.text_flow import one_line

KEY_WIDTH, RISK_WIDTH, CELL = 72.0, 56.0, 26.0
TITLE_WIDTH = 176.0
ROW = 17.0
HEADER = 104.0
CHIP = 12.0
MISSING = GateCell("not_evaluated")


def draw(sheet: Sheet, document: PacketDocument) -> None:
    """Draw the matrix, in as many bands of columns and as many pages as it takes."""
    sheet.add_page(landscape=True)
    counts: Counter[str] = Counter(cell.result for row in document.matrix for cell in row.cells)
    told = " · ".join(f"{counts[name]:,} {word}" for name, (_, word, _, _) in RESULTS.items())
    sheet.section(
        "matrix", "Readiness", f"{len(document.matrix)} changes, {len(document.criteria)} criteria: {told}"
    )
    _draw_legend(sheet)
    if not document.matrix or not document.criteria:
        sheet.paragraph("No change has criteria to meet.", NOTE)
        return
    fitting = int((sheet.width - KEY_WIDTH - TITLE_WIDTH - RISK_WIDTH) // CELL)
    bands = -(-len(document.criteria) // fitting)
    fitting = -(-len(document.criteria) // bands)
    for first in range(0, len(document.criteria), fitting):
        if first:
            sheet.add_page()
        columns = list(range(first, min(first + fitting, len(document.criteria))))
        _draw_band(sheet, document, columns)


def _draw_legend(sheet: Sheet) -> None:
    x = sheet.left
    for name, (_, word, _, _) in RESULTS.items():
        draw_chip(sheet, x, sheet.y, name)
        x += CHIP + 4
        x += sheet.drawn(x, sheet.y + 9.2, word, SMALL) + UNIT * 2
    sheet.y += CHIP + UNIT


def draw_chip(sheet: Sheet, x: float, y: float, result: str) -> None:
    """Draw a result's sign in its box: filled dark, tinted or bordered, so that it reads without colour."""
    sign, _, colour, fill = RESULTS[result]
    border = {"waived": colour, "not_evaluated": LINE_STRONG}.get(result, "")
    sheet.box(x, y, CHIP, CHIP, fill, stroke=border, thickness=0.8, radius=2.5)
    sheet.drawn(x, y + 9.2, sign, Style(8.5, 10, True, colour), CHIP, "centre")


def _draw_band(sheet: Sheet, document: PacketDocument, columns: list[int]) -> None:
    criteria = [document.criteria[number] for number in columns]
    sheet.need(HEADER + ROW * 2)
    _draw_header(sheet, criteria)
    for row in document.matrix:
        if sheet.need(ROW):
            _draw_header(sheet, criteria)
        _draw_row(sheet, row, columns)


def _title_width(sheet: Sheet, count: int) -> float:
    """What the criteria leave of the width, up to twice the least."""
    return min(sheet.width - KEY_WIDTH - RISK_WIDTH - count * CELL, TITLE_WIDTH * 2)


def _draw_header(sheet: Sheet, criteria: list[Criterion]) -> None:
    title_width = _title_width(sheet, len(criteria))
    base = sheet.y + HEADER - 5
    x = sheet.left
    for title, width in (("Change", KEY_WIDTH), ("Title", title_width), ("Risk", RISK_WIDTH)):
        sheet.text_at(x + 4, base, title, LABEL, width - 8)
        x += width
    checkpoint = None
    for number, criterion in enumerate(criteria):
        if criterion.checkpoint != checkpoint:
            checkpoint = criterion.checkpoint
            span = sum(1 for one in criteria[number:] if one.checkpoint == checkpoint) * CELL
            sheet.text_at(x + 4, sheet.y + 8, checkpoint, LABEL, span - 4)
            sheet.stroke(
                paint.line,
                ((x, sheet.page.height - sheet.y), (x, sheet.page.height - sheet.y - HEADER)),
                0.5,
                LINE_STRONG,
            )
        shown = one_line(criterion.label, TINY.bold, TINY.size + 0.5, HEADER - 18)
        style = Style(TINY.size + 0.5, TINY.leading)
        sheet.stroke(
            paint.upright, x + CELL / 2 + 2.5, sheet.page.height - base, runs(shown, style.bold), style
        )
        x += CELL
    sheet.y += HEADER
    sheet.rule(sheet.y, LINE_STRONG)


def _draw_row(sheet: Sheet, row: MatrixRow, columns: list[int]) -> None:
    title_width = _title_width(sheet, len(columns))
    base = sheet.y + 11.5
    x = sheet.left
    style = Style(SMALL.size, SMALL.leading, True, ACCENT)
    sheet.text_at(x + 4, base, row.change_key, style, KEY_WIDTH - 8)
    sheet.link(change_anchor(row.change_key), x, sheet.y, KEY_WIDTH + title_width, ROW)
    x += KEY_WIDTH
    sheet.text_at(x + 4, base, row.title, SMALL, title_width - 8)
    x += title_width
    sheet.text_at(x + 4, base, row.risk, SMALL_BOLD, RISK_WIDTH - 8)
    x += RISK_WIDTH
    for number in columns:
        cell = row.cells[number] if number < len(row.cells) else MISSING
        draw_chip(sheet, x + (CELL - CHIP) / 2, sheet.y + (ROW - CHIP) / 2, cell.result)
        x += CELL
    sheet.y += ROW
    sheet.rule(sheet.y, LINE)
