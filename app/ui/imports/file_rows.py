"""The file's own rows, always in view: every row and column as read, drawn as they are scrolled to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.importing.table import Table
from app.ui.imports.tables import Line, LinesModel, LinesTable
from app.ui.imports.texts import counted
from app.ui.texts import one_line
from app.ui.theme import Theme
from app.ui.widgets import ElidedLabel, PlainLabel

NUMBER_WIDTH = 64
LEAST_WIDTH, MOST_WIDTH, PADDING = 96, 320, 28
MEASURED_ROWS = 30


class FileRows(QFrame):
    """A panel with the name of the file and its rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LinesModel((), self)
        self.table = LinesTable(theme, self._model, "Rows of the file", self)
        self._name = ElidedLabel("", "strong")
        self._size = PlainLabel("", "small")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._size)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self._numbers: Sequence[int] = ()
        self._headers: Sequence[str] = ()
        self._shown: frozenset[int] = frozenset()

    def show_table(self, name: str, table: Table) -> None:
        """Show another file."""
        self._name.setText(name)
        self._size.setText(
            f"{counted(len(table.rows), 'row')} · {counted(len(table.headers), 'column')}, as they stand"
        )
        self._numbers = table.row_numbers
        places = range(len(table.rows))
        columns = [Line("Row", lambda place: str(table.row_numbers[place]), NUMBER_WIDTH, _muted)]
        for at, header in enumerate(table.headers):
            width = self._width(table, at)
            is_cut = width == MOST_WIDTH  # what is shown whole needs no more room
            columns.append(Line(one_line(header), _cell(table, at), width, self._tone(at), grows=is_cut))
        self._headers, self._shown = table.headers, frozenset()
        self._model.show_lines(places, columns)
        self.table.scrollToTop()

    def _width(self, table: Table, at: int) -> int:
        """The width of a column by its letters in the first rows, which needs no drawing, in pixels."""
        shown = range(min(MEASURED_ROWS, len(table.rows)))
        letters = max([len(table.headers[at]), *(len(one_line(table.rows[place][at])) for place in shown)])
        wanted = letters * self.table.fontMetrics().averageCharWidth() + PADDING
        return min(MOST_WIDTH, max(LEAST_WIDTH, wanted))

    def show_column(self, header: str) -> None:
        """Scroll to the columns of this name and let the others stand back; "" lets none stand out."""
        self._shown = frozenset(at for at, name in enumerate(self._headers) if name == header)
        if self._shown:
            row = max(0, self.table.rowAt(0))
            self.table.scrollTo(self._model.index(row, 1 + min(self._shown)))
        self.table.viewport().update()

    def _tone(self, at: int) -> Callable[[int], str]:
        return lambda _place: "muted" if self._shown and at not in self._shown else "text"

    def show_row(self, row_number: int) -> None:
        """Scroll to a row of the file by the number a spreadsheet shows; 0 marks none."""
        place = bisect_left(self._numbers, row_number)
        if not row_number:
            self.table.clearSelection()
        elif place < len(self._numbers):
            index = self._model.index(place, 0)
            self.table.selectRow(place)
            self.table.scrollTo(index)


def _muted(_place: int) -> str:
    return "muted"


def _cell(table: Table, at: int) -> Callable[[int], str]:
    return lambda place: one_line(table.rows[place][at])
