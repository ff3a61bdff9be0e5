"""Entries of the calendar file that this program writes, where that comes in as a list."""

from __future__ import annotations

import re
from dataclasses import replace

from app.importing.converting.rows import ImportRow

_OWN_ID = re.compile(r"(window|freeze|checkpoint|meeting|booking)-\d+@lockstep$")
_NO_SPANS = ("checkpoint", "meeting", "booking")


def only_shown(row: ImportRow) -> str:
    """Why an entry that is neither window nor freeze does not come in; "" for those that are, and for those
    of other calendars."""
    kind = _kind_of(row)
    if kind not in _NO_SPANS:
        return ""
    return f"It is a {kind} in Lockstep's own calendar, which only shows it. Edit it on the screen Calendar."


def as_called_here(row: ImportRow) -> ImportRow:
    """A row with the freeze's own title, where this program wrote what it is before it."""
    if _kind_of(row) != "freeze":
        return row
    title = str(row.values.get("title") or "").removeprefix("Freeze: ")
    return replace(row, values={**row.values, "title": title, "entry": "freeze"})


def _kind_of(row: ImportRow) -> str:
    found = _OWN_ID.fullmatch(str(row.values.get("uid") or ""))
    return found[1] if found else ""
