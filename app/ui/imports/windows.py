"""The windows that a list can be for, by id and in words. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.windows import MaintenanceWindow
from app.services.sequences import is_over
from app.services.windows import list_windows, local_day
from app.services.workplace import Workplace
from app.ui.imports.draft import shortened

Windows = tuple[tuple[int, str], ...]
"""The windows to come, by id and title."""


def windows_to_come(services: Workplace) -> list[MaintenanceWindow]:
    """The windows that can still be planned: what is over is a record, and takes no list."""
    return [one.window for one in list_windows(services) if not is_over(one.window)]


def read_windows(services: Workplace) -> Windows:
    """The windows to come."""
    return named_windows(windows_to_come(services))


def named_windows(windows: Sequence[MaintenanceWindow]) -> Windows:
    """Windows with the day and the title by which a person knows them."""
    return tuple((one.id or 0, _window_words(one)) for one in windows)


def _window_words(window: MaintenanceWindow) -> str:
    return f"{local_day(window):%a %d %b} · {shortened(window.title, 40)}"
