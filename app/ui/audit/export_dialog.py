"""Asks for the period of an audit workbook and where to put it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.saving import file_to_write
from app.ui.widgets import PlainLabel, button, calm_calendar, set_refusal

_EXPLAINED = (
    "The workbook holds every record of these days, both included, a sheet of gaps, and how to verify it. "
    "Its first sheet is what an auditor asks about first."
)


class ExportDialog(QDialog):
    """The days and the file; `export` gets them when the person goes on."""

    def __init__(
        self,
        first: date,
        last: date,
        export: Callable[[date, date, Path], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._export = export
        self.setWindowTitle("Export the audit workbook")
        self.first, self.last = _day_field(first, "First day"), _day_field(last, "Last day")
        form = QFormLayout()
        form.addRow("From", self.first)
        form.addRow("To", self.last)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button("Cancel", self.reject))
        self.choose = button("Choose file…", self._choose, "primary")
        self.choose.setDefault(True)
        buttons.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(PlainLabel(_EXPLAINED, "muted", wraps=True))
        column.addLayout(form)
        self._reason = PlainLabel("", "small")
        column.addWidget(self._reason)
        column.addLayout(buttons)
        for field in (self.first, self.last):
            field.dateChanged.connect(self._judge)
        self._judge()

    @property
    def days(self) -> tuple[date, date]:
        """The period as chosen."""
        return _python_day(self.first), _python_day(self.last)

    def _judge(self) -> None:
        """Say before a file is chosen that a period ends before it begins."""
        first, last = self.days
        reason = "The last day lies before the first; choose a later one under To." if last < first else ""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        set_refusal(self.choose, reason)

    def _choose(self) -> None:
        first, last = self.days
        start = Path.home() / f"audit-{first.isoformat()}-{last.isoformat()}.xlsx"
        out = file_to_write(self, "Export the audit workbook", start, {".xlsx": "Workbook"})
        if out is not None:
            self._export(first, last, out)
            self.accept()


def _day_field(day: date, name: str) -> QDateEdit:
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setDisplayFormat("yyyy-MM-dd")
    field.setCalendarPopup(True)
    calm_calendar(field.calendarWidget())
    field.setAccessibleName(name)
    return field


def _python_day(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
