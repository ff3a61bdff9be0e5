"""The panel of one activity: everything the table has no column for, taken as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.sequencing.clock import format_clock, parse_clock
from app.sequencing.learning import Learned
from app.sequencing.model import Activity, CiHold, Phase
from app.sequencing.parsing import format_duration
from app.ui.sequence.editor import SequenceEditor
from app.ui.sequence.learned_offer import LearnedOffer
from app.ui.theme import Theme
from app.ui.widgets import DurationEdit, PickMany, PlainLabel, SidePanel, combo, text_area

_PHASES: list[tuple[object, str]] = [
    (Phase.PREPARE, "Prepare"),
    (Phase.DEPLOY, "Deploy"),
    (Phase.VERIFY, "Verify"),
    (Phase.CLOSE, "Close"),
    (Phase.ROLLBACK, "Roll back"),
]


class ActivityPanel(SidePanel):
    """Shows the first selected activity; each field writes its own edit, so each can be undone.

    `learned_used` carries the activity whose duration of past nights is to be planned.
    """

    learned_used = Signal(str)

    def __init__(self, editor: SequenceEditor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, width=320)
        self._editor = editor
        self._is_showing = False
        view = editor.view
        self._phase = combo(_PHASES, name="Phase")
        changes: list[tuple[object, str]] = [(None, "No change")]
        self._change = combo(
            changes + [(c.key, f"{c.key} {c.title[:60]}") for c in view.changes], name="Change"
        )
        people = [(p.id, p.name) for p in view.people if not p.is_archived]
        self._players = PickMany(theme, people, "Players")
        teams: list[tuple[object, str]] = [(None, "No team")]
        self._team = combo(teams + [(team.id, team.name) for team in view.teams], name="One of team")
        items = [(item.id, item.name) for item in view.configuration_items if not item.is_archived]
        self._items = PickMany(theme, items, "Configuration items held")
        self._earliest, self._fixed, self._deadline = (QLineEdit() for _ in range(3))
        self._optimistic, self._pessimistic = DurationEdit(), DurationEdit()
        self._rollback = DurationEdit()
        self._learned: Mapping[str, Learned] = {}
        self._offer = LearnedOffer()
        self._offer.used.connect(self._use_learned)
        self._gate = QCheckBox("Go / no-go point")
        self._instructions = text_area("", 6, "What to do, step by step")
        self._problem = PlainLabel("", "error", wraps=True)
        self._summary = PlainLabel("", "muted", wraps=True)
        self.add_tab("Activity", self._who())
        self.add_tab("Times", self._when())
        self._connect()
        editor.selection_changed.connect(self.show_selected)
        editor.sequence_changed.connect(self.show_selected)

    def show_selected(self) -> None:
        """Show the first selected activity as it is now."""
        editor = self._editor
        if not editor.selected:
            return
        activity = editor.sequence.activity(editor.selected[0])
        count = len(editor.selected)
        self.set_title(activity.title, f"{count} selected; edits apply to all" if count > 1 else "")
        self._is_showing = True
        self._problem.setText("")
        self._fill(activity)
        self._is_showing = False

    def set_learned(self, learned: Mapping[str, Learned]) -> None:
        """What past nights teach, by activity id."""
        self._learned = learned
        self.show_selected()

    def _use_learned(self) -> None:
        if self._editor.selected:
            self.learned_used.emit(self._editor.selected[0])

    def _fill(self, activity: Activity) -> None:
        closed = "This window is over." if self._editor.is_read_only else ""
        self._offer.show_learned(activity, self._learned.get(activity.id), closed)
        clock = self._editor.clock
        _choose(self._phase, activity.phase)
        _choose(self._change, activity.change_key)
        _choose(self._team, activity.team_id)
        self._players.set_picked(activity.players)
        self._items.set_picked([hold.ci_id for hold in activity.configuration_items])
        for field, minute in (
            (self._earliest, activity.earliest_start),
            (self._fixed, activity.fixed_start),
            (self._deadline, activity.deadline),
        ):
            if not field.hasFocus():
                field.setText("" if minute is None else format_clock(minute, clock))
        self._optimistic.set_minutes(activity.optimistic_minutes)
        self._pessimistic.set_minutes(activity.pessimistic_minutes)
        self._rollback.set_minutes(activity.rollback_minutes)
        self._gate.setChecked(activity.is_go_no_go)
        if not self._instructions.hasFocus():
            self._instructions.setPlainText(activity.instructions)
        timing = self._editor.analysis.schedule.timings[activity.id]
        state = "critical" if timing.is_critical else f"slack {format_duration(timing.total_slack)}"
        start, finish = (format_clock(minute, clock) for minute in (timing.start, timing.finish))
        conflicts = self._editor.conflicts_of(activity.id)
        self._summary.setText("\n".join([f"{start} – {finish}, {state}", *conflicts]))

    def _who(self) -> QWidget:
        return _column(
            ("", self._summary),
            ("Players", self._players),
            ("Or one of team", self._team),
            ("Phase", self._phase),
            ("Change", self._change),
            ("Configuration items held", self._items),
            ("", self._gate),
            ("Instructions", self._instructions),
        )

    def _when(self) -> QWidget:
        for field, hint in (
            (self._earliest, "22:30, or empty"),
            (self._fixed, "22:00: starts exactly then"),
            (self._deadline, "03:00: must be finished by then"),
        ):
            field.setPlaceholderText(hint)
        return _column(
            ("Earliest start", self._earliest),
            ("Fixed start", self._fixed),
            ("Deadline", self._deadline),
            ("On nights before", self._offer),
            ("Duration at best", self._optimistic),
            ("Duration at worst", self._pessimistic),
            ("Rollback takes", self._rollback),
            ("", self._problem),
        )

    def _connect(self) -> None:
        self._phase.activated.connect(lambda: self._set("phase", self._phase.currentData()))
        self._change.activated.connect(lambda: self._set("change_key", self._change.currentData()))
        self._team.activated.connect(lambda: self._set("team_id", self._team.currentData()))
        self._players.picked_changed.connect(lambda picked: self._set("players", tuple(picked)))
        self._items.picked_changed.connect(
            lambda picked: self._set("configuration_items", tuple(CiHold(item) for item in picked))
        )
        self._gate.toggled.connect(lambda is_on: self._set("is_go_no_go", is_on))
        for field, name in (
            (self._earliest, "earliest_start"),
            (self._fixed, "fixed_start"),
            (self._deadline, "deadline"),
        ):
            field.editingFinished.connect(self._clock_taker(field, name))
        for duration, name in (
            (self._optimistic, "optimistic_minutes"),
            (self._pessimistic, "pessimistic_minutes"),
            (self._rollback, "rollback_minutes"),
        ):
            duration.editingFinished.connect(self._duration_taker(duration, name))
        self._instructions.textChanged.connect(self._instructions_typed)

    def _set(self, name: str, value: Any) -> None:
        if not self._is_showing and self._editor.selected:
            self._editor.set_field(self._editor.selected, name, value)

    def _clock_taker(self, field: QLineEdit, name: str) -> Callable[[], None]:
        def take() -> None:
            text = field.text().strip()
            try:
                minute = parse_clock(text, self._editor.clock).minute if text else None
            except ValueError as error:
                self._problem.setText(str(error))
                return
            self._problem.setText("")
            self._set(name, minute)

        return take

    def _duration_taker(self, field: DurationEdit, name: str) -> Callable[[], None]:
        def take() -> None:
            if not field.problem():
                self._set(name, field.minutes)

        return take

    def _instructions_typed(self) -> None:
        self._set("instructions", self._instructions.toPlainText())


def _choose(field: QComboBox, value: object) -> None:
    field.setCurrentIndex(max(0, field.findData(value)))


def _column(*fields: tuple[str, QWidget]) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 12, 16, 16)
    column.setSpacing(4)
    for label, field in fields:
        if label:
            field.setAccessibleName(label)
            column.addSpacing(6)
            column.addWidget(PlainLabel(label, "strong"))
        if isinstance(field, QComboBox):
            # A long entry must not make the panel wider than it is.
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(8)
        column.addWidget(field)
    column.addStretch(1)
    return page
