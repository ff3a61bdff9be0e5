"""A tab of the change's panel: blocks of plain text, chips and buttons, filled anew on each reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets import Chip, PlainLabel, button, hairline

Action = tuple[str, Callable[[], object]]


class Section(QWidget):
    """A column of blocks that can be cleared and filled again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(16, 12, 16, 16)
        self._outer.setSpacing(0)
        self._holder: QWidget | None = None
        self._column = QVBoxLayout()
        self._outer.addStretch(1)
        self.start()

    def start(self) -> None:
        """Forget the blocks shown so far."""
        if self._holder is not None:
            self._outer.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget(self)
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._outer.insertWidget(0, self._holder)

    def heading(self, text: str, *actions: Action) -> None:
        """A heading with buttons at its right."""
        row = QHBoxLayout()
        row.addWidget(PlainLabel(text, "section"), 1)
        for label, run in actions:
            row.addWidget(button(label, run, "link"))
        self._column.addSpacing(8)
        self._column.addLayout(row)

    def say(self, text: str, role: str = "") -> PlainLabel:
        """A paragraph of plain text."""
        label = PlainLabel(text, role, wraps=True, selectable=True)
        label.setSizePolicy(label.sizePolicy().horizontalPolicy(), label.sizePolicy().verticalPolicy())
        self._column.addWidget(label)
        return label

    def block(
        self,
        title: str,
        chip: tuple[str, str] | None = None,
        details: Iterable[tuple[str, str]] = (),
        actions: Iterable[Action] = (),
    ) -> None:
        """A titled block: a chip (word, tone), lines of (text, role), and buttons; a hairline below."""
        row = QHBoxLayout()
        row.setSpacing(8)
        if chip is not None:
            row.addWidget(Chip(*chip), 0, Qt.AlignmentFlag.AlignTop)
        name = PlainLabel(title, "strong", wraps=True, selectable=True)
        row.addWidget(name, 1)
        self._column.addSpacing(4)
        self._column.addLayout(row)
        for text, role in details:
            if text:
                self.say(text, role)
        buttons = list(actions)
        if buttons:
            line = QHBoxLayout()
            line.setSpacing(4)
            for label, run in buttons:
                line.addWidget(button(label, run, "link"))
            line.addStretch(1)
            self._column.addLayout(line)
        self._column.addWidget(hairline())

    def add(self, widget: QWidget) -> None:
        """Any widget below the others."""
        self._column.addWidget(widget)
