"""A table with a column in which something is chosen, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QComboBox, QStyleOptionViewItem, QWidget

from app.ui.imports.tables import LinesModel, LinesTable
from app.ui.theme import Theme
from app.ui.widgets import RecordDelegate
from app.ui.widgets.records import RECORD_ROLE, Index

Choices = Callable[[Any], Sequence[tuple[str, str]]]
ARROW_SIZE = 12
BESIDE = 32
"""What a list of choices needs beside its widest one, in pixels: its padding and a bar to scroll by."""


class _CellChoice(QComboBox):
    """A choice in a cell, which lives as long as its list is open; `closed` tells that the list is not."""

    closed = Signal()

    def watch_list(self) -> None:
        """Notice that the list goes, however it does: by a choice, by Escape, by a click elsewhere."""
        self.view().window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell once all that the key or click did is done."""
        if event.type() == QEvent.Type.Hide:
            QTimer.singleShot(0, self, self.closed.emit)
        return super().eventFilter(watched, event)


class _ChoiceDelegate(RecordDelegate):
    """Paints a choice with an arrow, and lets it be made in a combo box in the cell."""

    def __init__(self, theme: Theme, column: int, choices: Choices, parent: QObject) -> None:
        super().__init__(theme, parent)
        self._column = column
        self._choices = choices

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, with an arrow where a choice can be made."""
        super().paint(painter, option, index)
        if index.column() == self._column:
            icon = self._theme.icon("chevron-down", "muted", ARROW_SIZE)
            top = option.rect.center().y() - ARROW_SIZE // 2
            left = option.rect.right() - ARROW_SIZE - 8
            icon.paint(painter, left, top, ARROW_SIZE, ARROW_SIZE)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A combo box of what may be chosen."""
        box = _CellChoice(parent)
        box.setMaxVisibleItems(14)
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        box.setAccessibleName(f"{title}: {index.sibling(index.row(), 0).data()}")
        for value, label in self._choices(index.data(RECORD_ROLE)):
            box.addItem(label, value)
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + BESIDE)
        box.activated.connect(self._chosen)
        box.closed.connect(self._given_up)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin at what holds now."""
        assert isinstance(editor, _CellChoice)
        editor.setCurrentIndex(max(0, editor.findText(str(index.data() or ""))))
        editor.showPopup()
        editor.watch_list()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell the table what was chosen."""
        assert isinstance(editor, QComboBox)
        table = self.parent()
        assert isinstance(table, ChoiceTable)
        table.chosen.emit(index.data(RECORD_ROLE), str(editor.currentData() or ""))

    def _chosen(self) -> None:
        self._end(is_chosen=True)

    def _given_up(self) -> None:
        self._end(is_chosen=False)

    def _end(self, is_chosen: bool) -> None:
        box = self.sender()
        if isinstance(box, _CellChoice):
            box.closed.disconnect(self._given_up)
            if is_chosen:
                self.commitData.emit(box)
            self.closeEditor.emit(box)


class ChoiceTable(LinesTable):
    """A table whose column `choice_column` is a choice; `chosen` carries the line and the new value.

    A click, F2 or Space opens the choice.
    """

    chosen = Signal(object, str)
    marks_cell = False

    def __init__(
        self, theme: Theme, model: LinesModel, name: str, choice_column: int, choices: Choices
    ) -> None:
        super().__init__(theme, model, name)
        self.choice_column = choice_column
        self._delegate = _ChoiceDelegate(theme, choice_column, choices, self)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 and Space open the choice of the row."""
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Space) and self.currentIndex().isValid():
            choice = self.lines.index(self.currentIndex().row(), self.choice_column)
            self.scrollTo(choice)
            self.edit(choice)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The keyboard comes back to the row; its list of choices has had it last."""
        super().closeEditor(editor, hint)
        self.setFocus()

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == self.choice_column:
            self.edit(index)
