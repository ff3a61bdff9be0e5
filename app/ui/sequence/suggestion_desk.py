"""The suggestion on the sequence screen: its panel, its button, its commands, its ghosts on the axis."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.sequence.axis_picture import Picture
from app.ui.sequence.axis_view import AxisView
from app.ui.sequence.editor import SequenceEditor
from app.ui.sequence.suggestion_paint import paint_ghosts
from app.ui.sequence.suggestion_panel import SuggestionPanel
from app.ui.sequence.suggestion_session import SuggestionSession
from app.ui.widgets import button, set_refusal


class SuggestionDesk(QObject):
    """Joins the session, the panel and the axis of one page."""

    def __init__(self, context: DeskContext, editor: SequenceEditor, axis: AxisView, page: QWidget) -> None:
        super().__init__(page)
        self._theme = context.theme
        self._editor = editor
        self._axis = axis
        self.session = SuggestionSession(context, editor, self)
        self.panel = SuggestionPanel(context.theme, self.session, page)
        self.button = button("Suggest", self.search, tooltip="Propose a sequence without clashes (Ctrl+G)")
        axis.add_overlay(self._paint)
        self.session.changed.connect(axis.viewport().update)
        self.panel.chosen_changed.connect(axis.viewport().update)
        editor.sequence_changed.connect(self.show_actions)
        self.show_actions()

    def search(self) -> None:
        """Search for a better sequence, unless there is nothing to search for."""
        if not self._refusal():
            self.panel.search()

    def show_actions(self) -> None:
        """Say whether a search makes sense now."""
        set_refusal(self.button, self._refusal())

    def commands(self) -> list[Command]:
        """What can be done now."""
        session = self.session
        idle = "" if session.is_searching else "No search is running."
        none = "" if session.changes else "There is nothing to accept."
        return [
            Command("Suggest a sequence", self.search, "Ctrl+G", "Sequence", self._refusal()),
            Command("Stop searching", session.stop, "", "Sequence", idle),
            Command("Accept the suggestion", self._accept, "Ctrl+Shift+G", "Sequence", none),
            Command("Discard the suggestion", session.close, "", "Sequence", "" if session.is_open else none),
        ]

    def _accept(self) -> None:
        self.session.accept()

    def _refusal(self) -> str:
        if self._editor.is_read_only:
            return "This window is over; its sequence is a record."
        activities = self._editor.sequence.activities
        if any(activity.actual_start is not None for activity in activities):
            return "The night has begun; re-plan what waits on the Night screen."
        return "" if activities else "No activities yet"

    def _paint(self, painter: QPainter, picture: Picture) -> None:
        changes = self.session.changes
        if changes:
            chosen = frozenset(self.panel.table.chosen)
            by_id = {one.activity_id: one for one in changes}
            paint_ghosts(painter, self._theme, picture, by_id, chosen)
