"""What a search costs the desk: the delay of the window's event loop while it runs, and until Stop is obeyed.

Run: `QT_QPA_PLATFORM=offscreen python -m tests.bench.suggestion_desk_bench [COUNT ...]`. The sequence screen
searches as when the button is pressed; a timer of 1 ms notes how late the loop comes back to it.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.domain.changes import Change
from app.domain.windows import MaintenanceWindow
from app.sequencing.suggest import preload
from app.sequencing.suggesting.proposal import ProposedChange
from app.services.sequences import SequenceView
from app.services.workplace import open_workplace
from app.ui.context import DeskContext
from app.ui.jobs import Jobs, MainThreadCollector
from app.ui.sequence.axis_view import AxisView
from app.ui.sequence.editor import SequenceEditor
from app.ui.sequence.model import SequenceModel
from app.ui.sequence.suggestion_desk import SuggestionDesk
from app.ui.theme import Theme
from app.ui.theme.theme import Preference
from tests.bench.suggestion_worlds import night

START = datetime(2026, 11, 28, 21, tzinfo=UTC)
_MEASURED_SECONDS = 6.0


def main() -> None:
    """Print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[100, 300, 2000])
    counts = parser.parse_args().counts
    application = QApplication([])
    theme = Theme(Preference.LIGHT)
    theme.apply(application)
    preload()
    collector = MainThreadCollector()
    collector.start()
    with tempfile.TemporaryDirectory() as folder:
        workplace = open_workplace(f"sqlite:///{Path(folder) / 'desk.db'}", "bench", lambda: START)
        jobs = Jobs()
        settings = QSettings(str(Path(folder) / "desk.ini"), QSettings.Format.IniFormat)
        context = DeskContext(workplace, jobs, theme, lambda: START, settings)
        for count in counts:
            print(_figures(application, context, theme, count), flush=True)
        jobs.shutdown()
        workplace.close()


def _figures(application: QApplication, context: DeskContext, theme: Theme, count: int) -> str:
    sequence, world = night(count)
    end = START + timedelta(minutes=sequence.window_minutes)
    window = MaintenanceWindow("Night", START, end, "Europe/Berlin", id=1)
    changes = tuple(Change(key, key) for key in sequence.by_change)
    view = SequenceView(window, sequence, 1, world, (), (), (), changes, {})
    page = QWidget()
    editor = SequenceEditor(view, page)
    axis = AxisView(editor, SequenceModel(editor, page), theme, lambda: START, page)
    desk = SuggestionDesk(context, editor, axis, page)
    row = QHBoxLayout(page)
    row.addWidget(axis, 1)
    row.addWidget(desk.panel)
    page.resize(1280, 744)
    page.show()
    _spin(application, 0.5)
    began, first, shown = time.perf_counter(), [0.0], [0]
    proposals: list[tuple[ProposedChange, ...]] = []

    def changed() -> None:
        if desk.session.suggestion is not None and desk.session.suggestion.is_usable:
            first[0] = first[0] or time.perf_counter() - began
            proposals.append(desk.session.changes)
            shown[0] += 1

    desk.session.changed.connect(changed)
    desk.search()
    delays = _delays(application, _MEASURED_SECONDS, lambda: desk.session.is_searching)
    stopped_in = _stop(application, desk)
    desk.session.close()
    page.deleteLater()
    _spin(application, 0.1)
    delays.sort()
    return (
        f"{count:5d} activities: loop delay p50 {_at(delays, 0.5):.1f} p99 {_at(delays, 0.99):.1f} "
        f"max {delays[-1]:.1f} ms, first answer shown after {1000 * first[0]:.0f} ms, {shown[0]} shown, "
        f"stopped in {stopped_in:.0f} ms"
    )


def _delays(application: QApplication, seconds: float, goes_on: Callable[[], bool]) -> list[float]:
    """How many milliseconds late the loop comes back, each time; besides, as it is without a search."""
    delays: list[float] = []
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        delays.append(1000 * (now - last[0]) - 1)
        last[0] = now

    timer = QTimer()
    timer.setInterval(1)
    timer.timeout.connect(tick)
    timer.start()
    until = time.perf_counter() + seconds
    while time.perf_counter() < until and goes_on():
        application.processEvents()
        time.sleep(0.0002)
    timer.stop()
    return delays or [0.0]


def _stop(application: QApplication, desk: SuggestionDesk) -> float:
    """Milliseconds from pressing Stop until the search has ended; 0 where it had ended before."""
    if not desk.session.is_searching:
        return 0.0
    pressed = time.perf_counter()
    desk.session.stop()
    while desk.session.is_searching:
        application.processEvents()
        time.sleep(0.0005)
    return 1000 * (time.perf_counter() - pressed)


def _spin(application: QApplication, seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        application.processEvents()
        time.sleep(0.001)


def _at(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


if __name__ == "__main__":
    main()
