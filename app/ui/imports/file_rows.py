"""The file's own rows, always in view: every row and column as read, drawn as they are scrolled to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from unicodedata import east_asian_width

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.importing.table import Table
from app.ui.imports.tables import WHOLE_ROW, Line, LinesModel, LinesTable
from app.ui.imports.texts import counted, naming_field
from app.ui.texts import one_line
from app.ui.theme import Theme
from app.ui.widgets import ElidedLabel, PlainLabel, plain_tooltip

NUMBER_WIDTH = 64
LEAST_WIDTH, MOST_WIDTH, PADDING = 96, 320, 28
MEASURED_ROWS, MEASURED_CELLS, MOST_MEASURED = 30, 10_000, 200
MOST_READ = 4_000
"""How many letters of a long cell can be read."""


class FileRows(QFrame):
    """A panel with the name of the file and its rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LinesModel((), self)
        self.table = LinesTable(theme, self._model, "Rows of the file", self)
        self._name = ElidedLabel("", "strong")
        self.size_words = PlainLabel("", "small")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self.size_words)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self._numbers: Sequence[int] = ()
        self._headers: Sequence[str] = ()
        self._letter_width = 0
        self._shown: frozenset[int] = frozenset()

    def show_table(self, name: str, table: Table) -> None:
        """Show another file."""
        self._name.setText(name)
        self.size_words.setText(size_words(table))
        self.size_words.setToolTip("" if table.as_it_stands else plain_tooltip("\n".join(table.warnings)))
        self._letter_width = self.table.fontMetrics().averageCharWidth()
        self._numbers = table.row_numbers
        places = range(len(table.rows))
        columns = [Line("Row", lambda place: str(table.row_numbers[place]), NUMBER_WIDTH, _muted, stays=True)]
        for at, header in enumerate(table.headers):
            width = self._width(table, at)
            is_cut = width == MOST_WIDTH  # what is shown whole needs no more room
            whole = _whole_cell(table, at)
            columns.append(
                Line(one_line(header), _cell(table, at), width, self._tone(at), tooltip=whole, grows=is_cut)
            )
        self._headers, self._shown = table.headers, frozenset()
        self._model.show_lines(places, columns)
        self.table.scrollToTop()

    def show_mapping(self, fields: Mapping[str, str]) -> None:
        """Keep the column in view, beside the numbers of the rows, by whose texts a person knows them."""
        naming = naming_field(fields.values())
        places = [at for at, header in enumerate(self._headers) if naming and fields.get(header) == naming]
        self.table.keep_in_view([0, *(1 + at for at in places[:1])])

    def _width(self, table: Table, at: int) -> int:
        """The width of a column by its letters in the first rows, which needs no drawing, in pixels."""
        measured = max(1, min(MEASURED_ROWS, MEASURED_CELLS // len(table.headers)))
        shown = range(min(measured, len(table.rows)))
        texts = (table.headers[at], *(one_line(table.rows[place][at]) for place in shown))
        letters = max(map(_letters, texts))
        wanted = letters * self._letter_width + PADDING
        return min(MOST_WIDTH, max(LEAST_WIDTH, wanted))

    def show_column(self, header: str) -> None:
        """Scroll to the columns of this name and let the others stand back; "" lets none stand out."""
        self._show_columns(frozenset(at for at, name in enumerate(self._headers) if name == header))

    def _show_columns(self, shown: frozenset[int]) -> None:
        self._shown = shown
        if shown:
            self.table.scroll_to_column(1 + min(shown))
        self.table.viewport().update()

    def _tone(self, at: int) -> Callable[[int], str]:
        return lambda _place: "muted" if self._shown and at not in self._shown else "text"

    def show_row(self, row_number: int, headers: Sequence[str] = ()) -> None:
        """Bring a row of the file into view, by the number a spreadsheet shows, and the keyboard to it for
        when it comes here; 0 marks none. Columns of these names stand out, and the first is scrolled to.
        """
        place = bisect_left(self._numbers, row_number)
        wanted = frozenset(at for at, name in enumerate(self._headers) if name in headers)
        if not row_number or place >= len(self._numbers):
            self.table.clearSelection()
            self.table.point_at_cell(False)
            self._show_columns(wanted)
            return
        column = 1 + min(wanted) if wanted else max(0, self.table.currentIndex().column())
        across = self.table.horizontalScrollBar()
        before = across.value()
        self.table.selectionModel().setCurrentIndex(self._model.index(place, column), WHOLE_ROW)
        self.table.scrollTo(self.table.currentIndex())
        if not wanted:
            across.setValue(before)
        self.table.point_at_cell(bool(wanted))
        self._show_columns(wanted)


def size_words(table: Table) -> str:
    """How long and wide a list is, and whether its cells are those of the file."""
    how = "as they stand"
    if not table.as_it_stands:
        how = "as read; what was set right is noted" if table.warnings else "as read"
    return f"{counted(len(table.rows), 'row')} · {counted(len(table.headers), 'column')}, {how}"


def _letters(text: str) -> int:
    """How many letters of usual width a text takes: those of East Asia take two."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text[:MOST_MEASURED])


def _muted(_place: int) -> str:
    return "muted"


def _cell(table: Table, at: int) -> Callable[[int], str]:
    return lambda place: one_line(table.rows[place][at])


def _whole_cell(table: Table, at: int) -> Callable[[int], str]:
    return lambda place: table.rows[place][at][:MOST_READ].strip()
