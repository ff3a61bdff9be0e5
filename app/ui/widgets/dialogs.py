"""What the dialogs that ask and tell have in common."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog


class FittedDialog(QDialog):
    """A dialog just as high as its wrapped texts need; by itself Qt reckons with narrower lines."""

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that fits once fonts and width are known."""
        super().showEvent(event)
        self.fit_height()

    def fit_height(self) -> None:
        """Be as high as needed at the present width."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
