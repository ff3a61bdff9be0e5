"""Text as text: labels that never read markup, and chips that carry a sign and a word."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

SIGNS = {"met": "✓", "not_met": "✕", "waived": "!", "not_evaluated": "–", "critical": "▲"}
"""The sign of each tone; neutral and accent have none."""

SPOKEN = {"met": "met", "not_met": "not met", "waived": "waived", "not_evaluated": "not evaluated"}


def restyle(widget: QWidget) -> None:
    """Make the stylesheet look again at the properties of `widget`."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class PlainLabel(QLabel):
    """A label that shows text as it is, whatever it contains.

    `role` is one of the stylesheet's: title, headline, strong, section, muted, small, error, warning,
    met, not_met, code. `wraps` breaks lines; `selectable` lets the text be copied.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "",
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Show the text in another role."""
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)


class ElidedLabel(PlainLabel):
    """One line that ends in … when there is no room; the whole text is its tooltip then."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        self._whole = ""
        super().__init__(text, role, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show `text`."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def text(self) -> str:
        """The whole text."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.fontMetrics().horizontalAdvance("mmm…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self.ensurePolished()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        super().setText(shown)
        self.setToolTip("" if shown == self._whole else plain_tooltip(self._whole))


def plain_tooltip(text: str) -> str:
    """`text` as a tooltip that Qt shows literally, whatever it contains."""
    from html import escape

    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


class Chip(QLabel):
    """A small sign with a word: met, not_met, waived, not_evaluated, critical, accent or neutral."""

    def __init__(self, word: str = "", tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(word, tone)

    def show_state(self, word: str, tone: str = "neutral", why: str = "") -> None:
        """Show `word` in `tone`; `why` is its tooltip."""
        self.setText(chip_text(word, tone))
        self.setProperty("tone", tone)
        spoken = SPOKEN.get(tone)
        self.setAccessibleName(f"{word}: {spoken}" if spoken else word)
        self.setToolTip(plain_tooltip(why))
        restyle(self)


def chip_text(word: str, tone: str) -> str:
    """The word with the sign of its tone before it."""
    sign = SIGNS.get(tone)
    return f"{sign} {word}" if sign else word
