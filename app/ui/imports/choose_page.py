"""The first page: drop, choose or paste a list; and the imports there have been."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.services.imports.undo import PastImport
from app.ui.imports.choosing import local_files
from app.ui.imports.draft import kind_label, shortened
from app.ui.imports.texts import moment_text
from app.ui.imports.waiting_panel import WaitingPanel
from app.ui.theme import Theme
from app.ui.widgets import (
    Column,
    PlainLabel,
    RecordModel,
    RecordTable,
    ToolbarRow,
    button,
    restyle,
    set_refusal,
)

DROP_HEIGHT = 208
ICON_SIZE = 32
MOST_NAME_WIDTH, MOST_SOURCE_WIDTH, MOST_KIND_WIDTH, MOST_PERSON_WIDTH = 560, 240, 180, 160


class DropArea(QFrame):
    """Where lists are dropped; `files_dropped` carries their paths."""

    files_dropped = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        self.setFixedHeight(DROP_HEIGHT)
        self.setAccessibleName("Drop a list here")
        self._icon = QLabel(self)
        self.choose = button("Choose file…", kind="primary")
        self.paste = button("Paste rows", tooltip="Rows copied from a workbook or a web page (Ctrl+V)")
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addStretch(1)
        actions.addWidget(self.choose)
        actions.addWidget(self.paste)
        actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(PlainLabel("Drop a list here", "title"), 0, Qt.AlignmentFlag.AlignHCenter)
        hint = (
            "Changes, tickets, plans, people, applications: CSV, an Excel workbook, a calendar (.ics) "
            "or copied rows. Nothing is stored before you have checked it."
        )
        words = PlainLabel(hint, "muted", wraps=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addSpacing(8)
        column.addLayout(actions)
        column.addStretch(1)
        theme.theme_changed.connect(self.redraw)
        self.redraw()

    def redraw(self) -> None:
        """Draw the icon in the colours of the theme."""
        icon = self._theme.icon("imports", "accent", ICON_SIZE)
        self._icon.setPixmap(icon.pixmap(QSize(ICON_SIZE, ICON_SIZE), self.devicePixelRatioF()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            self._show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is over it any more."""
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        self._show_over(False)
        if paths := local_files(event.mimeData()):
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _show_over(self, is_over: bool) -> None:
        self.setProperty("over", is_over)
        restyle(self)


class ChoosePage(QWidget):
    """Choosing a list, those that wait, and the history of imports with undoing one.

    `undo_wanted` and `details_wanted` carry an import of the history.
    """

    undo_wanted = Signal(object)
    details_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone_name = "UTC"
        self.drop = DropArea(theme, self)
        self.watch = button("Watch a folder…", tooltip="Offer lists as soon as they arrive in a folder")
        self.watched = PlainLabel("", "small")
        self.undo = button("Undo import…", self._undo)
        model: RecordModel[PastImport] = RecordModel(self._columns(), lambda one: one.id, self)
        self.history = RecordTable(theme, model, "Imports so far")
        self.history.selection_changed.connect(self._selected)
        self.history.record_opened.connect(self.details_wanted)
        self.waiting = WaitingPanel(theme, self)
        self._none = PlainLabel("No list has been imported yet. What you import is listed here.", "muted")
        head = ToolbarRow()
        head.add_left(PlainLabel("Imports so far", "strong"))
        head.add_right(self.watched, self.watch, self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.drop)
        column.addSpacing(4)
        column.addWidget(self.waiting)
        column.addWidget(head)
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.history, 1)
        self.spare = QWidget(self)
        column.addWidget(self.spare, 1)
        self.show_imports((), "UTC")

    def show_imports(self, imports: Sequence[PastImport], zone_name: str) -> None:
        """Show the imports there have been, on the clocks of a zone."""
        self._zone_name = zone_name
        self.history.records.set_records(imports)
        self.history.setVisible(bool(imports))
        self._none.setVisible(not imports)
        self.spare.setVisible(not imports)
        self._selected(self.history.selected_records())

    def _columns(self) -> list[Column[PastImport]]:
        return [
            Column("id", "No.", lambda one: str(one.id), lambda one: one.id, width=52, align_right=True),
            Column("at", "When", self._when, lambda one: one.imported_at, width=170),
            Column(
                "file",
                "List",
                lambda one: shortened(one.file_name, 120),
                width=230,
                most_width=MOST_NAME_WIDTH,
            ),
            Column("kind", "What", lambda one: kind_label(one.kind), width=116, most_width=MOST_KIND_WIDTH),
            Column(
                "source", "Source", lambda one: one.source or "–", width=132, most_width=MOST_SOURCE_WIDTH
            ),
            Column("by", "By", lambda one: one.imported_by, width=72, most_width=MOST_PERSON_WIDTH),
            _count("rows", "Rows"),
            _count("created", "New"),
            _count("updated", "Changed"),
            _count("rejected", "Rejected"),
            Column("state", "", _state, chips=_state_chips, width=78),
        ]

    def _when(self, one: PastImport) -> str:
        return moment_text(one.imported_at, self._zone_name)

    def _selected(self, records: list[PastImport]) -> None:
        if not records:
            set_refusal(self.undo, "Select an import first.")
        elif records[0].undone_at is not None:
            set_refusal(self.undo, "This import was undone already.")
        else:
            set_refusal(self.undo, "")

    def _undo(self) -> None:
        records = self.history.selected_records()
        if records:
            self.undo_wanted.emit(records[0])


def _count(name: str, title: str) -> Column[PastImport]:
    return Column(
        name,
        title,
        lambda one: f"{getattr(one, name):,}",
        lambda one: getattr(one, name),
        width=72,
        align_right=True,
    )


def _state(one: PastImport) -> str:
    return "Undone" if one.undone_at else ""


def _state_chips(one: PastImport) -> tuple[tuple[str, str], ...]:
    return (("Undone", "neutral"),) if one.undone_at else ()
