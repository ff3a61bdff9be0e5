"""One question at a time on the night: fast keys must not stack dialogs over each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.context import DeskContext

ANSWER_FIRST = "Answer the question that is open first, then press the key again."


def ask_alone(context: DeskContext, owner: QWidget, make: Callable[[QWidget], QDialog]) -> None:
    """Open the dialog that `make` builds on the owner's window; while another is open, say so instead."""
    window = owner.window()
    if any(dialog.isVisible() for dialog in window.findChildren(QDialog)):
        context.notify(ANSWER_FIRST, "waived")
        return
    dialog = make(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
