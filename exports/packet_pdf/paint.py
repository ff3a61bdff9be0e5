"""The strokes of the packet: functions that put one thing on a canvas once all pages are known."""

from dataclasses import dataclass, field
from typing import Any

from exports.packet_pdf.fonts import Run, runs, width_of
from exports.packet_pdf.styles import Style


@dataclass(slots=True)
class Printed:
    """What is known once all pages are laid out: how many there are, and where each anchor stands."""

    total: int
    page_of: dict[str, int] = field(default_factory=dict)


def text(canvas: Any, printed: Printed, x: float, y: float, parts: tuple[Run, ...], style: Style) -> None:
    """Draw runs of text from x to the right, y being the base line."""
    canvas.setFillColor(style.colour)
    if len(parts) == 1:
        canvas.setFont(parts[0][0], style.size)
        canvas.drawString(x, y, parts[0][1])
        return
    from reportlab.pdfbase.pdfmetrics import stringWidth

    for name, part in parts:
        canvas.setFont(name, style.size)
        canvas.drawString(x, y, part)
        x += stringWidth(part, name, style.size)


def upright(canvas: Any, printed: Printed, x: float, y: float, parts: tuple[Run, ...], style: Style) -> None:
    """Draw runs of text upwards."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(90)
    text(canvas, printed, 0, 0, parts, style)
    canvas.restoreState()


def line(
    canvas: Any,
    printed: Printed,
    points: tuple[tuple[float, float], ...],
    width: float,
    colour: str,
    dash: tuple[float, ...] = (),
) -> None:
    """Draw a line through the points."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.setDash(*((list(dash),) if dash else ()))
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)
    if dash:
        canvas.setDash()


def box(
    canvas: Any,
    printed: Printed,
    corner: tuple[float, float, float, float],
    fill: str,
    stroke: str = "",
    thickness: float = 0.5,
    radius: float = 0,
) -> None:
    """Draw a rectangle (x, y, width, height), filled and bordered as asked."""
    if fill:
        canvas.setFillColor(fill)
    if stroke:
        canvas.setStrokeColor(stroke)
        canvas.setLineWidth(thickness)
    if radius:
        canvas.roundRect(*corner, radius, stroke=int(bool(stroke)), fill=int(bool(fill)))
    else:
        canvas.rect(*corner, stroke=int(bool(stroke)), fill=int(bool(fill)))


def shape(canvas: Any, printed: Printed, points: tuple[tuple[float, float], ...], fill: str) -> None:
    """Fill a polygon."""
    canvas.setFillColor(fill)
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def hatching(
    canvas: Any, printed: Printed, corner: tuple[float, float, float, float], colour: str, gap: float = 4
) -> None:
    """Draw slanted lines inside a rectangle, so that it is told apart without colour."""
    x, y, width, height = corner
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(x, y, width, height)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(0.6)
    strokes = []
    offset = -height
    while offset < width:
        strokes.append((x + offset, y, x + offset + height, y + height))
        offset += gap
    canvas.lines(strokes)
    canvas.restoreState()


def anchor(canvas: Any, printed: Printed, name: str, y: float) -> None:
    """Make a place that links lead to."""
    canvas.bookmarkHorizontal(name, 0, y)


def outline(canvas: Any, printed: Printed, title: str, name: str, level: int) -> None:
    """Add a line to the document's outline."""
    canvas.addOutlineEntry(title, name, level, closed=level > 0)


def link(canvas: Any, printed: Printed, name: str, corner: tuple[float, float, float, float]) -> None:
    """Make a rectangle (x1, y1, x2, y2) lead to an anchor; nothing where the anchor was never set."""
    if name in printed.page_of:
        canvas.linkRect("", name, corner, relative=0, thickness=0)


def page_number(canvas: Any, printed: Printed, right: float, y: float, number: int, style: Style) -> None:
    """Draw "Page x of y", ending at `right`."""
    shown = f"Page {number} of {printed.total}"
    text(canvas, printed, right - width_of(shown, style.bold, style.size), y, runs(shown, style.bold), style)


def page_of(canvas: Any, printed: Printed, right: float, y: float, name: str, style: Style) -> None:
    """Draw the page on which an anchor stands, ending at `right`."""
    shown = str(printed.page_of.get(name, ""))
    text(canvas, printed, right - width_of(shown, style.bold, style.size), y, runs(shown, style.bold), style)
