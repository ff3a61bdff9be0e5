"""The board screen: cards or table of a window's changes, the strip of windows, and a change's panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services import board as board_services
from app.services.board_models import BoardView
from app.ui.announcer import Changes
from app.ui.board.actions import BoardActions
from app.ui.board.canvas import BoardCanvas
from app.ui.board.columns import SHOWN_AT_FIRST
from app.ui.board.filter import BoardFilter
from app.ui.board.look import card_look
from app.ui.board.model import CARD_ROLE, BoardModel
from app.ui.board.panel import ChangePanelView
from app.ui.board.summary import summary_text
from app.ui.board.table import BoardTable
from app.ui.board.toolbar import BoardToolbar
from app.ui.board.window_strip import WindowStrip
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.screen import Screen
from app.ui.widgets import EmptyState, PlainLabel

_HEARD_WORDS = (
    "change ticket build deployment attestation waiver comment checkpoint maintenance_window freeze "
    "environment_booking application configuration_item person team build_machine environment "
    "window_sequence sequence activity import"
)
_HEARD = frozenset(_HEARD_WORDS.split())
_NO_CHANGES = (
    "No changes in this window yet",
    "Import a list of tickets, record a change, or drag changes here from the intake list.",
)
_NO_INTAKE = (
    "The intake list is empty",
    "Changes that have no window yet wait here. Import a list of tickets or record a change.",
)


class BoardScreen(Screen):
    """One window's board, or the intake list when no window is selected or it is asked for."""

    title = "Board"
    keeps_to_intake = False
    """Whether this screen shows the intake list whatever window is selected."""
    columns_at_first = SHOWN_AT_FIRST
    """The columns of the table until a person chooses others."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view: BoardView | None = None
        self._shows_intake = False
        self._wanted: int | None = None  # a change to select once what it is on is read
        self.model = BoardModel(self)
        self.filter = BoardFilter(self.model, self)
        look = card_look(context.theme)
        self.canvas = BoardCanvas(look, self)
        name = self.title.lower()
        self.table = BoardTable(look, context.settings, self, name, self.columns_at_first)
        self.canvas.setModel(self.filter)
        self.table.setModel(self.filter)
        self.table.show_columns()
        self.selection = QItemSelectionModel(self.filter, self)
        self.canvas.setSelectionModel(self.selection)
        self.table.setSelectionModel(self.selection)
        self.toolbar = BoardToolbar(context.theme, self)
        self.strip = WindowStrip(self)
        self.summary = PlainLabel("", "small")
        self.panel = ChangePanelView(context, self)
        self.panel.hide()
        self.actions_of = BoardActions(context, self, self)
        self._make_empty_states()
        self._lay_out()
        self._connect()

    def _make_empty_states(self) -> None:
        theme, act = self.context.theme, self.actions_of
        self.nothing = EmptyState(
            theme,
            "board",
            *_NO_CHANGES,
            "Import a list…",
            act.import_list,
            self,
        )
        self.no_match = EmptyState(
            theme,
            "filter",
            "No change matches the filter",
            "Change the words, or show everything again.",
            "Show everything",
            self.clear_filter,
            self,
        )

    def _lay_out(self) -> None:
        self.stack = QStackedWidget(self)
        for page in (self.canvas, self.table, self.nothing, self.no_match):
            self.stack.addWidget(page)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.setSpacing(8)
        head.addWidget(self.toolbar)
        head.addWidget(self.strip)
        head.addWidget(self.summary)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.stack, 1)
        row.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row, 1)
        self.setFocusProxy(self.canvas)

    def _connect(self) -> None:
        act, bar = self.actions_of, self.toolbar
        bar.mode_chosen.connect(self._show_page)
        bar.grouping_chosen.connect(self.canvas.set_grouping)
        bar.words_typed.connect(self._filter_words)
        bar.not_ready_chosen.connect(self._filter_not_ready)
        bar.new_asked.connect(act.new_change)
        bar.import_asked.connect(act.import_list)
        bar.checkpoint_asked.connect(act.evaluate_checkpoint)
        bar.edit_asked.connect(act.edit_selected)
        bar.move_asked.connect(act.move_selected)
        bar.columns_asked.connect(self._choose_columns)
        self.strip.changes_dropped.connect(act.place)
        self.strip.window_chosen.connect(self._choose_window)
        self.canvas.card_opened.connect(self.panel.show_change)
        self.table.card_opened.connect(self.panel.show_change)
        self.panel.move_requested.connect(act.move_one)
        self.panel.place_requested.connect(act.place_one)
        self.panel.closed.connect(self.setFocus)
        self.selection.selectionChanged.connect(self._selection_changed)
        self.context.theme.theme_changed.connect(self._theme_changed)

    # -- what is shown -----------------------------------------------------------------------------

    def activate(self, window_id: int | None) -> None:
        """Show the selected window's board; the intake list when there is none."""
        if window_id != self.window_id:
            self._shows_intake = False
            if not self.panel.is_unsaved:
                self.panel.hide()
        super().activate(window_id)

    def reload(self) -> None:
        """Read the board again; cards change by row."""
        services, window_id = self.context.services, self.window_id
        if self.keeps_to_intake or self._shows_intake or window_id is None:
            self._fetch(lambda _control: board_services.intake_board(services))
        else:
            self._fetch(lambda _control: board_services.board(services, window_id))

    def _fetch(self, work: Any) -> None:
        self.context.fetch("Reading the board", work, self.show_view, self, key="board/view")

    def refresh(self, changes: Changes) -> None:
        """Follow what changed here or on another desk."""
        if any(one.kind in _HEARD for one in changes):
            self.reload()
            self.panel.reload()

    def show_view(self, view: BoardView) -> None:
        """Show what was read."""
        is_other = self.view is None or _window_id(self.view) != _window_id(view)
        self.view = view
        if is_other:
            self.selection.clear()
            self.canvas.verticalScrollBar().setValue(0)
        self.model.set_cards(view.cards)
        self.strip.show_windows(view.intake, view.window is None, view.neighbours)
        self.summary.setText(summary_text(view))
        self.toolbar.checkpoint.setEnabled(bool(view.checkpoints))
        self.toolbar.checkpoint.setHidden(self.keeps_to_intake)
        self._show_page()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.select_change(wanted)
        self.commands_changed.emit()

    def _show_page(self, _mode: str = "") -> None:
        is_table = self.toolbar.mode.current == "table"
        self.toolbar.columns.setVisible(is_table)
        self.toolbar.grouping.setVisible(not is_table)
        if self.view is not None and not self.view.cards:
            self.nothing.set_texts(*(_NO_INTAKE if self.view.window is None else _NO_CHANGES))
            self.stack.setCurrentWidget(self.nothing)
        elif self.view is not None and self.filter.rowCount() == 0:
            self.stack.setCurrentWidget(self.no_match)
        else:
            self.stack.setCurrentWidget(self.table if is_table else self.canvas)
        self.setFocusProxy(self.table if is_table else self.canvas)

    def _filter_words(self, text: str) -> None:
        self.filter.set_words(text)
        self._show_page()

    def _filter_not_ready(self, is_on: bool) -> None:
        self.filter.set_not_ready_only(is_on)
        self._show_page()

    def clear_filter(self) -> None:
        """Show every change again."""
        self.toolbar.words.clear()
        self.toolbar.not_ready.setChecked(False)
        self.filter.set_words("")
        self.setFocus()

    def _choose_window(self, window_id: int | None) -> None:
        if self.keeps_to_intake:
            if window_id is not None:
                self.context.navigate("board", window_id)
            return
        self._shows_intake = window_id is None
        if window_id is not None and window_id != self.window_id:
            self.context.select_window(window_id)
            self.window_id = window_id
        self.reload()

    def _choose_columns(self) -> None:
        menu = self.table.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.toolbar.columns.mapToGlobal(self.toolbar.columns.rect().bottomLeft()))

    def _theme_changed(self) -> None:
        look = card_look(self.context.theme)
        self.canvas.set_look(look)
        self.table.set_look(look)

    # -- selection and keys ------------------------------------------------------------------------

    def selected_ids(self) -> list[int]:
        """The changes selected, or the one the keyboard is at."""
        rows = list(self.selection.selectedRows(0))
        if not rows and self.selection.currentIndex().isValid():
            rows = [self.selection.currentIndex().siblingAtColumn(0)]
        return [index.data(CARD_ROLE).id for index in rows]

    def _selection_changed(self, _on: QItemSelection, _off: QItemSelection) -> None:
        self.toolbar.show_selection(len(self.selection.selectedRows(0)))

    def select_change(self, change_id: int) -> bool:
        """Make a change the current and selected one and scroll to it, whatever is filtered out; False when
        it is not here."""
        row = self.model.index(self.model.row_of(change_id), 0)
        if row.isValid() and not self.filter.mapFromSource(row).isValid():
            self.clear_filter()
        index = self.filter.mapFromSource(row)
        if not index.isValid():
            return False
        flags = QItemSelectionModel.SelectionFlag
        self.selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        for view in (self.canvas, self.table):
            view.scrollTo(index)
        return True

    def open_record(self, record: object) -> None:
        """Show a change's panel, by its id, and select it, if need be once it is read."""
        if isinstance(record, int | str) and str(record).isdecimal():
            self.panel.show_change(int(record))
            self._wanted = None if self.select_change(int(record)) else int(record)
        else:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """M moves, / filters, E evaluates, Escape closes the panel."""
        if event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            keys = {
                Qt.Key.Key_M: self.actions_of.move_selected,
                Qt.Key.Key_E: self.actions_of.evaluate_checkpoint,
                Qt.Key.Key_Slash: self.toolbar.words.setFocus,
            }
            if event.key() in keys:
                keys[event.key()]()  # type: ignore[index]
                return
            if event.key() == Qt.Key.Key_Escape and self.panel.isVisible():
                self.panel.close_panel()
                return
        super().keyPressEvent(event)

    def commands(self) -> list[Command]:
        """What can be done on the board."""
        return self.actions_of.commands()

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Something typed in the panel that is not saved is asked about, and then gone on with."""
        if self.panel.is_unsaved:
            self.panel.leave(then)
            return False
        return self.deactivate()


def _window_id(view: BoardView) -> int | None:
    return view.window.id if view.window else None
