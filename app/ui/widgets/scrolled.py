"""Changing what a scroll area shows."""

from __future__ import annotations

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
