"""The line at the bottom: the database, running jobs with Cancel, whether everything is saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from app.ui.jobs import Job, Jobs
from app.ui.theme import Theme
from app.ui.widgets import PlainLabel, button

PROGRESS_WIDTH = 96
PERCENT = 100
SAVED = "All changes saved"


class StatusLine(QFrame):
    """Shows one running job at a time, the oldest, and how many wait behind it; those without a title are not
    told of."""

    commands_asked = Signal()

    def __init__(self, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setFixedHeight(theme.space("status_bar_height"))
        self._jobs = jobs
        self._database = PlainLabel("", parent=self)
        self._job = PlainLabel("", parent=self)
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(PROGRESS_WIDTH)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        self._cancel = button("Cancel", self._cancel_shown, "link", self)
        self._saved = PlainLabel(SAVED, parent=self)
        commands = button("Ctrl+K for commands", self.commands_asked.emit, "flat", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(16)
        row.addWidget(self._database)
        row.addStretch(1)
        for widget in (self._job, self._bar, self._cancel, self._saved, commands):
            row.addWidget(widget)
        for signal in (jobs.job_started, jobs.job_progressed, jobs.job_ended):
            signal.connect(self._show_jobs)
        self._show_jobs()

    def set_database(self, words: str, is_connected: bool = True) -> None:
        """Say which database is open, and whether it answers."""
        self._database.setText(f"{'●' if is_connected else '○'} {words}")
        self._database.setAccessibleName(words if is_connected else f"{words}, not connected")

    @property
    def _told(self) -> list[Job]:
        return [job for job in self._jobs.running if job.title]

    def _shown(self) -> Job | None:
        told = self._told
        return told[0] if told else None

    def _show_jobs(self, _job: object = None) -> None:
        is_writing = any(job.is_writing for job in self._jobs.running)
        self._saved.setText("Saving…" if is_writing else SAVED)
        job = self._shown()
        for widget in (self._job, self._bar):
            widget.setVisible(job is not None)
        self._cancel.setVisible(job is not None and job.can_be_stopped)
        if job is None:
            return
        waiting = len(self._told) - 1
        text = job.control.text
        words = f"{job.title}: {text}" if text not in ("", job.title) else job.title
        self._job.setText(f"{words} · {waiting} more" if waiting else words)
        fraction = job.control.fraction
        self._bar.setRange(0, 0 if fraction is None else PERCENT)
        self._bar.setValue(round((fraction or 0) * PERCENT))

    def _cancel_shown(self) -> None:
        if (job := self._shown()) is not None:
            self._jobs.cancel(job)
