"""What the import screen is made of: the steps, a page for each, the file's rows, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.ui.context import DeskContext
from app.ui.imports.check_lines import counts_of
from app.ui.imports.check_page import CheckPage
from app.ui.imports.choose_page import ChoosePage
from app.ui.imports.done_page import DonePage
from app.ui.imports.draft import Draft, Step, shortened
from app.ui.imports.file_rows import FileRows
from app.ui.imports.frame import Footer, StepStrip
from app.ui.imports.map_page import MapPage
from app.ui.imports.texts import counted
from app.ui.imports.understand_page import UnderstandPage
from app.ui.screen import Screen

ROWS_BELOW = (5, 3)
LEAST_HEIGHT = 120
MOST_NAME = 40
NEXT_LABELS = {
    Step.UNDERSTAND: "Next: map columns",
    Step.MAP: "Next: check",
}


class StepPages(Screen):
    """The pages around one draft; what is done with it is for the screen to say."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.draft: Draft | None = None
        self.step = Step.CHOOSE
        self._has_moved_border = False
        theme = context.theme
        self.strip, self.footer = StepStrip(), Footer()
        self.choose_page, self.understand_page = ChoosePage(theme), UnderstandPage(theme)
        self.map_page, self.check_page, self.done_page = MapPage(theme), CheckPage(theme), DonePage(theme)
        self.rows = FileRows(theme)
        self.pages = QStackedWidget(self)
        self._build()

    def _build(self) -> None:
        """The parts from top to bottom, for Tab goes through them as they are added."""
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.strip)
        for page in (
            self.choose_page,
            self.understand_page,
            self.map_page,
            self.check_page,
            self.done_page,
        ):
            self.pages.addWidget(page)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setProperty("role", "quiet")
        self.splitter.splitterMoved.connect(self._border_moved)
        self.splitter.setChildrenCollapsible(False)
        self.pages.setMinimumHeight(LEAST_HEIGHT)
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self.rows)
        for place, share in enumerate(ROWS_BELOW):
            self.splitter.setStretchFactor(place, share)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.footer)
        self.setAcceptDrops(True)

    def focus_first(self) -> None:
        """The keyboard begins at what is asked, else at what the page is about."""
        first: dict[Step, QWidget | None] = {
            Step.CHOOSE: self.choose_page.drop.choose,
            Step.UNDERSTAND: self.understand_page.question(),
            Step.MAP: self.map_page.question() or self.map_page.columns,
            Step.CHECK: self.check_page.front,
            Step.DONE: self.done_page.open,
        }
        is_refused = self.draft is not None and bool(self.draft.refusal(self.step))
        on = self.footer.back if is_refused else self.footer.next
        (first[self.step] or on).setFocus()
        if self.step is Step.UNDERSTAND:  # once the page has its height
            QTimer.singleShot(0, self.understand_page, self.understand_page.show_focused)

    def share_height(self) -> None:
        """Give the guesses what they need and the file's rows the rest; other pages have most of it."""
        whole = self.splitter.height()
        upper = whole * ROWS_BELOW[0] // sum(ROWS_BELOW)
        if self.step is Step.UNDERSTAND:
            upper = min(self.understand_page.wanted_height(), upper)
        self.splitter.setSizes([upper, whole - upper])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new height out, unless the person has moved the border between the two."""
        super().resizeEvent(event)
        if not self._has_moved_border:
            QTimer.singleShot(0, self, self.share_height)

    def _border_moved(self) -> None:
        self._has_moved_border = True

    def show_frame(self) -> None:
        """Say what going on does from here, or why it cannot be done."""
        self.strip.show_step(self.step, self.step is not Step.DONE)
        refusal = "" if self.draft is None else self.draft.refusal(self.step)
        label = NEXT_LABELS.get(self.step, "")
        if self.step is Step.CHOOSE and self.draft is not None:
            label = f"Go on with {shortened(self.draft.name, MOST_NAME)}"
        if self.step is Step.CHECK and self.draft is not None:
            counts = counts_of(self.draft)
            stored = counts["new"] + counts["changed"]
            label = f"Import {counted(stored, 'record')}" if stored else "Finish: nothing to store"
        self.footer.show_step(label, refusal, self.step in (Step.UNDERSTAND, Step.MAP, Step.CHECK))
        is_alone = self.step is Step.DONE or (self.step is Step.CHOOSE and self.draft is None)
        self.footer.show_whole(not is_alone)
