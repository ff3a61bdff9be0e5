"""A screen that follows the night: a filtered list with debts at the left, one record at the right."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from app.ui.announcer import Changes
from app.ui.commands import Command
from app.ui.context import DeskContext, Performed
from app.ui.follow.details import DetailPane, Details
from app.ui.follow.rules import LABEL as RULES_LABEL
from app.ui.follow.rules import open_rules
from app.ui.screen import Screen
from app.ui.submission import submit_form
from app.ui.widgets import (
    Column,
    ElidedLabel,
    EmptyState,
    FormDialog,
    RecordModel,
    RecordTable,
    SearchField,
    Segmented,
    ToolbarRow,
    button,
    set_refusal,
)

Filter = tuple[str, str, Callable[[Any], bool]]
"""Key, label, and which rows it shows."""


class FollowScreen(Screen):
    """What Fixes, Incidents and Reconciliation share; each says what it lists and what can be done.

    `records` are the kinds whose changes it follows; `empty_texts` headline and sentence by filter key.
    """

    shows_window = False
    name = ""
    icon = ""
    records: frozenset[str] = frozenset()
    select_first = ""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.rows: tuple[Any, ...] = ()
        self._wanted: Hashable | None = None
        self.dialog: FormDialog | None = None
        self._filters = {key: passes for key, _, passes in self.filters()}
        self.filter = Segmented([(key, label) for key, label, _ in self.filters()], f"{self.title} shown")
        self.filter.chosen.connect(self._filter_chosen)
        self.search = SearchField(context.theme, f"Search {self.title.lower()}")
        self.search.searched.connect(self._searched)
        model: RecordModel[Any] = RecordModel(self.columns(), lambda row: row.id, self)
        self.table = RecordTable(context.theme, model, self.title)
        self.table.selection_changed.connect(self._selected)
        self.table.record_opened.connect(lambda _row: self.open_current())
        self.table.restore_columns(context.settings, self.name)
        self.details = DetailPane(context.theme, self.select_first)
        self.caption = ElidedLabel("", "muted")
        self.empty = self.empty_state()
        self.buttons: dict[str, QPushButton] = {}
        self.stack = QStackedLayout()
        self.setFocusProxy(self.table)
        self._build()
        self._selected([])

    # What each screen says.

    def filters(self) -> Sequence[Filter]:
        """The filters, the first one chosen."""
        raise AssertionError("each screen names its filters")

    def columns(self) -> tuple[Column[Any], ...]:
        """The columns of the list."""
        raise AssertionError("each screen names its columns")

    def empty_state(self) -> EmptyState:
        """What is shown where nothing passes the filter."""
        raise AssertionError("each screen has an empty state")

    def empty_words(self, filter_key: str, has_any: bool) -> tuple[str, str]:
        """Headline and sentence of the empty state under a filter."""
        raise AssertionError("each screen says why it is empty")

    def tools(self) -> Sequence[tuple[str, str, Callable[[], None], str]]:
        """Key, label, what it does, and the button's kind; the first stand at the left."""
        raise AssertionError("each screen offers something")

    def refusals(self, chosen: Sequence[Any]) -> dict[str, str]:
        """By action key why it cannot be done with what is selected; empty where it can."""
        raise AssertionError("each screen says what can be done")

    def details_of(self, row: Any) -> Details:
        """What the pane says of a row."""
        raise AssertionError("each screen tells details")

    def open_current(self) -> None:
        """What Enter does with the current row."""
        raise AssertionError("each screen opens its records")

    # What they share.

    def _build(self) -> None:
        first, second = ToolbarRow(), ToolbarRow()
        first.add_left(self.filter, self.search)
        for key, label, run, kind in self.tools():
            made = button(label, run, kind)
            self.buttons[key] = made
            (first.add_right if kind in ("primary", "flat") else second.add_right)(made)
        second.left.addWidget(self.caption)
        listed = QWidget(self)
        row = QHBoxLayout(listed)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.table, 3)
        row.addWidget(self.details, 1)
        self.stack.addWidget(listed)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(first)
        column.addWidget(second)
        column.addLayout(self.stack, 1)

    def refresh(self, changes: Changes) -> None:
        """Read again when one of the records listed here changed."""
        if any(one.kind in self.records for one in changes):
            self.reload()

    def deactivate(self) -> bool:
        """Keep how the columns stand."""
        self.table.save_columns(self.context.settings, self.name)
        return True

    def show_rows(self, rows: Sequence[Any], caption: str) -> None:
        """Show what was read."""
        self.rows = tuple(rows)
        self.caption.setText(caption)
        self.table.records.set_records(self.rows)
        self._filter_chosen(self.filter.current)
        self._select_wanted()
        if self.table.records.rowCount() and not self.selected():
            self.table.selectRow(0)

    def open_record(self, record: object) -> None:
        """Show the record with this id, whatever the filter; also before the list has been read."""
        self._wanted = getattr(record, "record_id", record)
        self._select_wanted()
        self.table.setFocus()

    def selected(self) -> list[Any]:
        """The rows selected, from top to bottom."""
        return self.table.selected_records()

    def ask(self, dialog: FormDialog) -> None:
        """Open a form."""
        self.dialog = dialog
        dialog.open()

    def submit(
        self,
        doing: str,
        work: Callable[[], Performed[Any]],
        dialog: FormDialog | None,
        done: Callable[[Any], None] | None = None,
    ) -> None:
        """Do what a form asks for; a refusal stays in the form, beside what was typed."""
        submit_form(self.context, doing, work, dialog, self, done)

    def rules_command(self) -> Command:
        """Setting the deadlines and tolerances, offered on each of these screens."""
        return Command(RULES_LABEL, lambda: open_rules(self.context, self), "", self.title)

    def _select_wanted(self) -> None:
        if self._wanted is None or not any(row.id == self._wanted for row in self.rows):
            return
        if not self.table.select_key(self._wanted):
            last = list(self._filters)[-1]
            self.filter.choose(last)
            self._filter_chosen(last)
            self.table.select_key(self._wanted)
        self._wanted = None

    def _filter_chosen(self, key: str) -> None:
        self.table.records.set_condition(self._filters[key])
        self._show_front()

    def _searched(self, text: str) -> None:
        self.table.records.set_search(text)
        self._show_front()

    def _show_front(self) -> None:
        is_empty = not self.table.records.rowCount()
        if is_empty:
            if self.search.text().strip():
                words = ("Nothing found", "No record here holds every word of the search.")
            else:
                words = self.empty_words(self.filter.current, bool(self.rows))
            self.empty.set_texts(*words)
        self.stack.setCurrentIndex(1 if is_empty else 0)
        self._selected(self.selected())

    def _selected(self, chosen: Sequence[Any]) -> None:
        for key, reason in self.refusals(chosen).items():
            set_refusal(self.buttons[key], reason)
        if len(chosen) == 1:
            self.details.show_details(self.details_of(chosen[0]))
        elif chosen:
            self.details.show_details(Details(f"{len(chosen)} selected"))
        else:
            self.details.show_details(None)
        self.commands_changed.emit()
