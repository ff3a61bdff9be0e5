"""Shows the pages of a PDF with its outline, and prints them."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QModelIndex, QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QTreeView, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets import IconButton, PlainLabel, ToolbarRow

OUTLINE_WIDTH = 220
ZOOM_STEP = 1.25
PRINT_DOTS_PER_INCH = 300
POINTS_PER_INCH = 72


class PdfPages(QWidget):
    """A PDF to read: outline at the left, pages at the right; `page_changed` carries page and count."""

    page_changed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bytes = QByteArray()
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setAccessibleName("Pages of the packet")
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocument(self.document)
        self._outline_model = QPdfBookmarkModel(self)
        self._outline_model.setDocument(self.document)
        self.outline = QTreeView(self)
        self.outline.setModel(self._outline_model)
        self.outline.setHeaderHidden(True)
        self.outline.setUniformRowHeights(True)
        self.outline.setFixedWidth(OUTLINE_WIDTH)
        self.outline.setAccessibleName("Sections of the packet")
        self.outline.clicked.connect(self._go)
        self.outline.activated.connect(self._go)
        self._page = PlainLabel("", "small")
        tools = ToolbarRow()
        tools.add_left(self._page)
        tools.add_right(
            IconButton(theme, "minus", "Smaller (Ctrl+-)", self.smaller),
            IconButton(theme, "plus", "Larger (Ctrl++)", self.larger),
        )
        pages = QVBoxLayout()
        pages.setSpacing(8)
        pages.addWidget(tools)
        pages.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.outline)
        row.addLayout(pages, 1)
        self.view.pageNavigator().currentPageChanged.connect(self._tell_page)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes from the first page, with the sections open."""
        self._buffer.close()
        self._bytes = QByteArray(pdf)
        self._buffer.setData(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.outline.expandToDepth(0)
        self._tell_page(0)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self.document.pageCount()

    def section_titles(self) -> list[str]:
        """The sections of the outline's first level, in order."""
        model = self._outline_model
        rows = (model.index(row, 0) for row in range(model.rowCount(QModelIndex())))
        return [str(index.data(int(QPdfBookmarkModel.Role.Title))) for index in rows]

    def larger(self) -> None:
        """Zoom in."""
        self._zoom(ZOOM_STEP)

    def smaller(self) -> None:
        """Zoom out."""
        self._zoom(1 / ZOOM_STEP)

    def fit(self) -> None:
        """As wide as there is room."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages chosen in the printer's settings, each fitted to the paper."""
        first = max(printer.fromPage(), 1) - 1
        last = min(printer.toPage() or self.page_count, self.page_count)
        painter = QPainter(printer)
        for page in range(first, last):
            if page > first:
                printer.newPage()
            area = painter.viewport()
            points = self.document.pagePointSize(page)
            scale = min(area.width() / points.width(), area.height() / points.height())
            dots = min(scale, PRINT_DOTS_PER_INCH / POINTS_PER_INCH)
            size = QSize(round(points.width() * dots), round(points.height() * dots))
            image = self.document.render(page, size)
            painter.drawImage(_centred(area, points.width() * scale, points.height() * scale), image)
        painter.end()

    def _zoom(self, factor: float) -> None:
        current = self.view.zoomFactor()
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom and self.page_count:
            width = self.document.pagePointSize(0).width() * self.logicalDpiX() / POINTS_PER_INCH
            current = self.view.viewport().width() / width
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(current * factor, 0.2), 5.0))

    def _go(self, index: QModelIndex) -> None:
        page = index.data(int(QPdfBookmarkModel.Role.Page))
        location = index.data(int(QPdfBookmarkModel.Role.Location))
        self.view.pageNavigator().jump(int(page), location or QPointF())

    def _tell_page(self, page: int) -> None:
        count = self.page_count
        self._page.setText(f"Page {page + 1} of {count}" if count else "")
        self.page_changed.emit(page + 1, count)


def _centred(area: QRect, width: float, height: float) -> QRectF:
    return QRectF((area.width() - width) / 2, (area.height() - height) / 2, width, height)
