"""Lay out a packet's sections in their order, and paint the pages to bytes."""

from io import BytesIO

from exports.documents import PacketDocument
from exports.packet_pdf import (
    changes,
    cover,
    differences,
    gantt,
    lists,
    matrix,
    players,
    sequence_table,
    signoff,
)
from exports.packet_pdf.fonts import runs
from exports.packet_pdf.sheet import Sheet
from exports.plain_text import printable
from exports.wording import moment


def render_packet_pdf(document: PacketDocument) -> bytes:
    """The packet as a PDF of the document's page size; equal documents give equal bytes.

    All text is drawn as it is, never read as markup; letters outside the bundled fonts are spelled ‹U+…›.
    """
    sheet = lay_out(document)
    return _painted(document, sheet)


def lay_out(document: PacketDocument) -> Sheet:
    """The packet's pages, laid out but not yet painted."""
    head = document.audit_head
    sheet = Sheet(
        document.page_size,
        document.window_title,
        f"{document.meeting.capitalize()} meeting packet · {moment(document.generated_at)}",
        f"Lockstep · audit head #{head.sequence_number} {head.hash}",
    )
    cover.draw(sheet, document)
    differences.draw(sheet, document)
    lists.draw_agenda(sheet, document)
    matrix.draw(sheet, document)
    gantt.draw(sheet, document)
    sequence_table.draw(sheet, document)
    players.draw(sheet, document)
    changes.draw(sheet, document)
    lists.draw_conflicts_and_exceptions(sheet, document)
    lists.draw_calendar(sheet, document)
    lists.draw_debts(sheet, document)
    signoff.draw(sheet, document)
    return sheet


def _painted(document: PacketDocument, sheet: Sheet) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(
        target,
        pagesize=sheet.paper,
        invariant=1,
        pageCompression=1,
        lang="en",
        pdfVersion=(1, 7),
        initialFontName=runs("", False)[0][0],  # type: ignore[arg-type]  # typed as a number upstream
    )
    canvas.setTitle(printable(f"{document.meeting.capitalize()} meeting packet, {document.window_title}"))
    canvas.setAuthor(printable(document.organisation))
    canvas.setSubject(printable(f"{document.window_name}, {document.zone_name}"))
    canvas.setCreator("Lockstep")
    canvas.setProducer("Lockstep")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    printed = sheet.printed()
    for page in sheet.pages:
        canvas.setPageSize((page.width, page.height))
        for painter, values in page.strokes:
            painter(canvas, printed, *values)
        canvas.showPage()
    canvas.save()
    return target.getvalue()
