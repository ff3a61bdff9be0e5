"""Dialogs with labelled fields: messages stand beside their fields, and OK says why it cannot be pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets.buttons import Segmented, button, set_refusal
from app.ui.widgets.eliding_combo import ElidingComboBox
from app.ui.widgets.fields import DurationEdit, InstantEdit, inset
from app.ui.widgets.labels import PlainLabel, restyle
from app.ui.widgets.pick_many import PickMany
from app.ui.widgets.scrolled import let_scroll_past

FORM_WIDTH = 560
MOST_HEIGHT = 640
AROUND_FIELDS = 240  # title, refusal, buttons and the window's own frame
LEAST_FIELDS = 120  # of the fields that stays when a refusal takes the room
SIDES = 48  # the margins at the left and right
LABEL_SPACING = 4


def combo(choices: list[tuple[object, str]], chosen: object = None, name: str = "") -> QComboBox:
    """A combo box of (value, label); its value is the chosen item's."""
    made = ElidingComboBox()
    made.setAccessibleName(name)
    for value, label in choices:
        made.addItem(label, value)
    place = next((place for place, (value, _) in enumerate(choices) if value == chosen), 0)
    made.setCurrentIndex(place)
    return made


def text_area(text: str = "", lines: int = 4, placeholder: str = "") -> QPlainTextEdit:
    """A field of several lines of plain text; Tab leaves it."""
    made = QPlainTextEdit()
    made.setPlainText(text)
    made.setPlaceholderText(placeholder)
    made.setTabChangesFocus(True)
    made.setFixedHeight(lines * made.fontMetrics().lineSpacing() + 20)
    return made


def press_with_ctrl_enter(dialog: QDialog, ok: QPushButton) -> None:
    """Let Ctrl+Enter press a dialog's button; Enter alone begins a line in a field of several."""
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(keys), dialog, ok.click)


def value_of(field: QWidget) -> Any:
    """What a field holds: text, number, date, time, instant, minutes, key or keys.

    A field of a screen's own answers by a method `field_value` and tells changes by `value_changed`.
    """
    own = getattr(field, "field_value", None)
    if own is not None:
        return own()
    readers: list[tuple[type[QWidget], Callable[[Any], Any]]] = [
        (DurationEdit, lambda one: one.minutes),
        (InstantEdit, lambda one: one.instant),
        (PickMany, lambda one: one.picked),
        (Segmented, lambda one: one.current),
        (QLineEdit, lambda one: one.text().strip()),
        (QPlainTextEdit, lambda one: one.toPlainText().strip()),
        (QComboBox, lambda one: one.currentData() if not one.isEditable() else one.currentText().strip()),
        (QCheckBox, lambda one: one.isChecked()),
        (QSpinBox, lambda one: one.value()),
        (QDoubleSpinBox, lambda one: one.value()),
        (QTimeEdit, lambda one: one.time().toPython()),
        (QDateEdit, lambda one: one.date().toPython()),
    ]
    for kind, read in readers:
        if isinstance(field, kind):
            return read(field)
    raise TypeError(f"A form cannot read a {type(field).__name__}; give it a field of app.ui.widgets.")


def _connect_change(field: QWidget, changed: Callable[[], None]) -> None:
    names = (
        "value_changed", "instant_changed", "picked_changed", "chosen", "textChanged", "currentTextChanged",
        "toggled", "valueChanged", "timeChanged", "dateChanged",
    )  # fmt: skip
    for name in names:
        signal = getattr(field, name, None)
        if signal is not None:
            signal.connect(changed)
            return


@dataclass(slots=True)
class _Row:
    """One field of a form with its label and the place of its message."""

    key: str
    label: str
    field: QWidget
    message: PlainLabel
    check: Callable[[Any], str] | None
    is_required: bool
    parts: tuple[QWidget, ...] = ()
    was_touched: bool = False
    is_shown: bool = True

    def problem(self) -> str:
        """What is wrong with the field, or nothing."""
        value = value_of(self.field)
        own = getattr(self.field, "problem", None)
        if own is not None and (text := own()):
            return str(text)
        if self.is_required and value in ("", None, ()):
            return f"{self.label} is missing."
        return self.check(value) if self.check is not None else ""

    def show(self, problem: str) -> None:
        """Show `problem` beside the field."""
        self.message.setText(problem)
        self.message.setVisible(bool(problem))
        self.field.setProperty("invalid", bool(problem))
        restyle(self.field)


class FormDialog(QDialog):
    """A dialog of fields; `values()` gives them by key.

    Without `submit`, OK accepts. With it, OK hands the values to `submit` and waits: call `accept()`
    when it worked, or `refuse(message, problems)` to show why not and let the person mend it.
    """

    def __init__(
        self,
        title: str,
        ok_label: str = "Save",
        submit: Callable[[dict[str, Any]], None] | None = None,
        parent: QWidget | None = None,
        *,
        intro: str = "",
        width: int = FORM_WIDTH,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(width)
        self._rows: list[_Row] = []
        self._submit = submit
        self._begin_at = ""
        self._is_busy = False
        self._messages: tuple[str, ...] = ()
        self._fields = QVBoxLayout()
        self._fields.setSpacing(12)
        self._refusal = PlainLabel("", "error", wraps=True, selectable=True)
        self._refusal.hide()
        self._reason = PlainLabel("", "small", wraps=True)
        self.ok = button(ok_label, self._ok_clicked, "primary", self)
        self.ok.setAutoDefault(True)
        self.ok.setDefault(True)
        self.cancel = button("Cancel", self.reject, parent=self)
        press_with_ctrl_enter(self, self.ok)
        self._lay_out(title, intro)

    def begin_at(self, key: str) -> None:
        """Open with the keyboard in the field named `key`, where those before it are filled already."""
        self._begin_at = key

    def add_field(
        self,
        key: str,
        label: str,
        field: QWidget,
        *,
        hint: str = "",
        required: bool = False,
        check: Callable[[Any], str] | None = None,
    ) -> QWidget:
        """Add `field` below the others; `check(value)` gives a message or nothing. Returns the field."""
        if isinstance(field, QAbstractSpinBox):
            inset(field)
        elif isinstance(field, QComboBox):
            let_scroll_past(field)
        message = PlainLabel("", "error", wraps=True)
        message.hide()
        parts: list[QWidget] = [field]
        if not isinstance(field, QCheckBox):
            name = PlainLabel(label, "strong")
            name.setBuddy(field)
            parts.insert(0, name)
        field.setAccessibleName(label)
        if hint:
            parts.append(PlainLabel(hint, "small", wraps=True))
            field.setAccessibleDescription(hint)
        row = _Row(key, label, field, message, check, required, tuple(parts))
        box = QVBoxLayout()
        box.setSpacing(LABEL_SPACING)
        for part in (*parts, message):
            box.addWidget(part)
        self._fields.addLayout(box)
        self._rows.append(row)
        _connect_change(field, lambda *_: self._touched(row))
        self._judge()
        return field

    def field(self, key: str) -> QWidget:
        """The field named `key`; raises KeyError."""
        return {row.key: row.field for row in self._rows}[key]

    def show_field(self, key: str, is_shown: bool) -> None:
        """Show the field named `key`, or leave it out with its message; it keeps what it holds."""
        row = next(row for row in self._rows if row.key == key)
        row.is_shown = is_shown
        for part in row.parts:
            part.setVisible(is_shown)
        row.message.setVisible(is_shown and bool(row.message.text()))
        self._grow()
        self._judge()

    def show_problem(self, key: str) -> None:
        """Show what is wrong with the field named `key` before anybody has touched it."""
        self._touched(next(row for row in self._rows if row.key == key))

    def values(self) -> dict[str, Any]:
        """What every field holds, by key."""
        return {row.key: value_of(row.field) for row in self._rows}

    def refuse(self, message: str, problems: tuple[str, ...] = ()) -> None:
        """Show why the values were not taken, and let the person mend them."""
        self._is_busy = False
        self._refusal.setText("\n".join((message, *(one for one in problems if one != message))))
        self._refusal.show()
        self._judge()
        QTimer.singleShot(0, self, self._stay_on_screen)

    def _lay_out(self, title: str, intro: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(PlainLabel(title, "title", wraps=True))
        if intro:  # among the fields, so that all of a long one can be scrolled to
            self._fields.addWidget(PlainLabel(intro, "muted", wraps=True))
        holder = QWidget()
        filled = QVBoxLayout(holder)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(0)
        filled.addLayout(self._fields)
        filled.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding))
        self._fields.setContentsMargins(2, 2, 12, 2)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(holder)
        column.addWidget(self._area, 1)
        column.addWidget(self._refusal)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._reason, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        column.addLayout(buttons)

    def showEvent(self, event: Any) -> None:
        """Grow to what the fields need, before the dialog is placed.

        Growing once it is on the screen may lose its place to the window manager's own.
        """
        self._grow()
        if (layout := self.layout()) is not None:
            layout.activate()
            self.resize(self.size().expandedTo(self.minimumSizeHint()))
        super().showEvent(event)
        if self._rows:
            first = next((row for row in self._rows if row.key == self._begin_at), self._rows[0])
            first.field.setFocus()
            self._area.ensureWidgetVisible(first.field)

    def _grow(self) -> None:
        self._fields.invalidate()  # rows left out since must not count
        self._fields.activate()
        wanted = self._fields.sizeHint().height()
        if self._fields.hasHeightForWidth():
            wanted = self._fields.heightForWidth(max(self.width(), self.minimumWidth()) - SIDES)
        most = min(MOST_HEIGHT, self.screen().availableGeometry().height() - AROUND_FIELDS)
        policy = Qt.ScrollBarPolicy
        # A bar that is about to go must not wrap the texts first, which would keep it there.
        self._area.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if wanted + 4 <= most else policy.ScrollBarAsNeeded
        )
        self._area.setMinimumHeight(min(wanted + 4, most))

    def _make_room(self) -> None:
        """Grow to what the messages need, and stay on the screen."""
        self._grow()
        self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """Grow by a refusal, and move up when that made the dialog so high that its buttons left the screen.

        Where the screen is not high enough the fields give way: they can be scrolled.
        """
        room = self.screen().availableGeometry()
        if (layout := self.layout()) is not None:
            layout.activate()
            frame = max(self.frameGeometry().height() - self.height(), 0)
            wanted, most = layout.totalHeightForWidth(self.width()), room.height() - frame
            if wanted > most:
                least = max(self._area.minimumHeight() - (wanted - most), LEAST_FIELDS)
                self._area.setMinimumHeight(least)
            if min(wanted, most) > self.height():
                self.resize(self.width(), min(wanted, most))
        below = self.frameGeometry().bottom() - room.bottom()
        if below > 0:
            self.move(self.x(), max(room.top(), self.y() - below))

    def _touched(self, row: _Row) -> None:
        row.was_touched = True
        self._refusal.hide()
        self._judge()

    def _judge(self) -> None:
        problems = []
        for row in self._rows:
            problem = row.problem() if row.is_shown else ""
            if problem:
                problems.append(problem)
            if row.was_touched and row.is_shown:
                row.show(problem)
        messages = tuple(row.message.text() for row in self._rows)
        if messages != self._messages and self.isVisible():
            QTimer.singleShot(0, self, self._make_room)
        self._messages = messages
        reason = problems[0] if problems else ""
        self._reason.setText(reason)
        set_refusal(self.ok, "Saving…" if self._is_busy else reason)

    def _ok_clicked(self) -> None:
        if self._submit is None:
            self.accept()
            return
        self._is_busy = True
        self._judge()
        self._submit(self.values())
