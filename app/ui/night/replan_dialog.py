"""The re-plan as a diff: what would move from when to when, taken whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.sequencing.replan import Replan
from app.services.night.models import NightView
from app.ui.theme import Theme
from app.ui.times import duration_text
from app.ui.widgets import Column, PlainLabel, RecordModel, RecordTable, button, set_refusal

WIDTH = 720
HEIGHT = 520


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One moved activity."""

    id: str
    order: int
    title: str
    change: str
    agreed: str
    start: str
    by: str


def move_rows(view: NightView, proposal: Replan) -> list[MoveRow]:
    """The moves in the order of their new starts."""
    say = view.surroundings.describe
    rows = []
    for order, move in enumerate(proposal.moves):
        activity = view.sequence.activity(move.activity_id)
        shift = move.start - move.agreed_start
        rows.append(
            MoveRow(
                activity.id,
                order,
                activity.title,
                activity.change_key or "",
                say(move.agreed_start),
                say(move.start),
                f"{duration_text(abs(shift))} {'later' if shift > 0 else 'earlier'}",
            )
        )
    return rows


def replan_words(view: NightView, proposal: Replan) -> str:
    """What the re-plan does in a sentence or two."""
    say = view.surroundings.describe
    if not proposal.moves:
        return "Nothing needs to move: everything that waits can start when it was agreed."
    end = proposal.finish - view.sequence.window_minutes
    ends = f"{duration_text(end)} after the window's end" if end > 0 else "within the window"
    count = len(proposal.moves)
    proven = ", and no plan moves fewer" if proposal.is_proven else ""
    return (
        f"{count} {'activity moves' if count == 1 else 'activities move'}{proven}; shifting everything right "
        f"would move {proposal.right_shift_moves}. The night finishes at {say(proposal.finish)}, {ends}."
    )


class ReplanDialog(QDialog):
    """Shows the diff; `accepted` when the person takes it."""

    def __init__(
        self, theme: Theme, view: NightView, proposal: Replan, take: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Re-plan")
        self.setAccessibleName("Re-plan")
        self.resize(WIDTH, HEIGHT)
        columns: list[Column[MoveRow]] = [
            Column("title", "Activity", lambda row: row.title, width=280, font="strong"),
            Column("change", "Change", lambda row: row.change, width=92, tone=lambda row: "muted"),
            Column("agreed", "Agreed", lambda row: row.agreed, width=72, align_right=True),
            Column("start", "New start", lambda row: row.start, width=84, align_right=True, font="strong"),
            Column("by", "Moved", lambda row: row.by, width=120),
        ]
        model: RecordModel[MoveRow] = RecordModel(columns, lambda row: row.id, self)
        self.table = RecordTable(theme, model, "Moved activities")
        model.set_records(move_rows(view, proposal))
        self.take = button("Accept the re-plan", self.accept, "primary", self)
        self.take.setDefault(True)
        set_refusal(self.take, "" if proposal.moves else "Nothing moves.")
        keep = button("Keep as it is", self.reject, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel("Re-plan with the least disturbance", "title"))
        column.addWidget(PlainLabel(replan_words(view, proposal), "muted", wraps=True))
        column.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(keep)
        buttons.addWidget(self.take)
        column.addLayout(buttons)
        self.accepted.connect(take)
