"""Scrolls and zooms the fullest screens off screen; prints JSON: seconds a frame, by screen.

Run with `python -m app.ui.measuring.scroll`. A frame is what a step of the wheel costs: the new position and
the repaint of what is seen, at 2560 × 1440.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta

from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from app.domain.changes import ChangeClass, ChangeKind, ChangeState
from app.domain.gates import GateResult
from app.services.board_models import COLUMNS, BoardCard, GateChip
from app.ui.board.canvas import BoardCanvas
from app.ui.board.look import card_look
from app.ui.board.model import BoardModel
from app.ui.calendar.entries import Entry, EntryKind
from app.ui.calendar.model import CalendarModel
from app.ui.calendar.spans import Span, SpanKind
from app.ui.calendar.view import CalendarView
from app.ui.jobs import MainThreadCollector
from app.ui.measuring.drag import sequence_views
from app.ui.theme import Preference, Theme

_SIZE = (2560, 1440)
_WHEEL_STEP = 120
_FRAMES = 240
_CARDS = 5_000
_BARS = 2_000
_GATES = ("Build", "Test", "Tickets", "Date", "QA env", "QA", "Pre", "Verified", "Digest", "Plans", "Steps")
_IN_TEST = 4
"""How many of the gates above belong to the first checkpoint."""
_YEAR = date(2026, 1, 1)


def board_frames(theme: Theme) -> list[float]:
    """Scrolling a board of 5,000 cards."""
    model, canvas = BoardModel(), BoardCanvas(card_look(theme))
    chance = random.Random(1)
    model.set_cards([_card(chance, number) for number in range(_CARDS)])
    canvas.setModel(model)
    return _scrolled(canvas, canvas.verticalScrollBar().setValue)


def calendar_frames(theme: Theme) -> list[float]:
    """Painting a calendar year of two windows a week while its span's days are walked."""
    model = CalendarModel()
    model.set_entries([_window(number) for number in range(104)])
    view = CalendarView(theme, model, Span(SpanKind.YEAR, _YEAR))
    days = [_YEAR + timedelta(days=number) for number in range(365)]

    def walk(position: int) -> None:
        view.go_to_day(days[position // _WHEEL_STEP % len(days)])
        view.viewport().update()

    return _scrolled(view, walk)


def sequence_frames(theme: Theme) -> dict[str, list[float]]:
    """Scrolling and zooming a sequence of 2,000 bars, the table beside it."""
    _editor, axis, table = sequence_views(_BARS, theme)
    axis.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
    splitter = QSplitter()
    splitter.addWidget(table)
    splitter.addWidget(axis)
    scrolled = _scrolled(splitter, axis.verticalScrollBar().setValue)
    factors = ([1.25] * 12 + [0.8] * 12) * (_FRAMES // 24)
    return {"scroll": scrolled, "zoom": _frames(axis.zoom, factors)}


def _card(chance: random.Random, number: int) -> BoardCard:
    gates = tuple(
        GateChip(
            "In for test" if place < _IN_TEST else "Ready for production",
            short,
            short,
            short,
            chance.choice((GateResult.MET, GateResult.MET, GateResult.NOT_MET, GateResult.NOT_EVALUATED)),
            "",
        )
        for place, short in enumerate(_GATES)
    )
    return BoardCard(
        number,
        1,
        f"CHG-{number:05d}",
        f"Application {number % 150}: release 4.{number % 90} of its part {number}",
        ChangeKind.APPLICATION,
        ChangeClass.NORMAL,
        ChangeState.IN_TEST,
        number % len(COLUMNS),
        ("Low", "Medium", "High")[number % 3],
        number % 20,
        (),
        gates,
        (f"Server {number % 40} also taken by CHG-{number + 1:05d}",) if number % 4 == 0 else (),
        f"Owner {number % 60}",
        f"Team {number % 9}",
        (f"Application {number % 150}",),
        30 + number % 90,
        None,
    )


def _window(number: int) -> Entry:
    starts = datetime(2026, 1, 3, 22, tzinfo=UTC) + timedelta(days=number * 3.5)
    return Entry(
        ("window", number),
        EntryKind.WINDOW,
        f"Window {number}",
        starts,
        starts + timedelta(hours=8),
        None,
        figure=f"{number % 40}/40",
        parts=((number % 20, "met"), (number % 7, "not_met")),
        capacity=40,
        words=f"Window {number}",
    )


def _scrolled(widget: QWidget, set_position: Callable[[int], object]) -> list[float]:
    widget.resize(*_SIZE)
    widget.show()
    _frames(lambda _: None, range(5))  # opening is not scrolling
    return _frames(set_position, [number * _WHEEL_STEP for number in range(1, _FRAMES + 1)])


def _frames(action: Callable[..., object], values: Iterable[float]) -> list[float]:
    taken = []
    for value in values:
        began = time.perf_counter()
        action(value)
        QApplication.processEvents()
        taken.append(time.perf_counter() - began)
    return taken


def main() -> None:
    """Print the frames of each screen."""
    application = QApplication([])
    theme = Theme(Preference.LIGHT)
    theme.apply(application)
    collector = MainThreadCollector(application)
    collector.start()  # as on the desk: garbage is collected between frames, not within one
    sequence = sequence_frames(theme)
    measured = {
        f"board of {_CARDS} cards, scroll": board_frames(theme),
        "calendar year, walk": calendar_frames(theme),
        f"sequence of {_BARS} bars, scroll": sequence["scroll"],
        f"sequence of {_BARS} bars, zoom": sequence["zoom"],
    }
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
