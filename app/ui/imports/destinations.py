"""Where the records of an import are shown. No Qt."""

from __future__ import annotations

from collections.abc import Mapping as ReadMapping
from dataclasses import dataclass

from app.services.imports.apply import Imported

DESTINATIONS = {
    "changes": ("board", "Open the board"),
    "tickets": ("board", "Open the board"),
    "builds": ("board", "Open the board"),
    "deployments": ("board", "Open the board"),
    "activities": ("sequence", "Open the sequence"),
    "windows": ("calendar", "Open the calendar"),
    "freezes": ("calendar", "Open the calendar"),
    "calendar": ("calendar", "Open the calendar"),
    "window_series": ("calendar", "Open the calendar"),
    "incidents": ("incidents", "Open the incidents"),
    "detected": ("reconciliation", "Open the reconciliation"),
}
"""The screen that shows the records of a kind, and what its button says; all others are in the register."""


@dataclass(frozen=True, slots=True)
class Destination:
    """The screen that shows what was imported, what its button says, and the window to show there."""

    screen: str
    label: str
    window_id: int | None


def destination_of(kind: str, done: Imported, window_id: int | None) -> Destination:
    """Where the records of an import are: changes on the board of the window that most landed on, or in the
    intake where they landed on none."""
    return destination_among(kind, done.landed, window_id)


def destination_among(kind: str, landed: ReadMapping[int | None, int], window_id: int | None) -> Destination:
    """As `destination_of`, by how many changes are on which window (None: in the intake)."""
    screen, label = DESTINATIONS.get(kind, ("register", "Open the register"))
    if not landed:
        return Destination(screen, label, window_id)
    windows = {one: count for one, count in landed.items() if one is not None}
    if not windows:
        return Destination("intake", "Open the intake", None)
    return Destination(screen, label, max(windows, key=lambda one: windows[one]))
