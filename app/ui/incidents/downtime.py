"""Downtime of applications against what a month allows, a month at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.time_words import MONTHS
from app.services.incidents.listing import DowntimeRow, IncidentList
from app.ui.theme import Theme
from app.ui.times import duration_text
from app.ui.widgets import Column, PlainLabel, RecordModel, RecordTable, ToolbarRow, combo


class DowntimePage(QWidget):
    """A month's applications, the farthest over their allowance first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list: IncidentList | None = None
        self.month = combo([(None, "No month")], None, "Month")
        self.month.currentIndexChanged.connect(lambda _place: self._show_month())
        self.summary = PlainLabel("", "muted")
        model: RecordModel[DowntimeRow] = RecordModel(
            _columns(), lambda row: (row.downtime.application_id, row.downtime.month), self
        )
        self.table = RecordTable(theme, model, "Downtime by application")
        tools = ToolbarRow()
        tools.add_left(self.month, self.summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(tools)
        column.addWidget(self.table, 1)

    def show_list(self, found: IncidentList) -> None:
        """Show what was read, of the month shown before where it still has downtime."""
        self._list = found
        kept = self.month.currentData()
        months = sorted({row.downtime.month for row in found.downtime} | {found.this_month}, reverse=True)
        self.month.blockSignals(True)
        self.month.clear()
        for month in months:
            self.month.addItem(f"{MONTHS[month[1] - 1]} {month[0]}", month)
        self.month.setCurrentIndex(months.index(kept) if kept in months else months.index(found.this_month))
        self.month.blockSignals(False)
        self._show_month()

    def _show_month(self) -> None:
        month = self.month.currentData()
        if self._list is None or month is None:
            return
        rows = self._list.of_month(month)
        self.table.records.set_records(rows)
        over = sum(row.downtime.over_minutes > 0 for row in rows)
        words = f"{len(rows)} applications were down" if len(rows) != 1 else "1 application was down"
        self.summary.setText(
            f"{words}, {over} longer than allowed. Months by the clocks of {self._list.zone_name}; "
            "overlapping outages count once."
        )


def _columns() -> tuple[Column[DowntimeRow], ...]:
    return (
        Column("application", "Application", lambda row: row.application, width=280, font="strong"),
        Column("tier", "Tier", lambda row: str(row.tier), lambda row: row.tier, 70, True),
        Column(
            "down",
            "Down",
            lambda row: duration_text(row.downtime.downtime_minutes),
            lambda row: row.downtime.downtime_minutes,
            110,
            True,
        ),
        Column(
            "allowed",
            "Allowed",
            lambda row: duration_text(row.downtime.allowed_minutes),
            lambda row: row.downtime.allowed_minutes,
            110,
            True,
        ),
        Column(
            "state",
            "Against the allowance",
            lambda row: _state(row)[0],
            lambda row: row.downtime.over_minutes,
            200,
            chips=lambda row: [_state(row)],
        ),
    )


def _state(row: DowntimeRow) -> tuple[str, str]:
    down = row.downtime
    if down.over_minutes:
        return f"{duration_text(down.over_minutes)} over", "not_met"
    left = down.allowed_minutes - down.downtime_minutes
    return f"{duration_text(left)} left", "waived" if left * 4 < down.allowed_minutes else "met"
