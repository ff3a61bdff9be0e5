"""A combo box that ends a choice too long for it with an ellipsis, and tells the whole one as a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from app.ui.widgets.labels import plain_tooltip
from app.ui.widgets.scrolled import let_scroll_past


class ElidingComboBox(QComboBox):
    """Style sheets cut the text of a narrow combo box at a letter; this one says that there is more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        let_scroll_past(self)

    def shown_text(self) -> str:
        """The chosen item as it is painted: whole, or as much as fits with an ellipsis."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self._elided(option)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, arrow and the text that fits."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self._elided(option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        """Before a tooltip shows: the whole text where it is cut and nothing else is told."""
        if event.type() == QEvent.Type.ToolTip and not self.toolTip():
            whole = self.currentText()
            if self.shown_text() != whole:
                self.setToolTip(plain_tooltip(whole))
                shown = super().event(event)
                self.setToolTip("")
                return shown
        return super().event(event)

    def _elided(self, option: QStyleOptionComboBox) -> str:
        area = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = area.width() - 2
        return option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
