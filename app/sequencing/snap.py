"""Snapping of dragged minutes to a grid and to nearby edges."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def snap_to_grid(minute: int, grid_minutes: int) -> int:
    """The multiple of `grid_minutes` nearest to a minute, halves upwards; a grid below 2 changes nothing."""
    if grid_minutes < 2:
        return minute
    return (2 * minute + grid_minutes) // (2 * grid_minutes) * grid_minutes


def snap_to_edges(minute: int, edges: Sequence[int], tolerance_minutes: int, grid_minutes: int = 1) -> int:
    """The nearest edge (another activity's start or finish) within the tolerance, else the grid.

    `edges` ascend. Of two edges equally far the earlier one wins.
    """
    nearest = _nearest(minute, edges)
    if nearest is not None and abs(nearest - minute) <= tolerance_minutes:
        return nearest
    return snap_to_grid(minute, grid_minutes)


def snap_bar(
    start: int, duration_minutes: int, edges: Sequence[int], tolerance_minutes: int, grid_minutes: int = 1
) -> int:
    """The start of a dragged bar: whichever of its ends is nearer to an edge lies on it, else the grid.

    `edges` ascend. Where both ends are equally near, the start goes first.
    """
    ways = [
        edge - end
        for end in (start, start + duration_minutes)
        if (edge := _nearest(end, edges)) is not None and abs(edge - end) <= tolerance_minutes
    ]
    return start + min(ways, key=abs) if ways else snap_to_grid(start, grid_minutes)


def _nearest(minute: int, edges: Sequence[int]) -> int | None:
    place = bisect_left(edges, minute)
    around = edges[max(0, place - 1) : place + 1]
    return min(around, key=lambda edge: abs(edge - minute), default=None)
