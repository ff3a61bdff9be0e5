"""The dialog of a checkpoint: who passed, who failed which criterion, moving the late, and freezing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.gates import CriterionSpec
from app.services import checkpoints, placement
from app.services.board_models import GATE_SIGNS, CheckpointFacts
from app.services.checkpoints import CheckpointReport, EvaluatedChange
from app.ui.calendar.dialogs.criteria_dialog import CriteriaDialog
from app.ui.context import DeskContext
from app.ui.exceptions.beginnings import LABEL as EXCEPTION_LABEL
from app.ui.exceptions.beginnings import ask_for_exception
from app.ui.texts import one_line
from app.ui.times import instant_text
from app.ui.widgets import ConfirmDialog, PlainLabel, Segmented, button, hairline, set_refusal

_WIDTH, _HEIGHT = 760, 620
_CHANGE = int(Qt.ItemDataRole.UserRole)


def failed_text(change: EvaluatedChange) -> str:
    """A change that failed, with each failing criterion and why."""
    lines = [f"{one_line(change.key)}  {one_line(change.title, 160)}"]
    for gate in change.failing:
        why = f": {one_line(gate.why, 240)}" if gate.why else ""
        lines.append(f"      {GATE_SIGNS[gate.result]} {one_line(gate.label, 120)}{why}")
    return "\n".join(lines)


class CheckpointDialog(QDialog):
    """Evaluates a checkpoint as it stands; freezes it when asked. `placed` carries what was moved."""

    placed = Signal(object)

    def __init__(
        self,
        context: DeskContext,
        window_id: int,
        points: Sequence[CheckpointFacts],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._window_id, self._name = context, window_id, name
        self.report: CheckpointReport | None = None
        self.setWindowTitle("Evaluate checkpoint")
        self.resize(_WIDTH, _HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._segments = Segmented([(point.name, one_line(point.name, 40)) for point in points], "Checkpoint")
        self._segments.choose(name)
        self._segments.chosen.connect(self._choose)
        self._state = PlainLabel("Evaluating…", "muted", wraps=True)
        self._failed_heading, self._passed_heading = PlainLabel("", "strong"), PlainLabel("", "strong")
        self.failed, self.passed = self._list("Changes that failed"), self._list("Changes that passed")
        self.failed.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.failed.itemSelectionChanged.connect(self._judge)
        self.move_next = button("Move to next window", self._move, parent=self)
        self.ask_exception = button(EXCEPTION_LABEL, self._ask_exception, parent=self)
        self.criteria = button("Criteria…", self.edit_criteria, parent=self)
        self.freeze = button("Freeze…", self._ask_freeze, "primary", self)
        self._lay_out()
        self._evaluate()

    def _list(self, name: str) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(name)
        made.setWordWrap(True)
        made.setSpacing(2)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel("Evaluate checkpoint", "title"))
        column.addWidget(self._segments)
        column.addWidget(self._state)
        failed_row = QHBoxLayout()
        failed_row.addWidget(self._failed_heading, 1)
        failed_row.addWidget(self.ask_exception)
        failed_row.addWidget(self.move_next)
        column.addLayout(failed_row)
        column.addWidget(self.failed, 3)
        column.addWidget(self._passed_heading)
        column.addWidget(self.passed, 2)
        column.addWidget(hairline())
        buttons = QHBoxLayout()
        buttons.addWidget(self.criteria)
        buttons.addStretch(1)
        buttons.addWidget(button("Close", self.reject, parent=self))
        buttons.addWidget(self.freeze)
        column.addLayout(buttons)

    def _choose(self, name: str) -> None:
        self._name = name
        self._evaluate()

    def _evaluate(self) -> None:
        services, window_id, name = self._context.services, self._window_id, self._name
        self._context.fetch(
            "Evaluating the checkpoint",
            lambda _control: checkpoints.evaluate_checkpoint(services, window_id, name),
            self._show,
            self,
            key="board/checkpoint",
        )

    def _show(self, report: CheckpointReport) -> None:
        self.report = report
        zone = report.window.zone_name
        cutoff = instant_text(report.checkpoint.cutoff_at, zone)
        if report.checkpoint.frozen_at is not None:
            self._state.setText(
                f"Frozen as at {instant_text(report.checkpoint.frozen_at, zone)}, cutoff {cutoff}. "
                f"Hash {report.checkpoint.frozen_hash[:16]}… Later work shows as after the cutoff."
            )
        else:
            self._state.setText(
                f"As things stand now; nothing is stored until it is frozen. Cutoff {cutoff}."
            )
        self._failed_heading.setText(f"✕ {len(report.failed)} not in")
        self._passed_heading.setText(f"✓ {len(report.passed)} passed")
        self.failed.clear()
        for change in report.failed:
            item = QListWidgetItem(failed_text(change), self.failed)
            item.setData(_CHANGE, change.id)
        self.passed.clear()
        for change in report.passed:
            QListWidgetItem(f"{one_line(change.key)}  {one_line(change.title, 200)}", self.passed)
        self._judge()

    def selected_ids(self) -> list[int]:
        """The failed changes selected."""
        return [item.data(_CHANGE) for item in self.failed.selectedItems()]

    def _judge(self) -> None:
        chosen = len(self.selected_ids())
        report = self.report
        next_one = report.next_windows[0] if report and report.next_windows else None
        if next_one is not None:
            self.move_next.setText(f"Move to {instant_text(next_one.starts_at, next_one.zone_name)}")
        reason = "" if chosen else "Select the changes to move first."
        set_refusal(self.move_next, reason if next_one else "No later window is planned.")
        one = "" if chosen == 1 else "Select one change that failed; each has an exception of its own."
        set_refusal(self.ask_exception, one)
        frozen = "It is frozen already." if report is None or report.is_frozen else ""
        for made in (self.criteria, self.freeze):
            set_refusal(made, frozen)

    def edit_criteria(self) -> None:
        """Give this window's checkpoint criteria of its own; those of the series stay."""
        if self.report is None:
            return
        point = self.report.checkpoint
        dialog = CriteriaDialog(
            self._context.theme, one_line(point.name, 60), point.criteria, self._use_criteria, self
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _use_criteria(self, criteria: tuple[CriterionSpec, ...]) -> None:
        services, window_id, name = self._context.services, self._window_id, self._name
        reason = "criteria edited for this window"
        self._context.perform(
            f"Changing the criteria of {name}",
            lambda: checkpoints.edit_criteria(services, window_id, name, criteria, reason),
            self,
            lambda _stored: self._evaluate(),
        )

    def _move(self) -> None:
        services, change_ids = self._context.services, self.selected_ids()
        self._context.perform(
            "Moving to the next window",
            lambda: placement.move_to_next_window(services, change_ids, f"Did not pass {self._name}"),
            self,
            self._moved,
            lambda error: self._context.show_error(error, "Moving to the next window"),
        )

    def _ask_exception(self) -> None:
        change_ids = self.selected_ids()
        if len(change_ids) == 1:
            self.accept()
            ask_for_exception(self._context, change_ids[0], self._window_id, self._name)

    def _moved(self, done: Any) -> None:
        self.placed.emit(done)
        self._evaluate()

    def _ask_freeze(self) -> None:
        report = self.report
        if report is None:
            return
        zone = report.window.zone_name
        is_early = self._context.clock() < report.checkpoint.cutoff_at
        early = (
            f" The cutoff is only at {instant_text(report.checkpoint.cutoff_at, zone)}." if is_early else ""
        )
        ConfirmDialog.ask(
            self,
            f"Freeze {one_line(self._name, 60)}?",
            f"{len(report.passed)} passed, {len(report.failed)} not in. The result is stored with its "
            f"hash and never altered; later work shows as after the cutoff.{early}",
            "Freeze",
            self._freeze,
        )

    def _freeze(self, _reason: str = "") -> None:
        services, window_id, name = self._context.services, self._window_id, self._name
        self._context.perform(
            f"Freezing {name}",
            lambda: checkpoints.freeze_checkpoint(services, window_id, name),
            self,
            self._show,
            self._freeze_failed,
        )

    def _freeze_failed(self, error: Exception) -> None:
        self._context.show_error(error, "Freezing the checkpoint")
        self._evaluate()
