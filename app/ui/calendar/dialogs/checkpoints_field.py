"""A field of a series' checkpoints: name, days before, cutoff, meeting, final, and the criteria of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QSpinBox, QTimeEdit, QVBoxLayout, QWidget

from app.domain.gates import CriterionSpec
from app.domain.windows import CheckpointRule
from app.ui.calendar.dialogs.criteria_dialog import CriteriaDialog
from app.ui.theme import Theme
from app.ui.widgets import IconButton, PlainLabel, button, inset

HEADINGS = ("Name", "Days before", "Cutoff", "Meeting", "Final", "Criteria", "")


class CheckpointsField(QWidget):
    """Edits checkpoints in rows; `value_changed` says that something is different."""

    value_changed = Signal()

    def __init__(self, theme: Theme, rules: Sequence[CheckpointRule], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rules = list(rules)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.add_button = button("Add checkpoint", self.add, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._build()

    def field_value(self) -> tuple[CheckpointRule, ...]:
        """The checkpoints as they stand."""
        return tuple(self._rules)

    def problem(self) -> str:
        """What is wrong with them, or nothing."""
        names = [rule.name.strip().casefold() for rule in self._rules]
        if not all(names):
            return "Every checkpoint needs a name."
        if len(set(names)) < len(names):
            return "Two checkpoints have the same name."
        return ""

    def show_rules(self, rules: Sequence[CheckpointRule]) -> None:
        """Show other checkpoints instead."""
        self._rules = list(rules)
        self._changed_shape()

    def add(self) -> None:
        """Add a checkpoint, three days before the window."""
        self._rules.append(CheckpointRule("", 3, time(12), time(13)))
        self._changed_shape()

    def set_criteria(self, row: int, criteria: tuple[CriterionSpec, ...]) -> None:
        """Give a checkpoint other criteria."""
        self._rules[row] = replace(self._rules[row], criteria=criteria)
        self._changed_shape()

    def edit_criteria(self, row: int) -> CriteriaDialog:
        """Open the criteria of a checkpoint."""
        rule = self._rules[row]
        dialog = CriteriaDialog(
            self._theme, rule.name, rule.criteria, lambda made: self.set_criteria(row, made), self
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _changed_shape(self) -> None:
        self._build()
        self.value_changed.emit()

    def _remove(self, row: int) -> None:
        del self._rules[row]
        self._changed_shape()

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, words in enumerate(HEADINGS if self._rules else ()):
            self._grid.addWidget(PlainLabel(words, "small"), 0, place)
        for row in range(len(self._rules)):
            self._build_row(row)

    def _build_row(self, row: int) -> None:
        rule = self._rules[row]
        name = QLineEdit(rule.name)
        name.setAccessibleName(f"Checkpoint {row + 1}: name")
        name.textChanged.connect(lambda text: self._set(row, name=text))
        days = QSpinBox()
        inset(days)
        days.setRange(0, 60)
        days.setValue(rule.days_before)
        days.setAccessibleName(f"{rule.name}: days before the window")
        days.valueChanged.connect(lambda value: self._set(row, days_before=value))
        cutoff = _time_edit(rule.cutoff, f"{rule.name}: cutoff")
        cutoff.timeChanged.connect(lambda value: self._set(row, cutoff=_time_of(value)))
        meeting = _time_edit(rule.meeting, f"{rule.name}: meeting")
        meeting.timeChanged.connect(lambda value: self._set(row, meeting=_time_of(value)))
        final = QCheckBox()
        final.setChecked(rule.is_final)
        final.setAccessibleName(f"{rule.name} is the final checkpoint")
        final.toggled.connect(lambda checked: self._set_final(row, checked))
        criteria = button(f"{len(rule.criteria)}…", lambda: self.edit_criteria(row))
        criteria.setAccessibleName(f"Criteria of {rule.name}")
        gone = IconButton(self._theme, "trash", f"Remove {rule.name}", lambda: self._remove(row))
        for place, widget in enumerate((name, days, cutoff, meeting, final, criteria, gone)):
            self._grid.addWidget(widget, row + 1, place)

    def _set(self, row: int, **values: object) -> None:
        self._rules[row] = replace(self._rules[row], **values)  # type: ignore[arg-type]
        self.value_changed.emit()

    def _set_final(self, row: int, checked: bool) -> None:
        for place, rule in enumerate(self._rules):
            self._rules[place] = replace(rule, is_final=checked and place == row)
        self._changed_shape()


def _time_edit(value: time, name: str) -> QTimeEdit:
    field = QTimeEdit(QTime(value.hour, value.minute))
    field.setDisplayFormat("HH:mm")
    field.setMinimumWidth(76)
    inset(field)
    field.setAccessibleName(name)
    return field


def _time_of(value: QTime) -> time:
    return time(value.hour(), value.minute())
