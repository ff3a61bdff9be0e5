"""The start: from a cold program to a painted calendar, beside a bare window with the same libraries.

Both programs print the moment at which they were painted; what they do afterwards is not counted.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from app.cli.bench.measurement import Measurement
from app.cli.bench.programs import run_program
from app.services.demo.month import make_demo
from app.services.workplace import open_workplace

_REPEATS = 5
_FLOOR = """
import time
import sqlalchemy
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

application = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
window.grab()
print(time.time())
QTimer.singleShot(0, application.quit)
application.exec()
"""
_OURS = """
import sys
import time
from app.bootstrap import DatabaseOpener, load_before_qt, utc_now

load_before_qt()
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from app.ui.desk import Desk
from app.ui.screens import SCREENS

application = QApplication([])
settings = QSettings(sys.argv[2], QSettings.Format.IniFormat)
desk = Desk(sys.argv[1], DatabaseOpener(), utc_now, SCREENS, settings)
desk.theme.apply(application)


def look():
    if desk.window is not None and desk.window.current_screen is not None:
        if desk.window.current_screen.model.rowCount():
            desk.window.grab()
            timer.stop()
            print(time.time())
            application.quit()


timer = QTimer()
timer.timeout.connect(look)
timer.start(5)
desk.start()
application.exec()
desk.stop()
"""


def measure() -> list[Measurement]:
    """The start of a program on the demo's month, off screen; each start is a process of its own."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{(Path(folder) / 'bench.db').as_posix()}"
        workplace = open_workplace(url, "bench", lambda: datetime.now(UTC))
        make_demo(workplace, with_packets=False)
        workplace.close()
        settings = str(Path(folder) / "desk.ini")
        floor = _median_until_painted(["-c", _FLOOR])
        ours = _median_until_painted(["-c", _OURS, url, settings])
    return [Measurement.of("start to a painted calendar", ours, floor)]


def _median_until_painted(words: list[str]) -> float:
    _until_painted(words)  # the first start compiles the modules
    return median(_until_painted(words) for _ in range(_REPEATS))


def _until_painted(words: list[str]) -> float:
    began = time.time()
    return float(run_program(words)) - began
