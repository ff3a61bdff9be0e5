"""The night's figures in letters that a room can read: the time, the forecast, what is late and next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.sequencing.night_picture import GateState, NightPicture
from app.services.night.models import NightView
from app.services.night.status import spare_words, when_words
from app.ui.theme import Theme
from app.ui.times import countdown_text, duration_text
from app.ui.widgets import Chip, ElidedLabel, PlainLabel, hairline, restyle

ROOMY_WIDTH = 1600


class Figure(QWidget):
    """One big figure with its caption above and a line of words below."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = PlainLabel(caption, "section")
        self.figure = PlainLabel("–", "display")
        self.words = ElidedLabel("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._caption)
        column.addWidget(self.figure)
        column.addWidget(self.words)

    def set_room(self, is_roomy: bool) -> None:
        """Show the figure larger where there is room for it."""
        if self.figure.property("room") != is_roomy:
            self.figure.setProperty("room", is_roomy)
            restyle(self.figure)

    def show_figure(self, figure: str, words: str, tone: str = "") -> None:
        """Show a figure, what it means, and how it stands (a tone, or nothing)."""
        self.figure.setText(figure)
        self.figure.set_role(f"display_{tone}" if tone else "display")
        self.words.setText(words)
        self.setAccessibleName(f"{self._caption.text()}: {figure}, {words}")


class FigureStrip(QFrame):
    """The row of figures at the top of the night."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.now = Figure("Now")
        self.finish = Figure("Forecast finish")
        self.done = Figure("Done")
        self.late = Figure("Late")
        self.next_point = Figure("Next decision or point")
        self.kind = Chip("", "waived")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        for place, (figure, stretch) in enumerate(
            ((self.now, 2), (self.finish, 4), (self.done, 3), (self.late, 3), (self.next_point, 5))
        ):
            if place:
                row.addWidget(hairline(upright=True))
            row.addWidget(figure, stretch)
        row.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide strip has larger figures."""
        super().resizeEvent(event)
        for figure in (self.now, self.finish, self.done, self.late, self.next_point):
            figure.set_room(self.width() >= ROOMY_WIDTH)

    def show_picture(self, view: NightView, picture: NightPicture) -> None:
        """Show the figures of one minute."""
        say = view.surroundings.describe
        end = when_words(view, picture, picture.sequence.window_minutes)
        self.now.show_figure(say(picture.minute), "over" if view.is_over else _since(view, picture))
        fits = picture.forecast.fits
        self.finish.show_figure(
            when_words(view, picture, picture.forecast.finish),
            f"End {end}, {spare_words(picture)}",
            "" if fits else "not_met",
        )
        slip = picture.forecast.finish - picture.agreed_finish
        against = f", {duration_text(abs(slip))} {'behind' if slip > 0 else 'ahead'}" if slip else ""
        self.done.show_figure(f"{picture.done} / {picture.total}", f"{len(picture.running)} running{against}")
        late = [step for step in picture.late if step.is_now]
        soon = len(picture.late) - len(late)
        self.late.show_figure(
            str(len(late)),
            f"{soon} about to be late" if soon else "none about to be",
            "critical" if late else "",
        )
        self.next_point.show_figure(*_next_point(view, picture))
        self.kind.setVisible(view.run.is_rehearsal or view.is_over)
        word = "Rehearsal" if view.run.is_rehearsal else "Night"
        self.kind.show_state(f"{word}, over" if view.is_over else word, "waived")


def _since(view: NightView, picture: NightPicture) -> str:
    minutes = picture.minute
    return f"{duration_text(minutes)} in" if minutes >= 0 else f"{duration_text(-minutes)} before"


def _next_point(view: NightView, picture: NightPicture) -> tuple[str, str, str]:
    """The decision due, else whichever comes first: the next gate or the next point of no return."""
    due = [gate for gate in picture.gates if gate.state is GateState.DUE]
    if due:
        return "Decide", f"{due[0].activity.title}: press G or N", "critical"
    say = view.surroundings.describe
    coming: list[tuple[int, str, str]] = [
        (gate.forecast_at, f"◆ {gate.activity.title}, {say(gate.forecast_at)}", "")
        for gate in picture.gates
        if gate.state is GateState.AHEAD
    ]
    for one in picture.countdowns:
        if one.is_proven:
            continue
        words = f"Point of no return of {one.point.change_key}, {say(one.point.minute)}"
        if one.is_passed:
            return "Passed", words, "not_met"
        coming.append((one.point.minute, words, "critical" if one.will_be_missed else ""))
    if not coming:
        return "–", "nothing left to decide", ""
    minute, words, tone = min(coming)
    return countdown_text(max(0, minute - picture.minute)), words, tone
