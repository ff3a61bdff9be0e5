"""A question before something that cannot simply be undone, with the reason where one is owed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.widgets.buttons import button, set_refusal
from app.ui.widgets.dialogs import FittedDialog
from app.ui.widgets.forms import press_with_ctrl_enter, text_area
from app.ui.widgets.labels import PlainLabel

CONFIRM_WIDTH = 440


class ConfirmDialog(FittedDialog):
    """Asks once; `confirmed` carries the reason typed (empty where none was asked for)."""

    confirmed = Signal(str)

    def __init__(
        self,
        title: str,
        sentence: str,
        confirm_label: str,
        parent: QWidget | None = None,
        *,
        is_dangerous: bool = False,
        reason_label: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(CONFIRM_WIDTH)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self._reason: QPlainTextEdit | None = None
        self.cancel = button("Cancel", self.reject, parent=self)  # before the other one, as Tab goes
        self.confirm = button(confirm_label, self._confirm, "danger" if is_dangerous else "primary", self)
        press_with_ctrl_enter(self, self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(title, "title", wraps=True))
        column.addWidget(PlainLabel(sentence, wraps=True, selectable=True))
        if reason_label:
            self._reason = text_area(lines=3)
            self._reason.setAccessibleName(reason_label)
            self._reason.textChanged.connect(self._judge)
            column.addWidget(PlainLabel(reason_label, "strong"))
            column.addWidget(self._reason)
            self._reason.setFocus()
        else:  # a second Enter must not confirm what cannot be taken back
            (self.cancel if is_dangerous else self.confirm).setFocus()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.confirm)
        self._buttons = buttons
        column.addLayout(buttons)
        self._judge()

    @property
    def reason(self) -> str:
        """The reason typed."""
        return "" if self._reason is None else self._reason.toPlainText().strip()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        title: str,
        sentence: str,
        confirm_label: str,
        confirmed: Callable[[str], None],
        *,
        is_dangerous: bool = False,
        reason_label: str = "",
    ) -> ConfirmDialog:
        """Ask without stopping the program; `confirmed(reason)` is called when the person agrees."""
        dialog = cls(
            title, sentence, confirm_label, parent, is_dangerous=is_dangerous, reason_label=reason_label
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(confirmed)
        dialog.open()
        return dialog

    def offer_instead(self, label: str, chosen: Callable[[], object]) -> QPushButton:
        """A third way out, at the left of the two; `chosen` is called when the person takes it."""

        def take() -> None:
            self.accept()
            chosen()

        other = button(label, take, parent=self)
        self._buttons.insertWidget(0, other)
        return other

    def _judge(self) -> None:
        is_owed = self._reason is not None and not self.reason
        set_refusal(self.confirm, "Say why first." if is_owed else "")

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit(self.reason)
