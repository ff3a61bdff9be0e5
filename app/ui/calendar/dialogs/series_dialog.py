"""The dialog of a window series: recurrence, local times, zone, capacity, checkpoints and their criteria."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

from PySide6.QtCore import QDate, QSignalBlocker, QTime
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QTimeEdit, QWidget

from app.domain.recurrence import rule_problem
from app.domain.schedule import default_checkpoints
from app.domain.windows import WindowSeries
from app.ui.calendar.dialogs.checkpoints_field import CheckpointsField
from app.ui.calendar.dialogs.recurrence import CUSTOM, next_days, next_days_words, plain_choices
from app.ui.calendar.dialogs.window_dialog import number
from app.ui.calendar.dialogs.zones import zone_check, zone_field
from app.ui.theme import Theme
from app.ui.widgets import FormDialog, text_area

WIDTH = 700


class SeriesDialog(FormDialog):
    """A new or changed series; the plain choices write the rule, and the rule can be written as well."""

    def __init__(
        self,
        theme: Theme,
        series: WindowSeries,
        today: date,
        submit: Callable[[WindowSeries, str], None],
        parent: QWidget | None = None,
    ) -> None:
        intro = "Windows with recorded work, and those that are over, stay as they are." if series.id else ""
        title = "Edit window series" if series.id else "New window series"
        label = "Save series" if series.id else "Create series"
        super().__init__(title, label, self._submit_values, parent, intro=intro, width=WIDTH)
        self._series = series
        self._today = today
        self._taken = submit
        self._weekday = series.first_day.isoweekday()
        self.add_field("name", "Name", QLineEdit(series.name), required=True, hint="Such as Weekly release.")
        self._first_day = QDateEdit(
            QDate(series.first_day.year, series.first_day.month, series.first_day.day)
        )
        self._first_day.setCalendarPopup(True)
        self._first_day.setDisplayFormat("ddd d MMM yyyy")
        self.add_field("first_day", "First day", self._first_day)
        self._pattern = QComboBox()
        self.add_field("pattern", "Recurs", self._pattern)
        self._rule = QLineEdit(series.rule)
        self.add_field("rule", "Rule", self._rule, required=True, check=self._check_rule, hint="RFC 5545.")
        self._preview = QLineEdit()
        self._preview.setReadOnly(True)
        self.add_field("preview", "Falls on", self._preview)
        self.add_field("starts_at", "Starts (local)", _time_field(series.starts_at))
        hint = "At or before the start: on the next day."
        self.add_field("ends_at", "Ends (local)", _time_field(series.ends_at), hint=hint)
        zone = zone_field(series.zone_name)
        self.add_field("zone_name", "Time zone", zone, required=True, check=zone_check)
        deployments = number(series.capacity_deployments, 10_000)
        self.add_field("capacity_deployments", "Capacity in deployments", deployments)
        self.add_field("capacity_minutes", "Capacity in minutes", number(series.capacity_minutes, 100_000))
        self.add_field("minimum_qa_hours", "Least time for QA", number(series.minimum_qa_hours, 1_000, " h"))
        self.checkpoints = CheckpointsField(theme, series.checkpoints)
        self.add_field("checkpoints", "Checkpoints", self.checkpoints)
        self.add_field("reason", "Reason", text_area(lines=2), hint="Kept in the audit trail.")
        self._fill_pattern()
        self._first_day.dateChanged.connect(self._day_changed)
        self._pattern.currentIndexChanged.connect(self._pattern_chosen)
        self._rule.textChanged.connect(self._rule_changed)
        self._rule_changed()

    def _day(self) -> date:
        day = self._first_day.date()
        return date(day.year(), day.month(), day.day())

    def _check_rule(self, text: str) -> str:
        return rule_problem(text, self._day()) if text else ""

    def _fill_pattern(self) -> None:
        with QSignalBlocker(self._pattern):
            self._pattern.clear()
            for rule, words in plain_choices(self._day()):
                self._pattern.addItem(words, rule)

    def _day_changed(self) -> None:
        was_plain = self._pattern.currentData() != CUSTOM
        place = self._pattern.currentIndex()
        self._fill_pattern()
        if was_plain:
            self._pattern.setCurrentIndex(min(place, self._pattern.count() - 2))
            self._pattern_chosen()
        self._rule_changed()

    def _pattern_chosen(self) -> None:
        rule = self._pattern.currentData()
        if rule != CUSTOM:
            self._rule.setText(rule)

    def _rule_changed(self) -> None:
        place = self._pattern.findData(self._rule.text().strip())
        with QSignalBlocker(self._pattern):
            self._pattern.setCurrentIndex(place if place >= 0 else self._pattern.count() - 1)
        self._preview.setText(next_days_words(self._rule.text(), self._day(), self._today))
        self._preview.setCursorPosition(0)
        self._keep_rhythm()

    def _keep_rhythm(self) -> None:
        """Let the default checkpoints of a new series stay on their weekdays, whatever day it falls on.

        Checkpoints that somebody changed are left as they are.
        """
        days = next_days(self._rule.text(), self._day(), self._today)
        weekday = days[0].isoweekday() if days else self._weekday
        if self._series.id is not None or weekday == self._weekday:
            return
        if self.checkpoints.field_value() == default_checkpoints(self._weekday):
            self.checkpoints.show_rules(default_checkpoints(weekday))
        self._weekday = weekday

    def _submit_values(self, values: dict[str, Any]) -> None:
        reason = values.pop("reason")
        for shown_only in ("pattern", "preview"):
            values.pop(shown_only)
        self._taken(replace(self._series, **values), reason)


def _time_field(value: time) -> QTimeEdit:
    field = QTimeEdit(QTime(value.hour, value.minute))
    field.setDisplayFormat("HH:mm")
    return field
