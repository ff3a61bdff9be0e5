"""The lists that arrived and wait, on the first page of the import: looked at one by one, or put aside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.imports.undo import PastImport
from app.ui.imports.draft import kind_label, shortened
from app.ui.imports.texts import NOTHING, counted, moment_text
from app.ui.imports.waiting import ArrivedList, imported_since
from app.ui.texts import one_line
from app.ui.theme import Theme
from app.ui.widgets import Column, PlainLabel, RecordModel, RecordTable, ToolbarRow, button, set_refusal

MOST_SHOWN = 4
"""How many rows are in view; more are scrolled to."""
MOST_NAME_WIDTH = 560
FRAME = 2
"""How wide a table's frame is, focused or not, in pixels."""


class WaitingPanel(QWidget):
    """`opened` carries the list to look at, `put_aside` one that is not wanted; hidden where none waits."""

    opened = Signal(object)
    put_aside = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._zone_name = theme, "UTC"
        self._imports: Sequence[PastImport] = ()
        self.title = PlainLabel("", "strong")
        self.look = button("Look at it", self._look)
        self.aside = button("Put aside", self._put_aside, tooltip="The file stays where it is.")
        head = ToolbarRow()
        head.add_left(self.title)
        head.add_right(self.aside, self.look)
        model: RecordModel[ArrivedList] = RecordModel(self._columns(), lambda one: str(one.path), self)
        self.table = RecordTable(theme, model, "Lists that arrived")
        self.table.record_opened.connect(self.opened)
        self.table.selection_changed.connect(self._selected)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.table)
        self.show_lists((), (), "UTC")

    def show_lists(self, lists: Sequence[ArrivedList], imports: Sequence[PastImport], zone_name: str) -> None:
        """Show the lists that wait, the newest first, with the imports there have been of them since, on the
        clocks of a zone."""
        self._imports, self._zone_name = imports, zone_name
        self.title.setText(
            f"{counted(len(lists), 'list')} arrived and {'waits' if len(lists) == 1 else 'wait'}"
        )
        self.table.records.set_records(tuple(reversed(lists)))
        rows = min(len(lists), MOST_SHOWN)
        header = self.table.horizontalHeader().sizeHint().height()
        around = 2 * FRAME
        self.table.setFixedHeight(header + rows * self._theme.space("row_height") + around)
        self.setVisible(bool(lists))
        if lists and not self.table.selected_records():
            self.table.selectRow(0)
        self._selected(self.table.selected_records())

    def _columns(self) -> list[Column[ArrivedList]]:
        return [
            Column(
                "list",
                "List",
                lambda one: shortened(one.path.name, 120),
                width=260,
                most_width=MOST_NAME_WIDTH,
            ),
            Column("what", "Taken for", _taken_for, width=200),
            Column("folder", "Folder", _folder, width=320, most_width=MOST_NAME_WIDTH),
            Column("at", "Arrived", self._when, lambda one: one.arrived_at, width=176),
            Column("since", "Imported since", self._since, width=200),
        ]

    def _since(self, one: ArrivedList) -> str:
        """Who imported a list of this name since it came: other desks may watch the same folder."""
        found = imported_since(one, self._imports)
        return NOTHING if found is None else f"by {one_line(found.imported_by, 60)}, import {found.id}"

    def _when(self, one: ArrivedList) -> str:
        return NOTHING if one.arrived_at is None else moment_text(one.arrived_at, self._zone_name)

    def _selected(self, lists: list[ArrivedList]) -> None:
        for one in (self.look, self.aside):
            set_refusal(one, "" if lists else "Select a list first.")

    def _look(self) -> None:
        for one in self.table.selected_records()[:1]:
            self.opened.emit(one)

    def _put_aside(self) -> None:
        for one in self.table.selected_records():
            self.put_aside.emit(one)


def _taken_for(one: ArrivedList) -> str:
    return "Found out when read" if one.kind == "auto" else kind_label(one.kind)


def _folder(one: ArrivedList) -> str:
    return shortened(str(one.path.parent), 120)
