"""The context menu of the calendar: what can be done with an entry, or on a free day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.domain.window_rules import state_problem
from app.ui.calendar.entries import Entry, EntryKind
from app.ui.calendar.spans import long_day_words
from app.ui.widgets import plain_tooltip

if TYPE_CHECKING:
    from app.ui.calendar.screen import CalendarScreen

Item = tuple[str, Callable[[], object], str]


def entry_menu(screen: CalendarScreen, entry: Entry | None, day: date) -> QMenu:
    """The menu for an entry (None: a free day); what cannot be done says why in its tooltip."""
    menu = QMenu(screen)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    if entry is not None:
        for item in _entry_items(screen, entry):
            _add(menu, item)
        menu.addSeparator()
    actions = screen.actions_of
    words = long_day_words(day)
    for item in (
        (f"New window on {words}…", lambda: actions.new_window(day), ""),
        ("New window series from here…", lambda: actions.new_series(day), ""),
        ("New freeze from here…", lambda: actions.new_freeze(day, day), ""),
        ("New booking or long-range work…", lambda: actions.new_booking(day, day), ""),
    ):
        _add(menu, item)
    return menu


def _entry_items(screen: CalendarScreen, entry: Entry) -> list[Item]:
    actions, context = screen.actions_of, screen.context
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
        ("Move  M", screen.view.start_placing, fixed),
        ("Change length  R", screen.start_resize, fixed),
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
