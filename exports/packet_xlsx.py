"""The meeting packet as a workbook: the PDF's facts as sheets that people sort and filter."""

from io import BytesIO
from typing import Any

from exports.documents import CellValue, Column, PacketDocument
from exports.packet_sheets import PacketSheet, packet_sheets
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
from exports.wording import minutes, moment

# Word in a cell, letters and filling; words tell results apart without colour.
MARKS = (
    ("met", "FF0B7A5B", "FFE2F4EE"),
    ("not met", "FFFFFFFF", "FFB42318"),
    ("waived", "FF8A5A00", "FFFFF3D1"),
    ("not evaluated", "FF545E70", "FFEDF0F4"),
)

FACTS = (Column("Fact", "text", 22), Column("Value", "text", 96))


def render_packet_workbook(document: PacketDocument) -> bytes:
    """The workbook's bytes. Texts are strings, never formulas; times are wall clock in the window's zone."""
    from openpyxl import Workbook

    book = Workbook()
    created = document.generated_at.replace(tzinfo=None)
    book.properties.creator = "Lockstep"
    book.properties.title = plain(document.window_title)
    book.properties.created = created
    book.properties.modified = created
    cover = book.active
    assert cover is not None
    cover.title = "Cover"
    _write_cover(cover, document)
    for sheet in packet_sheets(document):
        _write_sheet(book.create_sheet(sheet_name(sheet.name, book.sheetnames)), sheet, document)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _put(sheet: Any, row: int, column: int, value: CellValue, kind: str = "text") -> Any:
    cell = sheet.cell(row=row, column=column)
    if value is None or value == "":
        return cell
    held = plain(value, kind)
    cell.value = held
    if isinstance(held, str):
        cell.data_type = "s"
    cell.number_format = FORMATS[kind] if not isinstance(held, str) else "@"
    return cell


def _write_cover(sheet: Any, document: PacketDocument) -> None:
    from openpyxl.styles import Alignment, Font

    totals = document.totals
    facts: tuple[tuple[str, CellValue], ...] = (
        ("Window", document.window_name),
        ("Organisation", document.organisation),
        ("Meeting", document.meeting),
        ("State", document.state),
        ("Zone of all times", document.zone_name),
        ("From", document.window_start),
        ("To", document.window_end),
        ("Length", document.length_note),
        ("Meeting on", document.meeting_at),
        ("Changes", totals.changes),
        ("Activities", totals.activities),
        ("Players", totals.players),
        ("Planned", minutes(totals.planned_minutes)),
        ("Capacity", minutes(totals.capacity_minutes or None)),
        ("Go / no-go", document.go_line),
        ("Made on", moment(document.generated_at)),
        ("Made by", document.generated_by),
        ("Audit head", f"{document.audit_head.sequence_number} {document.audit_head.hash}"),
    )
    title = _put(sheet, 1, 1, document.window_title)
    title.font = Font(name="Calibri", bold=True, size=16, color=ACCENT)
    for number, (name, value) in enumerate((fact for fact in facts if fact[1] != ""), 3):
        sheet.row_dimensions[number].height = row_height((name, value), FACTS)
        label = _put(sheet, number, 1, name)
        label.font = Font(name="Calibri", bold=True, color="FF5F697D")
        label.alignment = Alignment(vertical="top")
        kind = (
            "instant" if not isinstance(value, str | int) else "text" if isinstance(value, str) else "number"
        )
        _put(sheet, number, 2, value, kind).alignment = Alignment(
            wrap_text=True, vertical="top", horizontal="left"
        )
    for letter, column in zip("AB", FACTS, strict=True):
        sheet.column_dimensions[letter].width = column.width
    print_setup(sheet, document.window_title)


def _write_sheet(target: Any, sheet: PacketSheet, document: PacketDocument) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    bold, band = Font(name="Calibri", bold=True, color="FF1B2330"), PatternFill("solid", fgColor=BAND)
    wrapped = Alignment(wrap_text=True, vertical="top")
    titles = titled(sheet.columns, document.zone_name)
    target.row_dimensions[1].height = header_height(titles, sheet.columns)
    for number, title in enumerate(titles, 1):
        cell = _put(target, 1, number, title)
        cell.font, cell.fill, cell.alignment = bold, band, wrapped
    for row_number, row in enumerate(sheet.rows, 2):
        target.row_dimensions[row_number].height = row_height(row, sheet.columns)
        for number, (value, column) in enumerate(zip(row, sheet.columns, strict=True), 1):
            _put(target, row_number, number, value, column.kind).alignment = wrapped
    last = get_column_letter(len(sheet.columns))
    target.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    prepare(target, sheet.columns, 1, document.window_title)
    if sheet.has_results and sheet.rows:
        _mark_results(target, f"A2:{last}{len(sheet.rows) + 1}")


def _mark_results(target: Any, cells: str) -> None:
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import Font, PatternFill

    for word, colour, fill in MARKS:
        rule = CellIsRule(  # type: ignore[no-untyped-call]
            operator="equal",
            formula=[f'"{word}"'],
            font=Font(color=colour, bold=True),
            fill=PatternFill("solid", bgColor=fill),
        )
        target.conditional_formatting.add(cells, rule)
