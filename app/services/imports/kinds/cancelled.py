"""Entries of calendars that were cancelled, as their state says or their title: none is made a window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.importing.words.values import choose

_CANCELLED = "withdrawn"
"""What states mean that say so."""
_MEND = "If the desk has it, cancel it in the calendar there."


def cancelled_said(values: Mapping[str, Any]) -> tuple[str, str] | None:
    """The field that says that an entry was cancelled, and why it is no window; None where none does.

    Programs of mail put the word before the title: "Canceled: Night of patches".
    """
    if values.get("state") == _CANCELLED:
        return "state", f"It was cancelled. {_MEND}"
    word, colon, title = str(values.get("title") or "").partition(":")
    if colon and title.strip() and choose("state", word) == _CANCELLED:
        return "title", f"Its title says that it was cancelled. {_MEND}"
    return None
