"""What a list leaves out because all of it is of one: asked once, above the columns."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.importing.fields import SAID_ONCE, field_named
from app.importing.mapping import Mapping
from app.ui.widgets import Chip, PlainLabel

FIELD_WIDTH = 240
EXAMPLES = {"ci": "for example db01", "change_key": "for example CHG-1024", "environment": "for example Test"}


class SaidOnce(QFrame):
    """A question for each field that no column of the list feeds; `said` carries the field and the answer."""

    said = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(8)
        self._questions: QWidget | None = None
        self._answers: dict[str, QLineEdit] = {}
        self._chips: dict[str, Chip] = {}
        self.hide()

    def answer(self, field: str) -> QLineEdit:
        """Where the answer for a field is written."""
        return self._answers[field]

    def first_open(self) -> QLineEdit | None:
        """The first answer that is still wanted, if any."""
        return next((one for one in self._answers.values() if not one.text().strip()), None)

    def show_mapping(self, mapping: Mapping) -> None:
        """Ask for what the mapping leaves out; questions that are asked already stay as they are."""
        fed = set(mapping.columns.values())
        fields = [name for name in SAID_ONCE.get(mapping.kind, ()) if name not in fed]
        if fields != list(self._answers):
            self._ask(mapping.kind, fields)
        for name, box in self._answers.items():
            text = mapping.constants.get(name, "")
            if box.text().strip() != text:
                box.setText(text)
            self._show_state(name, text)
        self.setVisible(bool(fields))

    def _ask(self, kind: str, fields: list[str]) -> None:
        if self._questions is not None:
            self._questions.hide()
            self._questions.deleteLater()
        self._questions, self._answers, self._chips = QWidget(), {}, {}
        questions = QGridLayout(self._questions)  # the answers stand below each other
        questions.setContentsMargins(0, 0, 0, 0)
        questions.setHorizontalSpacing(12)
        questions.setVerticalSpacing(8)
        questions.setColumnStretch(3, 1)
        self._column.addWidget(self._questions)
        for name in fields:
            field = field_named(kind, name)
            label = field.label if field is not None else name
            box = QLineEdit()
            box.setAccessibleName(f"{label} of all rows")
            box.setPlaceholderText(EXAMPLES.get(name, ""))
            box.setFixedWidth(FIELD_WIDTH)
            box.textEdited.connect(lambda text, name=name: self._said(name, text))
            self._answers[name], self._chips[name] = box, Chip()
            caption = PlainLabel(f"No column holds “{label}”. All rows are of:")
            caption.setBuddy(box)
            row = questions.rowCount()
            questions.addWidget(self._chips[name], row, 0, Qt.AlignmentFlag.AlignVCenter)
            questions.addWidget(caption, row, 1)
            questions.addWidget(box, row, 2)

    def _said(self, name: str, text: str) -> None:
        self._show_state(name, text.strip())
        self.said.emit(name, text.strip())

    def _show_state(self, name: str, text: str) -> None:
        self._chips[name].show_state(*(("Answered", "met", "") if text else ("Please answer", "waived", "")))
