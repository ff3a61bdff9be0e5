"""Fields of a change's form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from app.domain.changes import Change
from app.ui.widgets.scrolled import let_scroll_past


def line(text: str, placeholder: str = "") -> QLineEdit:
    """A line of text, shown from its beginning."""
    field = QLineEdit()
    field.setMaxLength(100_000)
    field.setText(text)
    field.setCursorPosition(0)
    field.setPlaceholderText(placeholder)
    return field


def date(change: Change) -> QDateEdit:
    """The deployment date; today where none is set."""
    field = QDateEdit()
    field.setCalendarPopup(True)
    let_scroll_past(field)
    field.setDisplayFormat("ddd d MMM yyyy")
    day = change.deployment_on
    field.setDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())
    return field


def when_changed(field: QWidget, changed: Callable[..., None]) -> None:
    """Have `changed` called when somebody changes what a field holds."""
    names = (
        "picked_changed",
        "textChanged",
        "currentTextChanged",
        "toggled",
        "valueChanged",
        "dateChanged",
    )
    for name in names:
        signal = getattr(field, name, None)
        if signal is not None:
            signal.connect(changed)
            return
