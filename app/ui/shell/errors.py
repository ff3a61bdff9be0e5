"""Errors shown the same way everywhere: what went wrong, where, and how to mend it; reports are kept."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.services.errors import EXPECTED_ERRORS
from app.ui.context import Clock
from app.ui.widgets import FittedDialog, PlainLabel, button

ERROR_WIDTH = 560
DETAILS_HEIGHT = 180
MOST_REPORTS = 50


def report_text(error: BaseException, doing: str, now: datetime) -> str:
    """The report of a defect: when, what was being done, versions and the whole trace."""
    trace = "".join(traceback.format_exception(error))
    system = f"Python {platform.python_version()} on {platform.platform()}"
    return f"{now.isoformat(timespec='seconds')}\n{doing or 'Unknown step'}\n{system}\n\n{trace}"


def keep_report(folder: Path, text: str, now: datetime) -> Path | None:
    """Write the report into `folder`, dropping the oldest of many; None where the disk refuses."""
    path = folder / f"report-{now:%Y%m%dT%H%M%S%f}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for old in sorted(folder.glob("report-*.txt"))[:-MOST_REPORTS]:
            old.unlink()
    except OSError:
        return None
    return path


class ErrorDialog(FittedDialog):
    """Says what went wrong, where, and how to mend it; the details of a defect can be copied."""

    def __init__(
        self, doing: str, message: str, mend: str, details: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(ERROR_WIDTH)
        heading = f"{doing} did not work" if doing else "Something went wrong"
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(f"{message} {mend}")
        self._details = details
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(heading, "title", wraps=True))
        column.addWidget(PlainLabel(message, wraps=True, selectable=True))
        if mend:
            column.addWidget(PlainLabel(mend, "muted", wraps=True, selectable=True))
        buttons = QHBoxLayout()
        if details:
            text = QPlainTextEdit(details)
            text.setReadOnly(True)
            text.setFixedHeight(DETAILS_HEIGHT)
            text.setAccessibleName("Details")
            column.addWidget(text)
            buttons.addWidget(button("Copy details", self._copy, parent=self))
        buttons.addStretch(1)
        close = button("Close", self.accept, "primary", self)
        close.setDefault(True)
        buttons.addWidget(close)
        column.addLayout(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


def error_dialog(
    error: BaseException, doing: str, clock: Clock, reports: Path, parent: QWidget | None
) -> ErrorDialog:
    """The dialog for `error`: expected ones show their message, defects are reported and kept."""
    if isinstance(error, EXPECTED_ERRORS):
        problems = [one for one in getattr(error, "problems", ()) if one not in str(error)]
        return ErrorDialog(doing, str(error), "\n".join(f"• {one}" for one in problems), parent=parent)
    now = clock()
    text = report_text(error, doing, now)
    path = keep_report(reports, text, now)
    kept = (
        f"A report is kept in {path}."
        if path
        else "The report could not be written to disk; copy the details."
    )
    return ErrorDialog(
        doing,
        "This is a defect in Lockstep. Nothing half-done was saved, and your records are as they were.",
        f"Try again; if it comes back, send the details to whoever looks after Lockstep. {kept}",
        text,
        parent,
    )


class ExceptionCatcher(QObject):
    """Takes exceptions nobody caught, from slots and threads, to the main thread; `caught` carries them."""

    caught = Signal(object)

    def install(self) -> Callable[[], None]:
        """Take over the hooks; returns what gives them back."""
        before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

        def restore() -> None:
            sys.excepthook, threading.excepthook = before

        return restore

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        traceback.print_exception(error)
        self.caught.emit(error)

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.caught.emit(arguments.exc_value)
