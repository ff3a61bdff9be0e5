"""The context menu of the calendar: what can be done with an entry, or on a free day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.domain.window_rules import state_problem
from app.ui.calendar.actions import CalendarActions
from app.ui.calendar.entries import Entry, EntryKind
from app.ui.calendar.spans import long_day_words
from app.ui.calendar.view import CalendarView
from app.ui.context import DeskContext
from app.ui.widgets import plain_tooltip

Item = tuple[str, Callable[[], object], str]


def entry_menu(
    context: DeskContext, actions: CalendarActions, view: CalendarView, entry: Entry | None, day: date
) -> QMenu:
    """The menu of `view` for an entry (None: a free day); what cannot be done says why in its tooltip."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    if entry is not None:
        for item in _entry_items(context, actions, view, entry):
            _add(menu, item)
        menu.addSeparator()
    words = long_day_words(day)
    for item in (
        (f"New window on {words}…", lambda: actions.new_window(day), ""),
        ("New window series from here…", lambda: actions.new_series(day), ""),
        ("New freeze from here…", lambda: actions.new_freeze(day, day), ""),
        ("New booking or long-range work…", lambda: actions.new_booking(day, day), ""),
    ):
        _add(menu, item)
    return menu


def _entry_items(
    context: DeskContext, actions: CalendarActions, view: CalendarView, entry: Entry
) -> list[Item]:
    if entry.kind is EntryKind.FREEZE:
        freeze = entry.record
        return [
            ("Edit freeze…", lambda: actions.edit_freeze(freeze), ""),
            ("Lift freeze…", lambda: actions.remove_freeze(freeze), ""),
        ]
    if entry.kind is EntryKind.BOOKING:
        booking = entry.record.booking
        return [
            ("Edit booking…", lambda: actions.edit_booking(booking), ""),
            ("Remove booking…", lambda: actions.remove_booking(booking), ""),
        ]
    items: list[Item] = [
        ("Open board", lambda: context.navigate("board", entry.window_id), ""),
        ("Open sequence", lambda: context.navigate("sequence", entry.window_id), ""),
        ("Open meeting", lambda: context.navigate("meeting", entry.window_id), ""),
    ]
    if entry.kind is not EntryKind.WINDOW:
        return items
    window = entry.record.window
    fixed = state_problem(window)
    items += [
        ("Edit window…", lambda: actions.edit_window(window), ""),
        ("Move  M", view.start_placing, fixed),
        ("Change length  R", lambda: view.start_placing(is_resize=True), fixed),
        ("Cancel window…  Del", lambda: actions.cancel(window), fixed),
    ]
    if window.series_id is not None:
        series_id, name = window.series_id, window.title
        items += [
            ("Edit series…", lambda: actions.edit_series(series_id), ""),
            ("End series…", lambda: actions.archive_series(series_id, name), ""),
        ]
    return items


def _add(menu: QMenu, item: Item) -> None:
    label, run, reason = item
    action = menu.addAction(label.replace("&", "&&"))
    action.triggered.connect(lambda _checked=False: run())
    action.setEnabled(not reason)
    action.setToolTip(plain_tooltip(reason))
