"""What past nights would change of the planned durations, before and after, to take whole or in part."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.sequencing.learning import Offer
from app.sequencing.parsing import format_duration
from app.ui.theme import Theme
from app.ui.widgets import Column, PlainLabel, RecordModel, RecordTable, button, set_refusal

_WIDTH, _HEIGHT = 760, 520


def _columns() -> tuple[Column[Offer], ...]:
    def difference(offer: Offer) -> int:
        return offer.learned.median_minutes - offer.planned_minutes

    def spelled(offer: Offer) -> str:
        minutes = difference(offer)
        return f"{'+' if minutes > 0 else '−'}{format_duration(abs(minutes))}"

    def usual(offer: Offer) -> str:
        low, high = offer.learned.low_minutes, offer.learned.high_minutes
        return "" if low == high else f"{format_duration(low)} to {format_duration(high)}"

    def tone(offer: Offer) -> str:
        return "not_met" if difference(offer) > 0 else "met"

    return (
        Column("title", "Activity", lambda o: o.title, width=250),
        Column(
            "planned", "Planned", lambda o: format_duration(o.planned_minutes), width=84, align_right=True
        ),
        Column(
            "learned",
            "Typical",
            lambda o: format_duration(o.learned.median_minutes),
            width=84,
            align_right=True,
            font="strong",
        ),
        Column("change", "Change", spelled, difference, width=84, align_right=True, tone=tone),
        Column("range", "Usual range", usual, width=128),
        Column(
            "nights",
            "Nights",
            lambda o: str(o.learned.nights),
            lambda o: o.learned.nights,
            width=68,
            align_right=True,
        ),
    )


class LearnedDialog(QDialog):
    """Lists offers, all selected; `chosen` carries those to take."""

    chosen = Signal(list)

    def __init__(self, theme: Theme, found: list[Offer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Durations of past nights")
        self.setAccessibleName("Durations of past nights")
        self.resize(_WIDTH, _HEIGHT)
        model: RecordModel[Offer] = RecordModel(_columns(), lambda offer: offer.activity_id, self)
        model.set_records(found)
        self.table = RecordTable(theme, model, "Durations that would change")
        self.use = button("Use", self._use, "primary", self)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button("Cancel", self.reject, parent=self))
        buttons.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel("Durations of past nights", "title"))
        column.addWidget(
            PlainLabel(
                "What these steps typically took (the median of so many nights), in place of what is "
                "planned. Only the selected rows are changed; one undo takes all of it back.",
                "muted",
                wraps=True,
            )
        )
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self.table.selection_changed.connect(self._count)
        self.table.selectAll()
        self._count(self.table.selected_records())

    def _count(self, selected: list[Offer]) -> None:
        counted = "1 duration" if len(selected) == 1 else f"{len(selected)} durations"
        self.use.setText(f"Use {counted}")
        set_refusal(self.use, "" if selected else "Select at least one row.")

    def _use(self) -> None:
        found = self.table.selected_records()
        self.accept()
        self.chosen.emit(found)
