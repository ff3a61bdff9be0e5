"""What every workbook shares: cells that are never formulas, styles, widths, print setup."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from math import ceil
from typing import Any

from exports.documents import CellValue, Column
from exports.plain_text import EXCEL_LIMIT, for_cell, in_words

ACCENT = "FF2457D6"
BAND = "FFEDF0F4"
FORMATS = {
    "text": "General",
    "prose": "General",
    "name": "General",
    "number": "General",
    "instant": "yyyy-mm-dd hh:mm",
    "date": "yyyy-mm-dd",
    "duration": "[h]:mm",
    "digest": "General",
    "flag": "General",
}
# Excel's calendar begins here; earlier dates are written as text.
FIRST_YEAR = 1900
# ECMA-376 18.3.1.63: paper size 9 is A4.
A4 = 9


def plain(value: CellValue, kind: str = "text") -> CellValue:
    """The value as a cell holds it: wall clock for instants (Excel has no zones), days for minutes."""
    if isinstance(value, str):
        value = in_words(value) if kind == "name" else value
        return (
            value
            if value.isascii() and value.isprintable() and len(value) <= EXCEL_LIMIT
            else for_cell(value)
        )
    if isinstance(value, datetime):
        value = value.replace(tzinfo=None)
        return value if value.year >= FIRST_YEAR else value.isoformat(" ")
    if isinstance(value, date):
        return value if value.year >= FIRST_YEAR else value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if kind == "duration" and isinstance(value, int):
        return timedelta(minutes=value)
    if isinstance(value, float) and value - value != 0:
        return str(value)
    return value


LINE_POINTS, MOST_LINES = 15.0, 27  # Excel takes rows of at most 409 points
LETTERS_A_DIGIT = 1.12  # widths count digits, and letters are narrower on average
BOLD_LETTERS_A_DIGIT = 1.0  # bold ones are not
PAGE_LETTERS = 190
"""How many letters of width a landscape page holds at a size that can still be read."""


def titled(columns: Sequence[Column], zone_name: str) -> list[str]:
    """The columns' titles, with the zone where a column holds wall-clock times."""
    return [
        f"{column.title} ({zone_name})" if column.kind == "instant" else column.title for column in columns
    ]


def prepare(sheet: Any, columns: Sequence[Column], header_row: int, title: str) -> None:
    """Set widths and the frozen header, and print pages that stay readable.

    A sheet too wide for one page is printed over several, its first column and header repeated on each.
    """
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = f"A{header_row + 1}"
    sheet.print_title_rows = f"{header_row}:{header_row}"
    print_setup(sheet, title)
    pages = max(1, round(sum(column.width for column in columns) / PAGE_LETTERS))
    sheet.page_setup.fitToWidth = pages
    if pages > 1:
        sheet.print_title_cols = "A:A"


def row_height(
    shown: Sequence[object], columns: Sequence[Column], letters_a_digit: float = LETTERS_A_DIGIT
) -> float:
    """The points that a row of wrapped texts needs: not every program works them out when it opens a file."""
    lines = (
        wrapped_lines(value, column.width * letters_a_digit)
        for value, column in zip(shown, columns, strict=True)
        if isinstance(value, str)
    )
    return min(max(lines, default=1), MOST_LINES) * LINE_POINTS


def header_height(titles: Sequence[str], columns: Sequence[Column]) -> float:
    """The points that the columns' titles need."""
    return row_height(titles, columns, BOLD_LETTERS_A_DIGIT)


def wrapped_lines(text: str, letters: float) -> int:
    """How many lines a text takes where a line holds so many letters; words longer than a line are broken."""
    return sum(1 if len(line) <= letters else _lines_of(line, letters) for line in text.split("\n"))


def _lines_of(line: str, letters: float) -> int:
    lines, used = 1, 0
    for length in map(len, line.split(" ")):
        if used and used + 1 + length > letters:
            lines, used = lines + 1, 0
        used += length + (used > 0)
        if used > letters:
            lines, used = lines + ceil(used / letters) - 1, int(used % letters)
    return lines


def print_setup(sheet: Any, title: str) -> None:
    """Landscape A4, one page wide, with the title above and the page below."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = _fit_to_page()
    # "&" begins a code in headers and footers.
    shown = for_cell(title).replace("&", "&&").replace("\n", " ")[:180]
    sheet.oddHeader.left.text = shown
    sheet.oddHeader.right.text = "&A"
    sheet.oddFooter.left.text = "Lockstep"
    sheet.oddFooter.right.text = "Page &P of &N"


def _fit_to_page() -> Any:
    from openpyxl.worksheet.properties import PageSetupProperties

    return PageSetupProperties(fitToPage=True)


def sheet_name(name: str, taken: Sequence[str]) -> str:
    """A name that Excel accepts: at most 31 letters, none of []:*?/\\, not taken yet."""
    kept = (
        "".join(" " if letter in "[]:*?/\\" else letter for letter in for_cell(name)).strip(" '") or "Sheet"
    )
    kept, number = kept[:31], 2
    while kept.casefold() in {one.casefold() for one in taken}:
        ending = f" {number}"
        kept, number = kept[: 31 - len(ending)].rstrip() + ending, number + 1
    return kept
