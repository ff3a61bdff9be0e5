"""The night screen: the running window on one page, kept by one key an act, repainted each minute."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Activity
from app.sequencing.night_picture import NightPicture
from app.services.night.export import export_log
from app.services.night.models import NightView, WindowOffer
from app.services.night.replanning import warm_up
from app.services.night.runs import coming_window, offer, open_night, running_windows
from app.ui.announcer import Changes
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.jobs import JobControl
from app.ui.night.actions import NightActions
from app.ui.night.columns import (
    PROGRESS,
    ROOMY,
    STRETCHED,
    activity_columns,
    log_columns,
    next_columns,
    watch_columns,
)
from app.ui.night.figures import FigureStrip
from app.ui.night.fitting import fitted
from app.ui.night.keys import KeyRow, night_commands
from app.ui.night.offer import NightOffer
from app.ui.night.progress import ProgressDelegate
from app.ui.night.rows import activity_rows, log_rows, next_rows, watch_rows
from app.ui.night.undo import NightUndo
from app.ui.saving import file_to_write
from app.ui.screen import Screen
from app.ui.times import clock_text
from app.ui.widgets import Column, PlainLabel, RecordModel, RecordTable, Segmented

_KINDS = frozenset({"night", "night_run", "activity", "sequence", "maintenance_window", "change", "person"})
_OFFER, _NIGHT = 0, 1
Windows = tuple[MaintenanceWindow, ...]
Found = tuple[NightView | None, WindowOffer | None, Windows, MaintenanceWindow | None]


class NightScreen(Screen):
    """The night of the selected window, or what could begin there."""

    title = "Night"

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view: NightView | None = None
        self.picture: NightPicture | None = None
        self._run_id: int | None = None
        self._selected_id: str | None = None
        self._shown: tuple[int, bool] | None = None
        self._takes_focus = True
        self._is_warm = False
        self.actions_of_night = NightActions(context, self, self)
        self._undo = NightUndo(self.actions_of_night, self)
        actions, theme = self.actions_of_night, context.theme
        self.offer = NightOffer(
            theme,
            actions.begin,
            actions.rehearse,
            lambda: context.navigate("sequence"),
            self._go_to,
            lambda: context.navigate("calendar"),
            self,
        )
        self.figures = FigureStrip(theme)
        self.keys = KeyRow(actions, self.choose_file, self)
        self._filter = Segmented([("open", "Now and next"), ("late", "Late"), ("all", "All")], "Show")
        self._filter.chosen.connect(lambda _key: self._narrow())
        self.activities = self._table(activity_columns(), "Activities of the night")
        places = [column.key for column in self.activities.records.columns]
        self.activities.setItemDelegateForColumn(
            places.index(PROGRESS), ProgressDelegate(theme, self.activities)
        )
        self.activities.selection_changed.connect(lambda _rows: self._selected())
        self.next_steps = self._table(next_columns(), "Next for whom")
        self.watch = self._table(watch_columns(), "Decisions and points of no return")
        self.log = self._table(log_columns(), "Log")
        for table in (self.next_steps, self.watch, self.log):
            table.record_opened.connect(lambda row: self._show_activity(row.activity_id))
            table.horizontalHeader().hide()
        self._stack = QStackedLayout()
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.setTimerType(Qt.TimerType.PreciseTimer)
        self._minute.timeout.connect(self._tick)
        self._build()
        self._narrow()

    def _table(self, columns: list[Column[Any]], name: str) -> RecordTable:
        key = (lambda row: row.number) if name == "Log" else (lambda row: getattr(row, "key", "") or row.id)
        made = RecordTable(self.context.theme, RecordModel(columns, key, self), name)
        stretched = next(one.key for one in columns if one.key in STRETCHED)
        made.fit_by(lambda room: fitted(columns, stretched, ROOMY, room))
        return made

    def _build(self) -> None:
        night = QWidget(self)
        column = QVBoxLayout(night)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.figures)
        column.addWidget(self.keys)
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.setHorizontalSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel("Activities", "section"))
        head.addWidget(self._filter)
        head.addStretch(1)
        for made in (self.keys.copy, self.keys.export, self.keys.end):
            head.addWidget(made)
        grid.addLayout(head, 0, 0)
        grid.addWidget(self.activities, 1, 0, 5, 1)
        for place, (label, table) in enumerate(
            (
                ("Next for whom", self.next_steps),
                ("Decisions and points of no return", self.watch),
                ("Log", self.log),
            )
        ):
            grid.addWidget(PlainLabel(label, "section"), 2 * place, 1)
            grid.addWidget(table, 2 * place + 1, 1)
            grid.setRowStretch(2 * place + 1, 4 if table is self.log else 3)
        grid.setColumnStretch(0, 8)
        grid.setColumnStretch(1, 5)
        column.addLayout(grid, 1)
        self._stack.addWidget(self.offer)
        self._stack.addWidget(night)
        self.setLayout(self._stack)

    def activate(self, window_id: int | None) -> None:
        """Show the window's night; another window forgets which run was chosen."""
        self._takes_focus = True
        if window_id != self.window_id:
            self._run_id = None
        super().activate(window_id)

    def deactivate(self) -> bool:
        """Stop repainting while nobody looks."""
        self._minute.stop()
        return True

    def reload(self) -> None:
        """Read the run as it stands, off the window's thread."""
        window_id, run_id, services = self.window_id, self._run_id, self.context.services

        def read(_control: JobControl) -> Found:
            running, coming = running_windows(services), coming_window(services)
            if window_id is None:
                return None, None, running, coming
            view = open_night(services, window_id, run_id)
            return view, None if view is not None else offer(services, window_id), running, coming

        self.context.fetch("Reading the night", read, self._arrived, self, key="night")

    def refresh(self, changes: Changes) -> None:
        """Read again when something of a night, or of what it stands on, changed."""
        if any(one.kind in _KINDS for one in changes):
            self.reload()

    def open_run(self, run_id: int) -> None:
        """Show a run of the selected window."""
        self._run_id = run_id
        self.reload()

    def selected_activity(self) -> Activity | None:
        """The activity the keyboard is at."""
        rows = self.activities.selected_records()
        if not rows or self.picture is None or rows[0].id not in self.picture.sequence:
            return None
        return self.picture.sequence.activity(rows[0].id)

    def show_backdating(self) -> None:
        """Show whether the next entry is backdated."""
        instant = self.actions_of_night.backdated_to
        words = ""
        if instant is not None and self.view is not None:
            words = f"Next entry at {clock_text(instant, self.view.window.zone_name)}"
        self.keys.show_backdating(words)

    def _arrived(self, found: Found) -> None:
        self.view, offered, running, coming = found
        if self.view is None:
            self.picture = None
            if offered is not None:
                self.offer.show_offer(offered, running, coming)
            else:
                self.offer.show_nothing(coming)
            self._show_stack(_OFFER)
            return
        if self.view.is_over and self._shown != (self.view.run_id, True):
            self._filter.choose("all")  # nothing runs or waits any more
            self._narrow()
        self._shown = (self.view.run_id, self.view.is_over)
        self._run_id = self.view.run_id
        if not self._is_warm:
            self._is_warm = True
            self.context.fetch("Preparing the re-plan", lambda _control: warm_up(), lambda _none: None, self)
        self._show_stack(_NIGHT)
        self._paint(self.context.clock())
        if self._takes_focus:
            self._takes_focus = False
            self.activities.setFocus()

    def _show_stack(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        if place == _OFFER:
            self._minute.stop()
        self.commands_changed.emit()

    def _paint(self, now: datetime) -> None:
        """Show the picture of an instant; rows change where their words do, nothing is reset."""
        view = self.view
        if view is None:
            return
        self.picture = picture = view.picture(now)
        self.figures.show_picture(view, picture)
        self.activities.records.set_records(activity_rows(view, picture))
        self.next_steps.records.set_records(next_rows(view, picture))
        self.watch.records.set_records(watch_rows(view, picture))
        self.log.records.set_records(log_rows(view))
        self._keep_selection()
        self._selected()
        if not view.is_over:
            self._minute.start((60 - now.second) * 1000 - now.microsecond // 1000 + 1)

    def _keep_selection(self) -> None:
        """After an act the selected activity may be gone: go on to what follows it, never to a stranger.

        A key pressed twice then meets an activity that waits, not another one that runs.
        """
        selected, picture = self.activities.selected_records(), self.picture
        if selected:
            self._selected_id = selected[0].id
        elif self._selected_id is None:
            self.activities.selectRow(0)
        elif picture is not None:
            links = picture.sequence.links_out_of.get(self._selected_id, ())
            any(self.activities.select_key(link.successor) for link in links)

    def _tick(self) -> None:
        self._paint(self.context.clock())

    def _narrow(self) -> None:
        shown = self._filter.current
        conditions = {"open": lambda row: row.is_open, "late": lambda row: row.is_late, "all": None}
        self.activities.records.set_condition(conditions[shown])

    def _selected(self) -> None:
        rows = self.activities.selected_records()
        if rows:
            self._selected_id = rows[0].id
        self.keys.refresh()
        self.commands_changed.emit()

    def _show_activity(self, activity_id: str) -> None:
        if activity_id:
            if not self.activities.select_key(activity_id):
                self._filter.choose("all")
                self._narrow()
                self.activities.select_key(activity_id)
            self.activities.setFocus()

    def _go_to(self, window_id: int) -> None:
        self.context.select_window(window_id)

    def choose_file(self) -> None:
        """Ask where the log goes, then write it."""
        kinds = {".pdf": "PDF", ".csv": "CSV", ".xlsx": "Workbook"}
        out = file_to_write(self.window(), "Export the log", Path.home() / "night-log.pdf", kinds)
        if out is not None:
            self.export(out)

    def export(self, out: Path) -> None:
        """Write the log to a file, off the window's thread."""
        view, services = self.view, self.context.services
        if view is None:
            return
        self.context.fetch(
            "Exporting the log",
            lambda _control: export_log(services, view, out),
            lambda done: self.context.notify(f"Wrote {done.file}: {done.rows} lines.", "met"),
            self,
        )

    def commands(self) -> list[Command]:
        """What can be done now, each with its key."""
        return night_commands(self.actions_of_night, self.choose_file, self.offer)

    def undo_stack(self) -> QUndoStack | None:
        """The undo of acts, each by an entry of its own."""
        return self._undo
