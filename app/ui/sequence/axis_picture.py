"""What the time axis shows at one moment, for everything that paints on it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF

from app.ui.sequence.axis_geometry import Places
from app.ui.sequence.rows import Row
from app.ui.sequence.scale import TimeScale


@dataclass(frozen=True, slots=True)
class Picture:
    """What is painted: the rows to paint with their tops, the scale, and what the pointer is about.

    `places` tells where all rows stand, the first of them at `first_top`; `ends` are the upper and the lower
    end of what is painted. All lengths are pixels of the viewport.
    """

    rows: list[tuple[Row, float]]
    places: Places
    first_top: float
    scale: TimeScale
    width: float
    ends: tuple[float, float]
    hovered: str | None = None
    rubber_line: QLineF | None = None
    now_minute: float | None = None
    has_focus: bool = False
