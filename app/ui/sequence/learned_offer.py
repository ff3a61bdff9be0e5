"""The line in an activity's panel that says what past nights teach, with the one step to use it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.sequencing.learning import Learned
from app.sequencing.model import Activity
from app.ui.widgets import PlainLabel, button, set_refusal


class LearnedOffer(QWidget):
    """ "typically 35 min (25 min to 50 min, 6 nights)" and a button; `used` says it was pressed."""

    used = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel("", "muted", self, wraps=True)
        self.use = button("Use", self.used.emit, "link", self)
        self.use.setAccessibleName("Use the duration of past nights")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.use)
        self.show_learned(None, None, "")

    def show_learned(self, activity: Activity | None, learned: Learned | None, closed: str) -> None:
        """Show what is known of an activity; `closed` says why nothing may be changed."""
        known = activity is not None and learned is not None
        self.use.setVisible(known)
        if activity is None or learned is None:
            self.words.setText("Not done on a night before.")
            return
        self.words.setText(learned.words[0].upper() + learned.words[1:])
        is_same = activity.duration_minutes == learned.median_minutes
        set_refusal(self.use, closed or ("It is planned so already." if is_same else ""))
