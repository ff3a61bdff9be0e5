"""The top bar: the selected window or the screen's title, and the countdown to the next checkpoint."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.context import Clock
from app.ui.shell.queries import CheckpointHeader, WindowHeader
from app.ui.theme import Theme
from app.ui.times import clock_text, countdown_text, day_text, duration_text, local, span_text
from app.ui.widgets import Chip, ElidedLabel, PlainLabel

SECONDS_A_MINUTE = 60
TICK_MILLISECONDS = 1000 * SECONDS_A_MINUTE


def countdown_parts(checkpoint: CheckpointHeader, zone_name: str, now: datetime) -> tuple[str, str, str, str]:
    """Name, what the clock does, how long and when: In for test, closes in, 3 h 10 min, (Wed 12:00)."""
    wall = local(checkpoint.cutoff_at, zone_name)
    when = f"({day_text(wall.date()).split()[0]} {clock_text(checkpoint.cutoff_at, zone_name)})"
    seconds = (checkpoint.cutoff_at - now).total_seconds()
    if seconds <= 0:
        return checkpoint.name, "closed", f"{countdown_text(int(-seconds) // SECONDS_A_MINUTE)} ago", when
    minutes = -int(-seconds // SECONDS_A_MINUTE)
    return checkpoint.name, "closes in", countdown_text(minutes), when


class TopBar(QFrame):
    """Shows what the desk is about; ticks each minute by the clock given."""

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(theme.space("top_bar_height"))
        self._clock = clock
        self._header: WindowHeader | None = None
        self._screen_title = ""
        self._shows_window = True
        self._title = ElidedLabel("", "title")
        self._state, self._length, self._load = Chip(), Chip(), Chip()
        self._name, self._verb = PlainLabel("", "strong"), PlainLabel("", "muted")
        self._left, self._when = PlainLabel("", "strong"), PlainLabel("", "muted")
        self._missing = PlainLabel("", "not_met")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        row.addWidget(self._title)
        for chip in (self._state, self._length, self._load):
            row.addWidget(chip)
        row.addStretch(1)
        count = QHBoxLayout()
        count.setSpacing(4)
        for label in (self._name, self._verb, self._left, self._when, self._missing):
            count.addWidget(label)
        row.addLayout(count)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(TICK_MILLISECONDS)
        self._show()

    def set_screen(self, title: str, shows_window: bool) -> None:
        """Say which screen shows, and whether it is about the selected window."""
        self._screen_title, self._shows_window = title, shows_window
        self._show()

    def set_header(self, header: WindowHeader | None) -> None:
        """Show another window, or the same one as it is now."""
        self._header = header
        self._show()

    def tick(self) -> None:
        """Count down again."""
        header = self._header
        checkpoint = header.checkpoint if header is not None else None
        parts = ("", "", "", "")
        if header is not None and checkpoint is not None:
            parts = countdown_parts(checkpoint, header.zone_name, self._clock())
        for label, text in zip((self._name, self._verb, self._left, self._when), parts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        missing = checkpoint.missing if checkpoint is not None else 0
        total = checkpoint.total if checkpoint is not None else 0
        words = checkpoint.missing_words if checkpoint is not None else ""
        self._missing.setText(f"· {missing} of {total} {words}" if missing else f"· all {total} there")
        self._missing.set_role("not_met" if missing else "met")
        self._missing.setVisible(total > 0)

    def _show(self) -> None:
        header = self._header if self._shows_window else None
        self._title.setText(
            span_text(header.starts_at, header.ends_at, header.zone_name) if header else self._screen_title
        )
        for chip in (self._state, self._length, self._load):
            chip.setVisible(header is not None)
        if header is not None:
            minutes = int((header.ends_at - header.starts_at).total_seconds()) // SECONDS_A_MINUTE
            self._state.show_state(header.state.upper(), header.state_tone, header.title)
            self._length.show_state(duration_text(minutes), why="Length of the window")
            self._load.show_state(header.load, why="Load against the window's capacity")
            self._load.setVisible(bool(header.load))
        self.tick()
