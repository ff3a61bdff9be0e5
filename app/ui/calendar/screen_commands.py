"""The commands of the calendar screen, for the palette and the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.ui.calendar.entries import EntryKind
from app.ui.calendar.spans import SpanKind
from app.ui.commands import Command

if TYPE_CHECKING:
    from app.ui.calendar.screen import CalendarScreen

KINDS = tuple((kind.value, kind.value.capitalize()) for kind in SpanKind)


def calendar_commands(screen: CalendarScreen) -> list[Command]:
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
    for key, (kind, label) in enumerate(KINDS, start=1):
        made.append(
            Command(f"Show {label.lower()}", _silent(screen.show_kind, kind), f"Alt+{key}", "Calendar")
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
