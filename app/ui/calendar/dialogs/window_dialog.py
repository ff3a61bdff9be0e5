"""Dialogs that make a single window, or edit what a window can hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from app.domain.occurrences import checkpoints_of_day
from app.domain.windows import Checkpoint, MaintenanceWindow, WindowSeries
from app.ui.calendar.dialogs.zones import zone_check, zone_field
from app.ui.widgets import FormDialog, InstantEdit, combo, text_area

Submit = Callable[[MaintenanceWindow, tuple[Checkpoint, ...], str], None]


def number(value: int, most: int, suffix: str = "") -> QSpinBox:
    """A field for a whole number from 0 on."""
    field = QSpinBox()
    field.setRange(0, most)
    field.setValue(value)
    field.setSuffix(suffix)
    return field


class WindowDialog(FormDialog):
    """A new single window; its checkpoints are like those of a series chosen."""

    def __init__(
        self,
        starts_at: datetime,
        ends_at: datetime,
        zone_name: str,
        series: Sequence[WindowSeries],
        submit: Submit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("New window", "Create window", self._submit_values, parent)
        self._taken = submit
        self._series = {one.id: one for one in series}
        self.add_field("title", "Name", QLineEdit(), required=True, hint="Such as Database patches.")
        self._starts = InstantEdit(zone_name, "Starts")
        self._ends = InstantEdit(zone_name, "Ends")
        self._starts.set_instant(starts_at)
        self._ends.set_instant(ends_at)
        self.add_field("starts_at", "Starts", self._starts, required=True)
        self.add_field("ends_at", "Ends", self._ends, required=True, check=self._check_end)
        zone = zone_field(zone_name)
        self.add_field("zone_name", "Time zone", zone, required=True, check=zone_check)
        zone.currentTextChanged.connect(self._zone_changed)
        first = series[0].id if series else None
        choices: list[tuple[object, str]] = [(one.id, f"Like {one.name}") for one in series]
        points: QComboBox = combo([*choices, (None, "None")], first)
        self.add_field("series", "Checkpoints", points, hint="Dated before this window as in the series.")
        self.add_field("capacity_deployments", "Capacity in deployments", number(40, 10_000))
        self.add_field("capacity_minutes", "Capacity in minutes", number(2_400, 100_000))
        self.add_field("minimum_qa_hours", "Least time for QA", number(24, 1_000, " h"))
        self.add_field("reason", "Reason", text_area(lines=2), hint="Kept in the audit trail.")

    def _check_end(self, ends_at: datetime | None) -> str:
        starts_at = self._starts.instant
        if starts_at is not None and ends_at is not None and ends_at <= starts_at:
            return "A window ends after it starts."
        return ""

    def _zone_changed(self, name: str) -> None:
        if not zone_check(name):
            self._starts.set_zone(name)
            self._ends.set_zone(name)

    def _submit_values(self, values: dict[str, Any]) -> None:
        reason, series_id = values.pop("reason"), values.pop("series")
        window = MaintenanceWindow(**values)
        points: tuple[Checkpoint, ...] = ()
        if series_id is not None:
            series = replace(self._series[series_id], zone_name=window.zone_name)
            day = window.starts_at.astimezone(ZoneInfo(window.zone_name)).date()
            points = tuple(checkpoints_of_day(series, day, None))
        self._taken(window, points, reason)


class EditWindowDialog(FormDialog):
    """Name and capacity of one window; its times are changed by moving it."""

    def __init__(
        self,
        window: MaintenanceWindow,
        submit: Callable[[MaintenanceWindow, str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Edit window",
            "Save",
            self._submit_values,
            parent,
            intro="Times are changed by moving the window.",
        )
        self._window = window
        self._taken = submit
        title = QLineEdit(window.title)
        self.add_field("title", "Name", title, required=True)
        deployments = number(window.capacity_deployments, 10_000)
        self.add_field("capacity_deployments", "Capacity in deployments", deployments)
        self.add_field("capacity_minutes", "Capacity in minutes", number(window.capacity_minutes, 100_000))
        self.add_field("minimum_qa_hours", "Least time for QA", number(window.minimum_qa_hours, 1_000, " h"))
        self.add_field("reason", "Reason", text_area(lines=2), hint="Kept in the audit trail.")

    def _submit_values(self, values: dict[str, Any]) -> None:
        reason = values.pop("reason")
        self._taken(replace(self._window, **values), reason)
