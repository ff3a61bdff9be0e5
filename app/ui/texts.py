"""Imported text as the desk paints it: one line of plain letters, whatever it holds."""

from __future__ import annotations

LONGEST = 400
"""Letters that a painted line has room for on any screen; what follows is cut."""


def one_line(text: str, most: int = LONGEST) -> str:
    """Imported text fit for one painted line: no line breaks, not longer than `most` characters."""
    line = " ".join(text[: most + 1].split())
    return line if len(text) <= most else line[:most] + "…"
