"""What the nights before and the chance of this one say: worked out after edits, off the window's thread."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QWidget

from app.sequencing.chance.outcome import Chance, chance_sentence, percent
from app.sequencing.learning import Learned, Offer, offers, use_learned
from app.services.learned import chance_of, learned_durations
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.sequence.activity_panel import ActivityPanel
from app.ui.sequence.axis_view import AxisView
from app.ui.sequence.editor import SequenceEditor
from app.ui.sequence.learned_dialog import LearnedDialog
from app.ui.sequence.model import SequenceModel
from app.ui.sequence.print_preview import PrintPreview
from app.ui.widgets import ElidedLabel, IconButton, plain_tooltip

_QUIET_MS = 350  # edits of a drag follow each other faster
_MOST_LISTED = 6
# Runs × activities worked out beside a living screen: 10,000 runs up to 300 activities, fewer beyond.
_MOST_CELLS = 3_000_000
_RUNS = (1_000, 10_000)


class Outlook(QObject):
    """Keeps the chance to finish on the axis and in `line`, and the learned durations in the panel."""

    def __init__(
        self,
        context: DeskContext,
        editor: SequenceEditor,
        axis: AxisView,
        panel: ActivityPanel,
        model: SequenceModel,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._context = context
        self._editor = editor
        self._axis = axis
        self._panel = panel
        self._model = model
        self._page = page
        self._learned: dict[str, Learned] = {}
        self.chance: Chance | None = None
        self.line = ElidedLabel("", "muted", page)
        self.line.setAccessibleName("Chance to finish")
        self.tools = self._make_tools()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET_MS)
        self._timer.timeout.connect(self._work_out)
        panel.learned_used.connect(self._use_one)
        editor.sequence_changed.connect(self._timer.start)
        self._timer.start()

    def _make_tools(self) -> QWidget:
        theme, axis = self._context.theme, self._axis
        made = QWidget(self._page)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.details = IconButton(
            theme, "info", "Chance to finish in detail", self._tell_details, made, compact=True
        )
        row.addWidget(self.details)
        for icon, name, clicked in (
            ("zoom-selection", "Zoom to the selection, or to the work (Ctrl+E)", axis.zoom_to_selection),
            ("zoom-fit", "Show the whole window (Ctrl+0)", axis.fit),
            ("print", "Print the sequence (Ctrl+P)", self.print_sequence),
        ):
            row.addWidget(IconButton(theme, icon, name, clicked, made, compact=True))
        return made

    def _tell_details(self) -> None:
        """Show the details at once, also for the keyboard."""
        below = self.details.mapToGlobal(self.details.rect().bottomLeft())
        QToolTip.showText(below, self.details.toolTip(), self.details)

    def _work_out(self) -> None:
        services = self._context.services
        view = replace(self._editor.view, sequence=self._editor.sequence)

        def work(_control: object) -> tuple[dict[str, Learned], Chance]:
            learned = learned_durations(services, view)
            return learned, chance_of(view, learned, _runs_for(len(view.sequence)))

        self._context.fetch(
            "Working out the chance to finish", work, self._arrived, self, key="sequence-chance"
        )

    def _arrived(self, found: tuple[dict[str, Learned], Chance]) -> None:
        self._learned, self.chance = found
        chance, say = self.chance, self._editor.view.surroundings.describe
        self.line.setText(chance_sentence(chance, say))
        details = "\n".join(self._details(chance))
        self.details.setToolTip(plain_tooltip(details))
        self.line.setAccessibleDescription(details)
        words = " · ".join(
            f"P{share} {say(minute)}"
            for share, minute in ((50, chance.finish_p50), (80, chance.finish_p80), (95, chance.finish_p95))
        )
        self._axis.set_chance(chance if chance.has_spread else None, words)
        self._panel.set_learned(self._learned)

    def _details(self, chance: Chance) -> list[str]:
        say = self._editor.view.surroundings.describe
        lines = [
            f"{chance.runs} runs; {chance.with_spread} of {chance.activities} activities have a spread, "
            "entered or learned. What the plan lets overlap for one person or item is played in turn.",
        ]
        lines += [
            f"{one.change_key} before its point of no return {say(one.minute)}: {percent(one.chance)}"
            for one in sorted(chance.points, key=lambda one: one.chance)[:_MOST_LISTED]
        ]
        lines += [
            f"{one.title}: drives the finish in {percent(one.criticality)} of runs"
            for one in chance.drivers[:_MOST_LISTED]
        ]
        return lines

    # -- learned durations -----------------------------------------------------------------------------

    def _use_one(self, activity_id: str) -> None:
        self._use(
            [one for one in offers(self._editor.sequence, self._learned) if one.activity_id == activity_id]
        )

    def _use(self, chosen: list[Offer]) -> None:
        if chosen:
            self._editor.apply(lambda sequence: use_learned(sequence, chosen))

    def offer_all(self) -> None:
        """Show what past nights would change of all durations, and take what is chosen."""
        found = offers(self._editor.sequence, self._learned)
        if not found:
            why = "already planned as they went" if self._learned else "not done on a night before"
            self._context.notify(f"Nothing to take over: these steps are {why}.")
            return
        dialog = LearnedDialog(self._context.theme, found, self._page)
        dialog.chosen.connect(self._use)
        dialog.open()

    def print_sequence(self) -> None:
        """Open the print preview of the sequence as it stands on screen."""
        PrintPreview(self._context, self._editor, self._model.rows, self.chance, self._page).open()

    def show_driver(self) -> None:
        """Select the step that drives the finish most."""
        if self.chance is not None and self.chance.drivers:
            self._editor.select((self.chance.drivers[0].activity_id,))

    def commands(self) -> list[Command]:
        """What can be done with it now."""
        closed = "This window is over." if self._editor.is_read_only else ""
        has_drivers = self.chance is not None and bool(self.chance.drivers)
        unknown = "" if has_drivers else "The chance to finish is not known yet."
        none = "" if len(self._editor.sequence) else "No activities yet."
        return [
            Command("Use durations of past nights", self.offer_all, "", "Sequence", closed or none),
            Command("Select what drives the finish", self.show_driver, "Ctrl+Shift+D", "Sequence", unknown),
            Command("Print sequence", self.print_sequence, "Ctrl+P", "Sequence", none),
        ]


def _runs_for(activities: int) -> int:
    return max(_RUNS[0], min(_RUNS[1], _MOST_CELLS // max(1, activities)))
