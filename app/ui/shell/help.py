"""The keyboard help sheet and About."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.commands import Command, KeyHint
from app.ui.widgets import PlainLabel, button

HELP_WIDTH = 600
HELP_HEIGHT = 560
ABOUT_WIDTH = 420
OWN = "This screen"
"""The group of what names none."""


class KeyboardHelp(QDialog):
    """All shortcuts that hold now, in groups."""

    def __init__(
        self, commands: Sequence[Command], hints: Sequence[KeyHint] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keyboard")
        self.setMinimumSize(HELP_WIDTH, HELP_HEIGHT)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(6)
        for group, members in grouped(commands, hints).items():
            grid.addWidget(PlainLabel(group, "section"), grid.rowCount(), 0)
            for label, keys in members:
                row = grid.rowCount()
                grid.addWidget(PlainLabel(label), row, 0)
                grid.addWidget(PlainLabel(keys, "key"), row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(holder)
        _lay_out(self, "Keyboard", area)


def grouped(commands: Sequence[Command], hints: Sequence[KeyHint]) -> dict[str, list[tuple[str, str]]]:
    """What can be done by which keys, as a person reads them, by group: the screen's own come first."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for hint in hints:
        groups.setdefault(hint.group or OWN, []).append((hint.label, hint.keys))
    for command in commands:
        if command.shortcut:
            keys = QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            groups.setdefault(command.group or OWN, []).append((command.label, keys))
    return groups


class About(QDialog):
    """What this program is, its version, its database and its licences."""

    def __init__(self, version: str, database: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About Lockstep")
        self.setMinimumWidth(ABOUT_WIDTH)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for text, role in (
            ("The release coordinator's desk: windows, boards, sequences, packets and the record.", ""),
            (f"Version {version}", "muted"),
            (f"Database: {database}", "muted"),
            ("Lettering: Inter, SIL Open Font License 1.1. Toolkit: Qt, LGPL 3.", "small"),
        ):
            column.addWidget(PlainLabel(text, role, wraps=True, selectable=True))
        _lay_out(self, "Lockstep", holder)


def _lay_out(dialog: QDialog, title: str, content: QWidget) -> None:
    dialog.setAccessibleName(title)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(12)
    column.addWidget(PlainLabel(title, "title"))
    column.addWidget(content, 1)
    buttons = QHBoxLayout()
    buttons.addStretch(1)
    close = button("Close", dialog.accept, "primary", dialog)
    close.setDefault(True)
    buttons.addWidget(close)
    column.addLayout(buttons)
