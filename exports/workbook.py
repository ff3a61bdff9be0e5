"""The audit workbook: gaps first, then the records, then how to verify; rows stream to disk one by one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any, BinaryIO, cast

from exports.documents import AuditDocument, CellValue, Column
from exports.plain_text import EXCEL_LIMIT
from exports.sheets import (
    ACCENT,
    BAND,
    FORMATS,
    header_height,
    plain,
    prepare,
    print_setup,
    row_height,
    sheet_name,
    titled,
)
from exports.wording import moment

GAP_COLUMNS = (
    Column("Severity", "text", 12),
    Column("Kind", "text", 32),
    Column("Record", "text", 24),
    Column("What is missing", "prose", 80),
    Column("When", "instant", 18),
)
# Rows of one sheet (Excel's limit is 1,048,576 with the header); the rest goes on in a further sheet.
MOST_ROWS = 1_048_000


@dataclass(frozen=True, slots=True)
class _Looks:
    """Style indexes of the workbook's cells, looked up once instead of for every cell."""

    header: Any
    by_kind: dict[str, Any]


def render_audit_workbook(document: AuditDocument) -> bytes:
    """The audit workbook's bytes; see `write_audit_workbook`."""
    target = BytesIO()
    write_audit_workbook(document, target)
    return target.getvalue()


def write_audit_workbook(
    document: AuditDocument, target: BinaryIO, is_stopped: Callable[[], bool] = lambda: False
) -> bool:
    """Write the workbook to an open file; False where `is_stopped` said so between two rows.

    Every text is written as a string, never as a formula; instants are wall clock in the document's zone.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    period = f"{document.period_start} to {document.period_end}"
    title = " ".join(filter(None, ("Audit", document.organisation, period)))
    gaps = ((gap.severity, gap.kind, gap.record, gap.what, gap.when) for gap in document.gaps)
    sheets: list[tuple[str, tuple[Column, ...], Iterable[tuple[CellValue, ...]]]] = [
        ("Gaps", GAP_COLUMNS, gaps)
    ]
    sheets += [(sheet.name, sheet.columns, sheet.rows) for sheet in document.sheets]
    is_saved = False
    try:
        for name, columns, rows in sheets:
            if not _write_sheet(book, name, columns, rows, document.zone_name, title, is_stopped):
                return False
        _write_verification(book, document, title)
        book.save(target)
        is_saved = True
    finally:
        if not is_saved:
            _abandon(book)
    return is_saved


def _abandon(book: Any) -> None:
    """Close and remove the temporary files of a workbook that will not be saved."""
    for sheet in book.worksheets:
        sheet.close()
        sheet._writer.cleanup()


def write_table(
    book: Any,
    name: str,
    columns: tuple[Column, ...],
    rows: Iterable[tuple[CellValue, ...]],
    zone_name: str,
    note: str = "",
) -> None:
    """Stream one list into a sheet of a write-only workbook; `note` is printed above each page."""
    _write_sheet(book, name, columns, rows, zone_name, note or name, lambda: False)


def _looks(sheet: Any, columns: Iterable[Column]) -> _Looks:
    from openpyxl.styles import Alignment, Font, PatternFill

    header = _cell(sheet)
    header.font = Font(name="Calibri", bold=True, color="FF1B2330")
    header.fill = PatternFill("solid", fgColor=BAND)
    header.alignment = Alignment(vertical="top", wrap_text=True)
    by_kind: dict[str, Any] = {}
    kinds = {column.kind for column in columns}
    for column in columns:
        cell = _cell(sheet)
        if "prose" in kinds:
            cell.alignment = Alignment(vertical="top", wrap_text=column.kind == "prose")
        cell.number_format = FORMATS[column.kind]
        by_kind[column.kind] = cell._style
    return _Looks(header._style, by_kind)


def _write_sheet(
    book: Any,
    name: str,
    columns: tuple[Column, ...],
    rows: Iterable[tuple[CellValue, ...]],
    zone_name: str,
    title: str,
    is_stopped: Callable[[], bool],
) -> bool:
    sheet = _begin(book, name, columns, zone_name, title)
    writer = _row_writer(sheet, columns)
    count = 0
    for row in rows:
        if count == MOST_ROWS:
            sheet = _begin(book, name, columns, zone_name, title)
            writer, count = _row_writer(sheet, columns), 0
        writer(row)
        count += 1
        if count % 256 == 0 and is_stopped():
            return False
    _filter(sheet, columns, count)
    return True


def _cell(sheet: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    return WriteOnlyCell(sheet, "")


def _begin(book: Any, name: str, columns: tuple[Column, ...], zone_name: str, title: str) -> Any:
    sheet = book.create_sheet(sheet_name(name, book.sheetnames))
    prepare(sheet, columns, 1, title)
    look = _looks(sheet, columns).header
    cells, titles = [], titled(columns, zone_name)
    sheet.row_dimensions[1].height = header_height(titles, columns)
    for text in titles:
        cell = _cell(sheet)
        cell.value, cell.data_type, cell._style = plain(text), "s", look
        cells.append(cell)
    sheet.append(cells)
    return sheet


def _row_writer(sheet: Any, columns: tuple[Column, ...]) -> Callable[[tuple[CellValue, ...]], None]:
    """A function that appends one row.

    openpyxl makes a cell for each value and guesses its type; here one cell a column, typed by the column, is
    filled again and again, which is faster and can never guess a formula.
    """
    by_kind = _looks(sheet, columns).by_kind
    cells: list[tuple[Any, str]] = []
    for number, column in enumerate(columns, 1):
        cell = _cell(sheet)
        cell._style, cell.column = by_kind[column.kind], number
        cells.append((cell, column.kind))

    has_prose = any(column.kind == "prose" for column in columns)

    def made(values: tuple[CellValue, ...], row_number: int) -> Iterator[Any]:
        if has_prose:
            sheet.row_dimensions[row_number].height = row_height(values, columns)
        return filled(values, row_number)

    def filled(values: tuple[CellValue, ...], row_number: int) -> Iterator[Any]:
        for (cell, kind), value in zip(cells, values, strict=True):
            if value is None or value == "":
                continue
            _fill(cell, value, kind)
            cell.row = row_number
            yield cell

    sheet._values_to_row = made
    return cast(Callable[[tuple[CellValue, ...]], None], sheet.append)


def _fill(cell: Any, value: CellValue, kind: str) -> None:
    """Put a value into a cell without openpyxl's guess at its type."""
    if (
        kind != "name"
        and type(value) is str
        and value.isascii()
        and value.isprintable()
        and len(value) < EXCEL_LIMIT
    ):
        cell._value, cell.data_type = value, "s"
        return
    held = plain(value, kind)
    if isinstance(held, str):
        cell._value, cell.data_type = held, "s"
    elif isinstance(held, date | timedelta):
        cell._value, cell.data_type = held, "d"
    else:
        cell._value, cell.data_type = held, "n"


def _filter(sheet: Any, columns: tuple[Column, ...], count: int) -> None:
    from openpyxl.utils import get_column_letter

    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count + 1}"


def _write_verification(book: Any, document: AuditDocument, title: str) -> None:
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(sheet_name("How to verify", book.sheetnames))
    column = Column("How to verify this workbook", "prose", 120)
    sheet.column_dimensions["A"].width = column.width
    print_setup(sheet, title)
    lines = (
        f"Made on {moment(document.generated_at)} by {document.generated_by}.",
        f"All times are in {document.zone_name}.",
        f"Audit head: event {document.head.sequence_number}, {document.head.hash}",
        *document.how_to_verify,
    )
    for number, text in enumerate((column.title, *lines), 1):
        cell = _cell(sheet)
        cell.value, cell.data_type = plain(text), "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if number == 1:
            cell.font = Font(name="Calibri", bold=True, size=14, color=ACCENT)
        else:
            sheet.row_dimensions[number].height = row_height((text,), (column,))
        sheet.append([cell])
