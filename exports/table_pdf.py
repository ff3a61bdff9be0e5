"""A simple list as a PDF: title, note, and one table whose header every page repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from io import BytesIO

from exports.documents import CellValue, TableDocument
from exports.packet_pdf.fonts import runs
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.table import Column, draw_table
from exports.plain_text import in_words, printable

_SMALLEST_SHARE = 0.04


def render_table_pdf(document: TableDocument, page_size: str = "A4") -> bytes:
    """The list as a landscape PDF; text is drawn as it is, never read as markup.

    Instants are written in the document's zone, named once under the title.
    """
    sheet = Sheet(page_size, document.title, f"All times in {document.zone_name}", "Lockstep")
    sheet.add_page(landscape=True)
    sheet.section("list", document.title, f"All times in {document.zone_name}.")
    for line in document.note.splitlines():
        sheet.paragraph(line)
    if document.note:
        sheet.y += 8
    total = sum(column.width for column in document.columns)
    columns = [
        Column(
            column.title,
            max(_SMALLEST_SHARE, column.width / total),
            "right" if column.kind in ("number", "duration") else "left",
        )
        for column in document.columns
    ]
    draw_table(sheet, columns, _texts(document))
    return _painted(sheet, document.title)


def _texts(document: TableDocument) -> Iterator[list[str]]:
    for row in document.rows:
        yield [_text(value, column.kind) for value, column in zip(row, document.columns, strict=True)]


def _text(value: CellValue, kind: str) -> str:
    if kind == "name" and isinstance(value, str):
        return in_words(value)
    writers: dict[type, Callable[[object], str]] = {
        bool: lambda flag: "yes" if flag else "",
        datetime: lambda instant: f"{instant:%Y-%m-%d %H:%M}",
        date: lambda day: f"{day:%Y-%m-%d}",
        timedelta: lambda length: f"{int(length / timedelta(minutes=1))} min",  # type: ignore[operator]
    }
    return "" if value is None else writers.get(type(value), str)(value)


def _painted(sheet: Sheet, title: str) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(
        target,
        pagesize=sheet.paper,
        invariant=1,
        pageCompression=1,
        lang="en",
        initialFontName=runs("", False)[0][0],  # type: ignore[arg-type]  # typed as a number upstream
    )
    canvas.setTitle(printable(title))
    canvas.setCreator("Lockstep")
    canvas.setProducer("Lockstep")
    printed = sheet.printed()
    for page in sheet.pages:
        canvas.setPageSize((page.width, page.height))
        for painter, values in page.strokes:
            painter(canvas, printed, *values)
        canvas.showPage()
    canvas.save()
    return target.getvalue()
