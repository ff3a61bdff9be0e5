"""Paint the printed time axis to bytes, tile by tile or all scaled onto one page."""

from io import BytesIO

from exports.documents.timeline import TimelineDocument
from exports.packet_pdf import paint
from exports.packet_pdf.fonts import runs
from exports.packet_pdf.sheet import Sheet
from exports.packet_pdf.styles import HEADING, NOTE, PAPER, SMALL, TEXT, UNIT
from exports.plain_text import printable
from exports.timeline_pdf.page import BAR_HEIGHT, GAP, TEXT_WIDTH, draw_bar, draw_dormant_bar, draw_page
from exports.timeline_pdf.tiles import HEADER, ROW, Tile, hour_points, span_of, tiles
from exports.wording import moment

# ISO 216 A3 beside the packet's papers, portrait, in points.
PAPERS = {**PAPER, "A3": (841.8898, 1190.5512)}
_HEAD_HEIGHT = 76.0
_SMALLEST_FIT = 1.0


def render_timeline_pdf(document: TimelineDocument) -> bytes:
    """The time axis as a PDF; equal documents give equal bytes. Text is never read as markup.

    Raises KeyError for a paper that is not A4, A3 or Letter.
    """
    sheet, scale = lay_out(document)
    return _painted(document, sheet, scale)


def letter_points(document: TimelineDocument) -> float:
    """How high the letters of the rows are on paper, in points: 8 unless all is fitted on one page."""
    if not document.is_fitted or not document.rows:
        return SMALL.size
    sheet = Sheet("A4", document.title, document.subtitle, "")
    sheet.paper = PAPERS[document.paper]
    return SMALL.size * _fitting_scale(document, sheet)


def lay_out(document: TimelineDocument) -> tuple[Sheet, float]:
    """The pages, not yet painted, and the scale at which they are put on the paper (1: as they are)."""
    sheet = Sheet("A4", document.title, document.subtitle, f"Lockstep · {moment(document.made_at)}")
    sheet.paper = PAPERS[document.paper]
    scale = 1.0
    if document.is_fitted:
        scale = _fitting_scale(document, sheet)
        sheet.paper = (sheet.paper[0] / scale, sheet.paper[1] / scale)
    sheet.add_page(landscape=True)
    _draw_head(sheet, document)
    if not document.rows:
        sheet.paragraph("No activities are shown.", NOTE)
        return sheet, scale
    if document.is_fitted:
        start, finish = span_of(document)
        draw_page(sheet, document, Tile(document.rows, start, finish))
        return sheet, scale
    height = sheet.bottom - sheet.y - HEADER
    width = sheet.right - sheet.left - TEXT_WIDTH - GAP
    for number, tile in enumerate(tiles(document, height, width)):
        if number:
            sheet.add_page()
        draw_page(sheet, document, tile)
    return sheet, scale


def _fitting_scale(document: TimelineDocument, sheet: Sheet) -> float:
    """How much smaller everything must be so that all rows and the whole span fit one page; never larger."""
    short, long = sheet.paper
    sheet.add_page(landscape=True)
    across, down = sheet.right - sheet.left, sheet.bottom - sheet.top
    sheet.pages.clear()
    start, finish = span_of(document)
    hours = (finish - start).total_seconds() / 3600
    needed_down = (short - down) + _HEAD_HEIGHT + HEADER + ROW * len(document.rows)
    least_axis = min(hours * hour_points(document) / 4, across)
    needed_across = (long - across) + TEXT_WIDTH + GAP + least_axis
    return min(_SMALLEST_FIT, short / needed_down, long / needed_across)


def _draw_head(sheet: Sheet, document: TimelineDocument) -> None:
    sheet.text_at(sheet.left, sheet.y + HEADING.size - 4, document.title, HEADING, sheet.width)
    sheet.y += HEADING.leading
    note = f"{document.subtitle}. All times in {document.zone_name}."
    sheet.text_at(sheet.left, sheet.y + 6, note, NOTE, sheet.width)
    sheet.y += NOTE.leading + 2
    if document.band is not None:
        sheet.text_at(sheet.left, sheet.y + 6, document.band.sentence, SMALL, sheet.width)
        sheet.y += SMALL.leading + 2
    _draw_legend(sheet, document.band is not None)
    sheet.y += UNIT * 2.5


def _draw_legend(sheet: Sheet, has_band: bool) -> None:
    x, y = sheet.left, sheet.y
    base = sheet.page.height - y
    draw_bar(sheet, x, y + 1, 20, is_critical=False)
    x += 24 + sheet.drawn(x + 24, y + 9, "activity", SMALL) + UNIT * 2
    sheet.stroke(paint.shape, ((x, base - 8), (x + 6, base - 8), (x + 3, base - 2)), TEXT)
    draw_bar(sheet, x + 10, y + 1, 20, is_critical=True)
    x += 34 + sheet.drawn(x + 34, y + 9, "critical: a delay moves the finish", SMALL) + UNIT * 2
    draw_dormant_bar(sheet, x, y + 1, 20)
    x += 24 + sheet.drawn(x + 24, y + 9, "rollback, if needed", SMALL) + UNIT * 2
    middle = base - 1 - BAR_HEIGHT / 2
    sheet.stroke(paint.line, ((x, middle), (x + 20, middle)), 0.8, TEXT, (1.2, 1.6))
    x += 24 + sheet.drawn(x + 24, y + 9, "slack", SMALL) + UNIT * 2
    sheet.stroke(
        paint.shape, ((x, middle), (x + 4.5, middle + 4.5), (x + 9, middle), (x + 4.5, middle - 4.5)), TEXT
    )
    x += 14 + sheet.drawn(x + 14, y + 9, "go/no-go", SMALL) + UNIT * 2
    sheet.stroke(paint.line, ((x + 2, base), (x + 2, base - 11)), 1.2, TEXT, (4, 2))
    x += 8 + sheet.drawn(x + 8, y + 9, "point of no return", SMALL) + UNIT * 2
    x += 6 + sheet.drawn(x, y + 9, "! conflict", SMALL) + UNIT * 2
    if has_band:
        sheet.stroke(paint.line, ((x + 2, base), (x + 2, base - 11)), 0.9, TEXT, (5, 1.5, 1, 1.5))
        sheet.drawn(x + 8, y + 9, "finished in 80 of 100 runs", SMALL)


def _painted(document: TimelineDocument, sheet: Sheet, scale: float) -> bytes:
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
    canvas.setTitle(printable(document.title))
    canvas.setSubject(printable(document.subtitle))
    canvas.setCreator("Lockstep")
    canvas.setProducer("Lockstep")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    printed = sheet.printed()
    for page in sheet.pages:
        canvas.setPageSize((page.width * scale, page.height * scale))
        canvas.scale(scale, scale)
        for painter, values in page.strokes:
            painter(canvas, printed, *values)
        canvas.showPage()
    canvas.save()
    return target.getvalue()
