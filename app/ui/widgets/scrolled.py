"""What scroll areas need: changing what one shows, and fields that the wheel scrolls past."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def replace_content(area: QScrollArea, content: QWidget) -> None:
    """Show other content; the old is deleted once the event under way is over.

    It may be one of its own widgets that asks for the change, and Qt would come back to a deleted widget.
    """
    before = area.takeWidget()
    if before is not None:
        before.hide()
        before.deleteLater()
    area.setWidget(content)


def let_scroll_past(field: QWidget) -> None:
    """Leave the wheel over a field to the page: who scrolls past a value does not mean to change it."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_WheelPast(field))


class _WheelPast(QObject):
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()  # so that it goes on to what the field lies in
        return True
