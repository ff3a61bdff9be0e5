"""Pages being laid out from top to bottom; strokes are recorded, and painted once the page count is known."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from exports.packet_pdf import paint
from exports.packet_pdf.fonts import runs, width_of
from exports.packet_pdf.styles import (
    BODY,
    FOOTER_HEIGHT,
    HEADER_HEIGHT,
    HEADING,
    LINE,
    MARGIN,
    NOTE,
    PAPER,
    SUBHEADING,
    UNIT,
    Align,
    Style,
)
from exports.packet_pdf.text_flow import is_right_to_left, one_line, wrap
from exports.plain_text import printable


@dataclass(slots=True)
class Page:
    """One page: its size in points, and what is to be painted on it."""

    width: float
    height: float
    strokes: list[tuple[Callable[..., None], tuple[Any, ...]]] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)


class Sheet:
    """Records pages; `y` is the distance of the cursor from the page's top, in points."""

    def __init__(self, paper: str, header_left: str, header_right: str, footer: str) -> None:
        self.paper = PAPER[paper]
        self.header = (header_left, header_right)
        self.footer = footer
        self.pages: list[Page] = []
        self.y = 0.0
        self.left = MARGIN

    @property
    def page(self) -> Page:
        return self.pages[-1]

    @property
    def right(self) -> float:
        return self.page.width - MARGIN

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def top(self) -> float:
        return MARGIN + HEADER_HEIGHT

    @property
    def bottom(self) -> float:
        return self.page.height - MARGIN - FOOTER_HEIGHT

    @property
    def room(self) -> float:
        return self.bottom - self.y

    def add_page(self, landscape: bool | None = None) -> None:
        """Begin a page with its running header and footer; None keeps the page's direction."""
        short, long = self.paper
        if landscape is None:
            landscape = bool(self.pages) and self.page.width > self.page.height
        self.pages.append(Page(*((long, short) if landscape else (short, long))))
        self.y = self.top
        head, foot = MARGIN + 6, self.page.height - MARGIN + 2
        if len(self.pages) > 1:
            half = self.width / 2
            self.text_at(self.left, head, self.header[0], NOTE, half)
            self.text_at(self.left + half, head, self.header[1], NOTE, half, "right")
            self.rule(head + 6)
        self.rule(foot - 14)
        self.text_at(self.left, foot, self.footer, NOTE, self.width - 80)
        number = len(self.pages)
        self.stroke(paint.page_number, self.right, self.page.height - foot, number, NOTE)

    def need(self, height: float) -> bool:
        """Begin a new page unless `height` points are left; tells whether it did."""
        if self.room >= height:
            return False
        self.add_page()
        return True

    def stroke(self, painter: Callable[..., None], *values: Any) -> None:
        self.page.strokes.append((painter, values))

    def drawn(
        self, x: float, y: float, shown: str, style: Style, width: float = 0, align: Align = "left"
    ) -> float:
        """Draw a line that is already in visual order; y is the base line from the top; gives its width."""
        taken = width_of(shown, style.bold, style.size)
        if align == "right":
            x += width - taken
        elif align == "centre":
            x += (width - taken) / 2
        if shown:
            self.stroke(paint.text, x, self.page.height - y, runs(shown, style.bold), style)
        return taken

    def text_at(
        self, x: float, y: float, text: str, style: Style, width: float, align: Align = "left"
    ) -> float:
        """Draw one line of any text, ending in "…" where it is wider than `width`; gives its width."""
        return self.drawn(x, y, one_line(text, style.bold, style.size, width), style, width, align)

    def rule(self, y: float, colour: str = LINE, x1: float | None = None, x2: float | None = None) -> None:
        """Draw a hairline across."""
        height = self.page.height - y
        ends = ((self.left if x1 is None else x1, height), (self.right if x2 is None else x2, height))
        self.stroke(paint.line, ends, 0.5, colour)

    def box(self, x: float, y: float, width: float, height: float, fill: str, **look: Any) -> None:
        """Draw a rectangle whose upper left corner is (x, y)."""
        corner = (x, self.page.height - y - height, width, height)
        self.page.strokes.append((_boxed, (corner, fill, look)))

    def link(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Make a rectangle whose upper left corner is (x, y) lead to an anchor."""
        top = self.page.height - y
        self.stroke(paint.link, name, (x, top - height, x + width, top))

    def anchor(self, name: str, title: str = "", level: int = 0) -> None:
        """Make the cursor's place a link's aim and, with a title, a line of the outline."""
        self.page.anchors.append(name)
        self.stroke(paint.anchor, name, self.page.height - self.y + UNIT)
        if title:
            self.stroke(paint.outline, printable(title[:120]), name, level)

    def paragraph(
        self, text: str, style: Style = BODY, x: float | None = None, width: float | None = None
    ) -> None:
        """Draw text over as many lines and pages as it takes."""
        x = self.left if x is None else x
        width = self.right - x if width is None else width
        align: Align = "right" if is_right_to_left(text) else "left"
        for shown in wrap(text, style.bold, style.size, width):
            self.need(style.leading)
            self.drawn(x, self.y + style.size, shown, style, width, align)
            self.y += style.leading

    def section(self, name: str, title: str, note: str = "", keep: float = 96) -> None:
        """A section's heading, kept with `keep` points of what follows."""
        if self.y > self.top:
            self.y += UNIT * 2
        self.need(HEADING.leading + keep)
        self.anchor(name, title)
        self.text_at(self.left, self.y + HEADING.size, title, HEADING, self.width)
        self.y += HEADING.leading + UNIT / 2
        if note:
            self.paragraph(note, NOTE)
            self.y += UNIT

    def subheading(self, title: str, keep: float = 48) -> None:
        """A smaller heading, kept with `keep` points of what follows."""
        self.need(SUBHEADING.leading + keep)
        self.text_at(self.left, self.y + SUBHEADING.size, title, SUBHEADING, self.width)
        self.y += SUBHEADING.leading

    def together(self, draw: Callable[[], None]) -> None:
        """Draw something on one page: where it spills over, take it back and begin a new page for it."""
        pages, strokes, y = len(self.pages), len(self.page.strokes), self.y
        anchors = len(self.page.anchors)
        draw()
        if len(self.pages) == pages or y <= self.top:
            return
        del self.pages[pages:]
        del self.page.strokes[strokes:]
        del self.page.anchors[anchors:]
        self.add_page()
        draw()

    def printed(self) -> paint.Printed:
        """Where all anchors stand now."""
        places = {name: number for number, page in enumerate(self.pages, 1) for name in page.anchors}
        return paint.Printed(len(self.pages), places)


def _boxed(canvas: Any, printed: paint.Printed, corner: Any, fill: str, look: dict[str, Any]) -> None:
    paint.box(canvas, printed, corner, fill, **look)
