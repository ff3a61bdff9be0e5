"""The commands of the calendar screen, for the palette and the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QPushButton

from app.ui.calendar.actions import CalendarActions
from app.ui.calendar.entries import EntryKind
from app.ui.calendar.spans import SpanKind
from app.ui.calendar.view import CalendarView
from app.ui.commands import Command

KINDS = tuple((kind.value, kind.value.capitalize()) for kind in SpanKind)


class CalendarPage(Protocol):
    """What the commands ask of the page that shows a calendar."""

    view: CalendarView
    actions_of: CalendarActions
    intake_button: QPushButton

    def new_window(self) -> None:
        """Ask for a window on the day stood on."""
        ...

    def new_freeze(self) -> None:
        """Ask for a freeze from the day stood on."""
        ...

    def new_booking(self) -> None:
        """Ask for a booking from the day stood on."""
        ...

    def go_today(self) -> None:
        """Stand on today."""
        ...

    def show_kind(self, kind: str) -> None:
        """Show month, week, quarter or year around the day."""
        ...

    def start_resize(self) -> None:
        """Lengthen or shorten the current window with the arrows."""
        ...

    def remove_current(self) -> None:
        """Cancel the current window, or remove the current freeze or booking."""
        ...


def calendar_commands(screen: CalendarPage) -> list[Command]:
    """What can be done in the calendar now; what cannot says why."""
    entry = screen.view.current_entry
    is_window = entry is not None and entry.kind is EntryKind.WINDOW
    reason = "" if is_window else "Choose a window in the calendar first."
    plain: list[tuple[str, Callable[[], object], str]] = [
        ("New window", screen.new_window, "N"),
        ("New freeze", screen.new_freeze, "F"),
        ("New booking or long-range work", screen.new_booking, "B"),
        ("Today", screen.go_today, "T"),
        ("Show or hide the intake list", screen.intake_button.toggle, "I"),
    ]
    made = [Command(label, _silent(run), key, "Calendar") for label, run, key in plain]
    made.append(
        Command(
            "New window series", lambda: screen.actions_of.new_series(screen.view.span.day), "", "Calendar"
        )
    )
    for kind, label in KINDS:
        made.append(
            Command(f"Show {label.lower()}", _silent(screen.show_kind, kind), f"Alt+{label[0]}", "Calendar")
        )
    made.append(Command("Move window", _silent(screen.view.start_placing), "M", "Calendar", reason))
    made.append(Command("Change window's length", screen.start_resize, "R", "Calendar", reason))
    removable = entry is not None and (is_window or entry.is_long)
    gone = "" if removable else "Choose a window, freeze or booking first."
    made.append(Command("Cancel or remove", screen.remove_current, "Del", "Calendar", gone))
    return made


def _silent(run: Callable[..., object], *arguments: object) -> Callable[[], None]:
    def call() -> None:
        run(*arguments)

    return call
