"""What is around the pages of the import: the steps at the top, and going on and back at the bottom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from app.ui.imports.draft import STEP_LABELS, Step
from app.ui.widgets import PlainLabel, button, restyle, set_refusal

PROGRESS_WIDTH, PARTS_OF_WHOLE = 180, 1000


class StepStrip(QWidget):
    """The steps with the present one marked; those behind can be gone back to."""

    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for place, label in enumerate(STEP_LABELS):
            step = button(f"{place + 1}  {label}", kind="step")
            step.clicked.connect(lambda _checked=False, place=place: self.step_chosen.emit(place))
            self._steps.append(step)
            row.addWidget(step)
            if place + 1 < len(STEP_LABELS):
                row.addWidget(PlainLabel("›", "muted"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    @property
    def last(self) -> QPushButton:
        """The last step, which Tab leaves last."""
        return self._steps[-1]

    def show_step(self, current: Step, may_go_back: bool) -> None:
        """Mark a step; nobody goes back into an import that is done."""
        for place, step in enumerate(self._steps):
            is_behind = place < current and may_go_back
            step.setEnabled(is_behind or place == current)
            step.setProperty(
                "state", "current" if place == current else "past" if place < current else "next"
            )
            spoken = f"Step {place + 1} of {len(self._steps)}: {STEP_LABELS[place]}"
            step.setAccessibleName(f"{spoken}, here" if place == current else spoken)
            restyle(step)


class Footer(QWidget):
    """Back, what is going on, and the way on; a refusal says why one cannot go on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = button("Back", tooltip="Back (Alt+Left)")
        self.next = button("Next", kind="primary")
        self.stop = button("Stop", tooltip="Stop (Esc)")
        self.words = PlainLabel("", "muted")
        self.bar = QProgressBar(self)
        self.bar.setFixedWidth(PROGRESS_WIDTH)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.words)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        row.addWidget(self.next)
        self._is_busy = False
        self._is_whole = True
        self._refusal = ""
        self._had_focus = False
        self.show_work("", None)

    def show_work(self, words: str, share: float | None) -> None:
        """Say what is going on; "" when nothing is."""
        if words and not self._is_busy:
            self._had_focus = self.next.hasFocus()  # it goes elsewhere while the button waits
        self._is_busy = bool(words)
        self.bar.setVisible(self._is_busy)
        self.stop.setVisible(self._is_busy)
        self.bar.setRange(0, 0 if share is None else PARTS_OF_WHOLE)
        self.bar.setValue(0 if share is None else int(share * PARTS_OF_WHOLE))
        self.words.setText(words or self._refusal)
        self.setVisible(self._is_whole or self._is_busy)
        self._judge()
        if self._had_focus and self.next.isEnabled():
            self.next.setFocus()  # where the person left it: Enter must not go back instead of on

    def show_step(self, label: str, refusal: str, has_back: bool) -> None:
        """Say what going on does, or why it cannot be done."""
        self._refusal = refusal
        self.next.setText(label)
        self.next.setAccessibleName(label)
        self.back.setVisible(has_back)
        if not self._is_busy:
            self.words.setText(refusal)
        self._judge()

    def show_whole(self, is_whole: bool) -> None:
        """Show the way on, or nothing at all where the page has its own; work under way shows always."""
        self._is_whole = is_whole
        self.next.setVisible(is_whole)
        self.setVisible(is_whole or self._is_busy)

    def _judge(self) -> None:
        set_refusal(self.next, self._refusal or ("Wait until this is done." if self._is_busy else ""))
        if self.next.isEnabled():
            self.next.setToolTip("Enter")
        self.back.setEnabled(not self._is_busy)
