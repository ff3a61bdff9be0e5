"""One line about the mapping that was remembered, and a link for whoever does not want it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.services.imports.dry import Understood
from app.services.imports.profiles import UNDONE
from app.ui.widgets import PlainLabel, button

_AS_LAST = "Mapped as when a list with these columns was last imported."


class MemoryLine(QWidget):
    """Says whose mapping a list has: its own of last time, which `link` forgets, or that of a list with
    nearly these columns, in whose place `link` has it guessed anew."""

    def __init__(self, understood: Understood, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        is_own, nearly = understood.is_remembered, understood.nearly
        self.link: QPushButton = button("Forget that mapping" if is_own else "Guess anew", None, "link")
        told = _AS_LAST if is_own or nearly is None else nearly.told
        if understood.was_undone:
            told = UNDONE
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(PlainLabel(told, "muted", wraps=not is_own), 0 if is_own else 1)
        row.addWidget(self.link)
        if is_own:
            row.addStretch(1)
