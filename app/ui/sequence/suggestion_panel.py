"""The panel of a suggestion: how the search goes, what would change, or why there is no sequence."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.sequencing.suggest import Stage
from app.ui.sequence.suggestion_reasons import ReasonList
from app.ui.sequence.suggestion_session import SuggestionSession, bound_words
from app.ui.sequence.suggestion_table import BY, SPAN, TITLE, WHO, SuggestionTable
from app.ui.theme import Theme
from app.ui.widgets import IconButton, PlainLabel, button, set_refusal

WIDTH = 420
_ROW_HEIGHT = 28
_STAGES = {
    Stage.FINISH: "Searching for an earlier finish…",
    Stage.RISK: "Moving risky and hard-to-undo changes early…",
    Stage.MOVES: "Moving as little as possible…",
}


class SuggestionPanel(QFrame):
    """Shows a session; `chosen_changed` follows ticks, for the axis to paint them; `opened` its showing."""

    chosen_changed = Signal()
    opened = Signal()

    def __init__(self, theme: Theme, session: SuggestionSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setProperty("role", "side")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("Suggestion")
        self.table = SuggestionTable(session.editor, self)
        self.reasons = ReasonList()
        self._state = PlainLabel("", "strong", wraps=True)
        self._bound = PlainLabel("", "muted", wraps=True)
        self._stop = button("Stop", session.stop)
        self._accept = button("Accept all", self._accept_all, "primary")
        self._accept_chosen = button("Accept ticked", self._accept_ticked)
        self._again = button("Search again", self.search)
        self.keep = QCheckBox("Keep the selected where they are")
        self.hours = QCheckBox("People in their working hours only")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._changes_page())
        self._pages.addWidget(_scrolled(self.reasons))
        self._lay_out(theme)
        self.table.chosen_changed.connect(self._show_actions)
        self.table.chosen_changed.connect(self.chosen_changed)
        self.reasons.activities_asked.connect(session.editor.select)
        session.changed.connect(self.follow)
        self.hide()

    def search(self) -> None:
        """Search with what is ticked to be kept."""
        self.table.forget()
        kept = self.session.editor.selected if self.keep.isChecked() else ()
        self.session.start(kept, self.hours.isChecked())

    def follow(self) -> None:
        """Show the session as it is now."""
        session = self.session
        was_hidden = self.isHidden()
        self.setVisible(session.is_open)
        if was_hidden and session.is_open:
            self.opened.emit()
        self._state.setText(self._words())
        self._bound.setText(bound_words(session) if session.explanation is None else "")
        self._bound.setVisible(bool(self._bound.text()))
        self.table.show_changes(session.changes)
        self.view.setColumnHidden(WHO, all(one.person_id is None for one in session.changes))
        self.reasons.show_explanation(session.explanation)
        has_reasons = session.explanation is not None
        self._pages.setCurrentIndex(1 if has_reasons else 0)
        self._show_actions()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops a search, then closes."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.session.is_searching:
            self.session.stop()
        else:
            self.session.close()

    def _words(self) -> str:
        session = self.session
        found = session.suggestion
        say = session.editor.view.surroundings.describe
        if session.is_explaining:
            return "No sequence found. Finding out why…"
        if session.explanation is not None:
            return "No sequence keeps all requirements"
        if found is None or found.finish is None:
            return "Searching…" if session.is_searching else "No sequence found"
        finish = f"Finish {say(found.finish)}"
        gain = session.editor.analysis.finish - found.finish
        if gain:
            finish += f", {abs(gain)} min {'earlier' if gain > 0 else 'later'} than now"
        moved = sum(bool(one.minutes) for one in session.changes)
        named = sum(one.person_id is not None for one in session.changes)
        facts = [f"{moved} moved"] * bool(moved) + [f"{named} given to somebody"] * bool(named)
        stage = f"\n{_STAGES[found.stage]}" if session.is_searching else ""
        return f"{finish}\n{', '.join(facts) or 'nothing to change'}{stage}"

    def _show_actions(self) -> None:
        session, count = self.session, len(self.table.chosen)
        self._stop.setVisible(session.is_searching)
        self._again.setVisible(not session.is_searching)
        closed = "This window is over." if session.editor.is_read_only else ""
        none = "" if session.changes else "Nothing to accept"
        set_refusal(self._accept, closed or none)
        set_refusal(self._accept_chosen, closed or none or ("" if count else "Tick an activity"))
        self._accept_chosen.setText(f"Accept {count} ticked")
        self._accept.setVisible(session.explanation is None)
        self._accept_chosen.setVisible(session.explanation is None)

    def _accept_all(self) -> None:
        self.session.accept()

    def _accept_ticked(self) -> None:
        self.session.accept(self.table.chosen)

    def _select_row(self, current: QModelIndex) -> None:
        activity_id = self.table.activity_at(current.row()) if current.isValid() else None
        if activity_id is not None:
            self.session.editor.select((activity_id,))

    def _changes_page(self) -> QWidget:
        view = QTableView()
        view.setModel(self.table)
        view.setAccessibleName("What the suggestion changes")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setWordWrap(False)
        header = view.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in ((SPAN, 118), (BY, 58), (WHO, 96)):
            view.setColumnWidth(column, width)
        view.clicked.connect(self._select_row)
        view.activated.connect(self._select_row)
        self.view = view
        return view

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel("Suggestion", "title"), 1)
        head.addWidget(IconButton(theme, "close", "Close the suggestion (Esc)", self.session.close))
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for widget in (self._accept, self._accept_chosen, self._stop, self._again):
            actions.addWidget(widget)
        actions.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 8, 8)
        top.setSpacing(8)
        top.addLayout(head)
        for label in (self._state, self._bound):
            top.addWidget(label)
        top.addLayout(actions)
        top.addWidget(self.keep)
        top.addWidget(self.hours)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._pages, 1)


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    content.setProperty("role", "scrolled")
    area.setWidget(content)
    return area
