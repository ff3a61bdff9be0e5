"""The sequence screen: toolbar and figures above, table and time axis side by side, a panel at the right."""

from __future__ import annotations

import itertools
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from app.sequencing import editing
from app.sequencing.model import Link, Sequence
from app.sequencing.parsing import format_duration
from app.services.errors import StaleRecordError
from app.services.sequences import SequenceView, open_sequence, save_sequence
from app.services.templates import OfferedTemplate, keep_template, offered_templates
from app.ui.announcer import Changes
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.screen import Screen
from app.ui.sequence.activity_panel import ActivityPanel
from app.ui.sequence.axis_view import AxisView
from app.ui.sequence.editor import SequenceEditor
from app.ui.sequence.filter_bar import FilterBar
from app.ui.sequence.model import SequenceModel
from app.ui.sequence.outlook import Outlook
from app.ui.sequence.suggestion_desk import SuggestionDesk
from app.ui.sequence.table_view import TableView
from app.ui.widgets import EmptyState, PlainLabel, ToolbarRow, button, set_refusal

_SAVE_DELAY_MS = 700
_TABLE_WIDTH = 590
_LEAST_TABLE = 320


class SequenceScreen(Screen):
    """Plans the night of the selected window; every edit is saved by itself and can be undone."""

    title = "Sequence"

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._editor: SequenceEditor | None = None
        self._offered: tuple[OfferedTemplate, ...] = ()
        self._saving: Sequence | None = None
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(_SAVE_DELAY_MS)
        self._save_timer.timeout.connect(self._save)
        self._stack = QStackedLayout(self)
        self._no_window = EmptyState(
            context.theme,
            "sequence",
            "No window selected",
            "Choose a window in the calendar; its night is planned here.",
            "Open the calendar",
            lambda: context.navigate("calendar"),
        )
        self._stack.addWidget(self._no_window)
        self._page: QWidget | None = None

    # -- coming and going ----------------------------------------------------------------------------

    def activate(self, window_id: int | None) -> None:
        """Open the window's sequence; unsaved edits of another window are saved first."""
        if self._editor is not None and self._editor.view.window.id != window_id:
            self._save()
        self.window_id = window_id
        self.reload()

    def deactivate(self) -> bool:
        """Save what is not saved yet."""
        self._save()
        return True

    def reload(self) -> None:
        """Fetch the sequence, unless edits here are still on their way to the database."""
        window_id = self.window_id
        if window_id is None:
            self._stack.setCurrentWidget(self._no_window)
            return
        if self._editor is not None and self._editor.view.window.id == window_id and self._is_unsaved():
            return
        services = self.context.services
        self.context.fetch(
            "Opening the sequence",
            lambda _control: (open_sequence(services, window_id), offered_templates(services, window_id)),
            self._opened,
            self,
            key="sequence",
        )

    def refresh(self, changes: Changes) -> None:
        """Another screen or desk changed something: fetch again unless it was this screen's own saving."""
        kinds = {one.kind for one in changes}
        if kinds - {"activity", "sequence"} or self._saving is None:
            self.reload()

    def _opened(self, found: tuple[SequenceView, tuple[OfferedTemplate, ...]]) -> None:
        view, self._offered = found
        if self._is_same(view):
            self._stack.setCurrentWidget(self._page or self._no_window)
            return
        editor = SequenceEditor(view, self)
        editor.refused.connect(lambda why: self.context.notify(why, "waived"))
        editor.sequence_changed.connect(self._edited)
        editor.selection_changed.connect(self._show_actions)
        old_editor, old_page = self._editor, self._page
        self._editor = editor
        self._page = self._build(editor)
        self._stack.addWidget(self._page)
        self._stack.setCurrentWidget(self._page)
        if old_page is not None:
            self._stack.removeWidget(old_page)
            old_page.deleteLater()
        if old_editor is not None:
            old_editor.deleteLater()
        self._show_figures()
        self.commands_changed.emit()

    def _is_same(self, view: SequenceView) -> bool:
        editor = self._editor
        if editor is None or self._page is None:
            return False
        return (editor.view.window, editor.version, editor.view.people, editor.view.changes) == (
            view.window,
            view.version,
            view.people,
            view.changes,
        )

    # -- the page ------------------------------------------------------------------------------------

    def _build(self, editor: SequenceEditor) -> QWidget:
        theme = self.context.theme
        page = QWidget(self)
        self._model = SequenceModel(editor, page)
        self._table = TableView(editor, self._model, theme)
        self._axis = AxisView(editor, self._model, theme, self.context.clock)
        self._panel = ActivityPanel(editor, theme)
        self._panel.hide()
        self._suggestions = SuggestionDesk(self.context, editor, self._axis, page)
        self._join_scrolling()
        self._table.remove_asked.connect(self._remove)
        self._table.add_asked.connect(self._add)
        self._table.opened.connect(self._open_panel)
        self._axis.activity_activated.connect(self._open_panel)
        self._axis.row_stepped.connect(self._table.step)
        splitter = self._splitter = QSplitter()
        splitter.addWidget(self._table)
        splitter.addWidget(self._axis)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_TABLE_WIDTH, 2 * _TABLE_WIDTH])
        splitter.setChildrenCollapsible(False)
        self._content = QStackedLayout()
        self._content.addWidget(splitter)
        self._content.addWidget(self._empty())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(self._content, 1)
        row.addWidget(self._panel)
        row.addWidget(self._suggestions.panel)
        self._suggestions.panel.opened.connect(self._panel.hide)
        self._suggestions.panel.opened.connect(partial(self._make_room, self._suggestions.panel))
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._toolbar(editor))
        column.addWidget(self._filter)
        self._outlook = Outlook(self.context, editor, self._axis, self._panel, self._model, page)
        facts = QHBoxLayout()
        facts.setSpacing(16)
        facts.addWidget(self._figures)
        facts.addWidget(self._outlook.line, 1)
        facts.addWidget(self._outlook.tools)
        column.addLayout(facts)
        column.addLayout(row, 1)
        return page

    def _toolbar(self, editor: SequenceEditor) -> QWidget:
        bar = ToolbarRow()
        self._undo = button("Undo", self._undo_edit)
        self._redo = button("Redo", self._redo_edit)
        self._add_button = button("Add activity", self._add, tooltip="Insert")
        self._link_button = button("Link", self._link)
        self._details = button("Details", lambda: self._open_panel())
        self._filter = FilterBar(editor, self._model, self.context.theme)
        self._figures = PlainLabel("", "muted")
        bar.add_left(self._undo, self._redo, self._add_button, self._link_button, self._details)
        bar.add_left(self._suggestions.button)
        return bar

    def _empty(self) -> QWidget:
        has_usual = bool(self._offered)
        return EmptyState(
            self.context.theme,
            "sequence",
            "No activities yet",
            "Start from the usual steps of this window's applications, or add the first activity yourself.",
            "Add the usual steps" if has_usual else "Add the first activity",
            self._add_usual if has_usual else self._add,
        )

    def _join_scrolling(self) -> None:
        table, axis = self._table.verticalScrollBar(), self._axis.verticalScrollBar()
        table.valueChanged.connect(axis.setValue)
        axis.valueChanged.connect(table.setValue)

    # -- what the person does ------------------------------------------------------------------------

    def _undo_edit(self) -> None:
        if self._editor is not None:
            self._editor.undo()

    def _redo_edit(self) -> None:
        if self._editor is not None:
            self._editor.redo()

    def _add(self) -> None:
        if self._editor is None:
            return
        like = self._editor.selected[-1] if self._editor.selected else None
        made = self._editor.add(like)
        if made is not None:
            self._table.edit_title(made)

    def _add_usual(self) -> None:
        editor = self._editor
        if editor is None:
            return
        planned = set(editor.sequence.by_change)
        for offered in self._offered:
            if offered.change_key not in planned:
                planned.add(offered.change_key)
                template, key = offered.template, offered.change_key
                editor.apply(partial(editing.apply_template, template=template, change_key=key))

    def _remove(self) -> None:
        if self._editor is not None and self._editor.selected:
            count = len(self._editor.selected)
            if self._editor.remove(self._editor.selected):
                words = "1 activity removed" if count == 1 else f"{count} activities removed"
                self.context.notify(words, action_label="Undo", action=self._undo_edit)

    def _link(self) -> None:
        """Link the selected activities one after the other, in the order of their starts."""
        editor = self._editor
        if editor is None or len(editor.selected) < 2:
            return
        ordered = sorted(editor.selected, key=editor.start_of)
        for one, other in itertools.pairwise(ordered):
            editor.link(Link(one, other))

    def _open_panel(self, activity_id: str | None = None) -> None:
        if self._editor is None:
            return
        if activity_id is not None:
            self._editor.select((activity_id,))
        if self._editor.selected:
            if not self._panel.isVisible():
                self._make_room(self._panel)
            self._panel.show_selected()
            self._panel.show()

    def _make_room(self, panel: QWidget) -> None:
        """Narrow the table where a panel would leave the time axis too little."""
        left = self._splitter.width() - panel.width()
        if left < 2 * _TABLE_WIDTH:
            table = min(self._splitter.sizes()[0], max(_LEAST_TABLE, left // 2))
            self._splitter.setSizes([table, left - table])

    def _keep_template(self) -> None:
        editor = self._editor
        if editor is None or not editor.selected:
            return
        key = editor.sequence.activity(editor.selected[0]).change_key
        window_id = editor.view.window.id
        if key is None or window_id is None:
            self.context.notify("Select a step of a change; its steps are kept as the usual ones.", "waived")
            return
        self._save()
        services = self.context.services
        self.context.perform(
            "Keeping the usual steps",
            lambda: keep_template(services, window_id, key),
            self,
            lambda count: self.context.notify(f"Kept as the usual steps of {count} application(s).", "met"),
        )

    # -- following the editor ------------------------------------------------------------------------

    def _edited(self) -> None:
        self._show_figures()
        if self._editor is not None and self._editor.history.is_dirty:
            self._save_timer.start()

    def _show_figures(self) -> None:
        editor = self._editor
        if editor is None:
            return
        self._content.setCurrentIndex(0 if len(editor.sequence) else 1)
        analysis, say = editor.analysis, editor.view.surroundings.describe
        left = editor.sequence.window_minutes - analysis.finish
        conflicts = len(analysis.conflicts)
        parts = [f"Finish {say(analysis.finish)}"] if len(editor.sequence) else []
        if parts:
            parts.append(
                f"{format_duration(left)} to the end" if left >= 0 else f"{format_duration(-left)} over"
            )
            parts.append("no conflicts" if not conflicts else f"{conflicts} conflict{'s' * (conflicts > 1)}")
        self._figures.setText("  ·  ".join(parts))
        self._figures.set_role("error" if left < 0 else "muted")
        self._show_actions()

    def _show_actions(self) -> None:
        editor = self._editor
        if editor is None:
            return
        closed = "This window is over; its sequence is a record." if editor.is_read_only else ""
        history = editor.history
        set_refusal(self._undo, "" if history.undo_label else "Nothing to undo")
        set_refusal(self._redo, "" if history.redo_label else "Nothing to redo")
        set_refusal(self._add_button, closed)
        set_refusal(self._link_button, closed or ("" if len(editor.selected) > 1 else "Select two or more"))
        set_refusal(self._details, "" if editor.selected else "Select an activity")

    # -- saving --------------------------------------------------------------------------------------

    def _is_unsaved(self) -> bool:
        return self._editor is not None and (self._editor.history.is_dirty or self._saving is not None)

    def _save(self) -> None:
        """Store what was edited; what is typed meanwhile is stored right after."""
        self._save_timer.stop()
        editor = self._editor
        if editor is None or self._saving is not None or not editor.history.is_dirty:
            return
        window_id, sequence, version = editor.view.window.id, editor.sequence, editor.version
        if window_id is None:
            return
        self._saving = sequence
        services = self.context.services

        def stored(new_version: int) -> None:
            self._saving = None
            editor.saved(new_version, sequence)
            if editor.history.is_dirty:
                self._save_timer.start()

        self.context.perform(
            "Saving the sequence",
            lambda: save_sequence(services, window_id, sequence, version),
            self,
            stored,
            self._not_saved,
        )

    def _not_saved(self, error: Exception) -> None:
        self._saving = None
        if isinstance(error, StaleRecordError):
            self.context.notify(str(error), "not_met", "Load the current version", self._discard, stays=True)
        else:
            self.context.show_error(error, "Saving the sequence")

    def _discard(self) -> None:
        self._editor = None
        self.reload()

    def commands(self) -> list[Command]:
        """What can be done here now."""
        editor = self._editor
        if editor is None:
            return []
        closed = "This window is over." if editor.is_read_only else ""
        few = "" if len(editor.selected) > 1 else "Select two or more activities."
        none = "" if editor.selected else "Select an activity."
        copy = partial(editor.duplicate, editor.selected)
        return [
            Command("Undo", self._undo_edit, "Ctrl+Z", "Sequence"),
            Command("Redo", self._redo_edit, "Ctrl+Shift+Z", "Sequence"),
            Command("Add activity", self._add, "Ctrl+N", "Sequence", closed),
            Command("Duplicate activities", copy, "Ctrl+D", "Sequence", closed or none),
            Command("Link selected activities", self._link, "Ctrl+L", "Sequence", closed or few),
            Command("Activity details", self._open_panel, "Ctrl+I", "Sequence", none),
            Command("Zoom to selection", self._axis.zoom_to_selection, "Ctrl+E", "Sequence"),
            Command("Show the whole window", self._axis.fit, "Ctrl+0", "Sequence"),
            Command("Keep as the usual steps", self._keep_template, "", "Sequence", none),
            Command("Add the usual steps", self._add_usual, "", "Sequence", closed),
            *self._filter.commands(),
            Command("Fold all groups", partial(self._model.fold_all, True), "Ctrl+Shift+Up", "Sequence"),
            Command("Open all groups", partial(self._model.fold_all, False), "Ctrl+Shift+Down", "Sequence"),
            *self._outlook.commands(),
            *self._suggestions.commands(),
        ]
