"""Tables of the packet: wrapped cells, repeated headers, rows that may be taller than a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import ACCENT, BAND, LABEL, LINE, LINE_STRONG, SMALL, SMALL_BOLD, Align, Style
from exports.packet_pdf.text_flow import is_right_to_left, wrap

PADDING = 4.0
GAP = 8.0
HEADER_HEIGHT = 18.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its share of the table's width (or points, above 1), and how its cells look."""

    title: str
    share: float
    align: Align = "left"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that looks or leads elsewhere than its column says."""

    text: str
    link: str = ""
    bold: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A row across the whole table that names the rows after it, and is kept with the first of them."""

    text: str
    link: str = ""


def draw_table(
    sheet: Sheet, columns: Sequence[Column], rows: Iterable[Sequence[str | Cell] | Heading]
) -> None:
    """Draw rows under a header that every page repeats."""
    widths = _widths(sheet.width, columns)
    sheet.need(HEADER_HEIGHT + 2 * SMALL.leading)
    _draw_header(sheet, columns, widths)
    for row in rows:
        if isinstance(row, Heading):
            _draw_heading(sheet, columns, widths, row)
        else:
            _draw_row(sheet, columns, widths, row)
    sheet.y += GAP


def _widths(total: float, columns: Sequence[Column]) -> list[float]:
    fixed = sum(column.share for column in columns if column.share > 1)
    rest = total - fixed
    shares = sum(column.share for column in columns if column.share <= 1) or 1
    return [column.share if column.share > 1 else rest * column.share / shares for column in columns]


def _draw_header(sheet: Sheet, columns: Sequence[Column], widths: list[float]) -> None:
    sheet.box(sheet.left, sheet.y, sheet.width, HEADER_HEIGHT, BAND)
    x = sheet.left
    for column, width in zip(columns, widths, strict=True):
        sheet.text_at(x + PADDING, sheet.y + 11.5, column.title, LABEL, width - 2 * PADDING, column.align)
        x += width
    sheet.y += HEADER_HEIGHT
    sheet.rule(sheet.y, LINE_STRONG)


def _draw_heading(sheet: Sheet, columns: Sequence[Column], widths: list[float], row: Heading) -> None:
    height = SMALL.leading + 2 * PADDING - 2
    if sheet.need(height + 3 * SMALL.leading + 2 * PADDING):
        _draw_header(sheet, columns, widths)
    sheet.box(sheet.left, sheet.y, sheet.width, height, BAND)
    sheet.text_at(sheet.left + PADDING, sheet.y + 11.5, row.text, SMALL_BOLD, sheet.width - 2 * PADDING)
    if row.link:
        sheet.link(row.link, sheet.left, sheet.y, sheet.width, height)
    sheet.y += height
    sheet.rule(sheet.y, LINE)


def _draw_row(
    sheet: Sheet, columns: Sequence[Column], widths: list[float], row: Sequence[str | Cell]
) -> None:
    cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row]
    lines = [
        wrap(cell.text, cell.bold or column.bold, SMALL.size, width - 2 * PADDING)
        for cell, column, width in zip(cells, columns, widths, strict=True)
    ]
    todo = max(len(shown) for shown in lines)
    first = 0
    while first < todo:
        fitting = int((sheet.room - 2 * PADDING) // SMALL.leading)
        whole_page = int((sheet.bottom - sheet.top - HEADER_HEIGHT - 2 * PADDING) // SMALL.leading)
        if fitting < min(todo - first, 3) or (fitting < todo - first <= whole_page):
            sheet.add_page()
            _draw_header(sheet, columns, widths)
            fitting = whole_page
        count = min(todo - first, fitting)
        _draw_slice(sheet, columns, widths, cells, [shown[first : first + count] for shown in lines], count)
        first += count


def _draw_slice(
    sheet: Sheet,
    columns: Sequence[Column],
    widths: list[float],
    cells: list[Cell],
    lines: list[tuple[str, ...]],
    count: int,
) -> None:
    x, top = sheet.left, sheet.y
    for cell, column, width, shown in zip(cells, columns, widths, lines, strict=True):
        colour = cell.colour or (ACCENT if cell.link else SMALL.colour)
        style = Style(SMALL.size, SMALL.leading, cell.bold or column.bold, colour)
        align = column.align
        if shown and align == "left" and is_right_to_left(cell.text):
            align = "right"
        for number, line in enumerate(shown):
            base = top + PADDING + number * style.leading + style.size
            sheet.drawn(x + PADDING, base, line, style, width - 2 * PADDING, align)
        if cell.link and shown:
            sheet.link(cell.link, x, top, width, count * style.leading + 2 * PADDING)
        x += width
    sheet.y = top + count * SMALL.leading + 2 * PADDING
    sheet.rule(sheet.y, LINE)
