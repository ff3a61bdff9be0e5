"""Asking how dates are read that can be read two ways, wherever the column that holds them is seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.importing.times.orders import DateOrder
from app.ui.imports import guesses
from app.ui.imports.draft import Draft, shortened
from app.ui.widgets import Chip, ElidedLabel, combo

QUESTION_WIDTH = 300
_AWAY = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class DateQuestion(QFrame):
    """One column; `answered` carries its header and the order.

    `looked_at` carries the header when the keyboard comes to the choice, and "" when it leaves.
    """

    answered = Signal(str, str)
    looked_at = Signal(str)

    def __init__(self, draft: Draft, header: str, order: DateOrder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert draft.mapping is not None
        self.setProperty("role", "panel")
        self._header = header
        is_answered = header in draft.answered | draft.following or not order.is_ambiguous
        chip = Chip()
        chip.show_state(*guesses.order_state(draft, header, order.is_ambiguous))
        question = f"“{shortened(order.example, 30)}” in “{shortened(header, 40)}” can be read two ways."
        choices: list[tuple[object, str]] = [] if is_answered else [("", "Choose…")]
        choices += [(name, guesses.reading_of(order.example, name)) for name in ("dmy", "mdy")]
        chosen = draft.mapping.date_orders.get(header, "") if is_answered else ""
        self.box: QComboBox = combo(choices, chosen, f"Order of the dates in {header}")
        self.box.setMinimumWidth(QUESTION_WIDTH)
        self.box.activated.connect(self._chosen)
        self.box.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(chip)
        row.addWidget(ElidedLabel(question), 1)
        row.addWidget(self.box)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the keyboard comes and goes; to its open list or another window it does not go."""
        if isinstance(event, QFocusEvent) and (event.gotFocus() or event.reason() not in _AWAY):
            self.looked_at.emit(self._header if event.gotFocus() else "")
        return super().eventFilter(watched, event)

    def _chosen(self) -> None:
        if self.box.currentData():
            self.answered.emit(self._header, self.box.currentData())


class DateQuestions(QWidget):
    """The questions about columns that became dates as they were mapped, one below the other; hidden where
    there is none. `answered` and `looked_at` are those of each."""

    answered = Signal(str, str)
    looked_at = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._asked: tuple[object, ...] = ()
        self._questions: dict[str, DateQuestion] = {}
        self.hide()

    def box(self, header: str) -> QComboBox:
        """The choice for a column."""
        return self._questions[header].box

    def first_open(self) -> QComboBox | None:
        """The first that is not answered, if any."""
        return next((one.box for one in self._questions.values() if not one.box.currentData()), None)

    def show_draft(self, draft: Draft, headers: Sequence[str]) -> None:
        """Ask about these columns; questions that stand as they did stay as they are."""
        assert draft.mapping is not None
        orders = draft.mapping.date_orders
        asked = tuple(
            (one, orders.get(one), one in draft.answered, one in draft.following) for one in headers
        )
        if asked == self._asked:
            return
        self._asked = asked
        focused = next((header for header, one in self._questions.items() if one.box.hasFocus()), "")
        for one in self._questions.values():
            one.hide()
            one.deleteLater()
        self._questions = {one: DateQuestion(draft, one, draft.date_orders[one]) for one in headers}
        for question in self._questions.values():
            question.answered.connect(self.answered)
            question.looked_at.connect(self.looked_at)
            self._column.addWidget(question)
        self.setVisible(bool(headers))
        if focused in self._questions:
            self._questions[focused].box.setFocus()
