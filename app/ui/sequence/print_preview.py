"""The print preview of the sequence: paper and scaling chosen above the pages, printed or saved from here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.sequencing.chance.outcome import Chance
from app.services.errors import RefusedError
from app.services.files import whole_file
from app.services.sequence_print import (
    PAPERS,
    PrintedRow,
    PrintedSequence,
    sequence_file_stem,
    sequence_pdf,
)
from app.ui.context import DeskContext
from app.ui.packets.pages import PdfPages
from app.ui.saving import file_to_write
from app.ui.sequence.editor import SequenceEditor
from app.ui.sequence.rows import Row
from app.ui.widgets import PlainLabel, Segmented, ToolbarRow, button, combo, set_refusal, value_of

_SHARE_OF_SCREEN = 0.9
_LEAST = (900, 620)
_LEAST_POINTS = 4.0
"""Below this letters on paper are not read at arm's length."""
_PAGES, _FITTED = "pages", "fitted"


def printed_rows(rows: Iterable[Row]) -> tuple[PrintedRow, ...]:
    """The rows of the screen as they go on paper: same grouping, filter and folding."""
    return tuple(PrintedRow(row.title, row.activity_id, row.members) for row in rows)


def small_words(points: float) -> str:
    """What to do about letters that nobody can read."""
    return f"letters only {points:.1f} pt high: fold or filter rows, or take more pages"


class PrintPreview(QDialog):
    """Shows the time axis as it will be printed, with the rows the screen shows now."""

    def __init__(
        self,
        context: DeskContext,
        editor: SequenceEditor,
        rows: Iterable[Row],
        chance: Chance | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Print the sequence")
        self.setAccessibleName("Print the sequence")
        self._context = context
        self._view = replace(editor.view, sequence=editor.sequence)
        self._rows = printed_rows(rows)
        self._chance = chance
        self._pdf = b""
        self._paper = combo([(paper, paper) for paper in PAPERS], "A4", "Paper")
        self._scaling = Segmented(
            [(_PAGES, "As many pages as needed"), (_FITTED, "Fit on one page")], "Scaling"
        )
        self.pages = PdfPages(context.theme, self)
        self.pages.outline.hide()
        self.pages.view.setAccessibleName("Pages of the sequence")
        self._caption = PlainLabel("", "muted")
        self._print = button("Print…", self._choose_printer, "primary", self)
        self._save = button("Save PDF…", self._choose_file, parent=self)
        tools = ToolbarRow(self)
        tools.add_left(self._paper, self._scaling, self._caption)
        tools.add_right(button("Close", self.reject, parent=self), self._save, self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(tools)
        column.addWidget(self.pages, 1)
        self._paper.currentIndexChanged.connect(lambda _place: self.draw())
        self._scaling.chosen.connect(lambda _key: self.draw())
        window = parent.window().size() * _SHARE_OF_SCREEN
        self.resize(max(_LEAST[0], window.width()), max(_LEAST[1], window.height()))
        self.draw()

    def draw(self) -> None:
        """Draw the pages anew, off the window's thread."""
        self._refuse("The pages are being drawn.")
        view, rows, chance, made_at = self._view, self._rows, self._chance, self._context.clock()
        paper, is_fitted = str(value_of(self._paper)), self._scaling.current == _FITTED
        self._context.fetch(
            "Drawing the sequence",
            lambda _control: sequence_pdf(view, rows, made_at, paper, is_fitted, chance),
            self._arrived,
            self,
            key="sequence-print",
        )

    def _arrived(self, printed: PrintedSequence) -> None:
        self._pdf = printed.pdf
        self.pages.show_pdf(printed.pdf)
        count = self.pages.page_count
        pages = "1 page, landscape" if count == 1 else f"{count} pages, landscape"
        is_small = printed.letter_points < _LEAST_POINTS
        self._caption.setText(f"{pages} · {small_words(printed.letter_points)}" if is_small else pages)
        self._refuse("")

    def _refuse(self, reason: str) -> None:
        set_refusal(self._print, reason)
        set_refusal(self._save, reason)

    def save(self, path: Path) -> None:
        """Write what is shown to a file, whole or not at all."""
        try:
            with whole_file(path) as target:
                target.write(self._pdf)
        except RefusedError as error:
            self._context.show_error(error, "Saving the sequence")
            return
        self._context.notify(f"Saved {path.name}.", "met")

    def _choose_file(self) -> None:
        start = Path.home() / f"{sequence_file_stem(self._view)}.pdf"
        if (out := file_to_write(self, "Save the sequence", start, {".pdf": "PDF"})) is not None:
            self.save(out)

    def _choose_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.pages.page_count)
        if dialog.exec():
            self.pages.print_on(printer)
