"""Snapping of dragged minutes to a grid and to nearby edges."""

from __future__ import annotations

from collections.abc import Iterable


def snap_to_grid(minute: int, grid_minutes: int) -> int:
    """The multiple of `grid_minutes` nearest to a minute, halves upwards; a grid below 2 changes nothing."""
    if grid_minutes < 2:
        return minute
    return (2 * minute + grid_minutes) // (2 * grid_minutes) * grid_minutes


def snap_to_edges(minute: int, edges: Iterable[int], tolerance_minutes: int, grid_minutes: int = 1) -> int:
    """The nearest edge (another activity's start or finish) within the tolerance, else the grid.

    Of two edges equally far the earlier one wins.
    """
    nearest = min(edges, key=lambda edge: (abs(edge - minute), edge), default=None)
    if nearest is not None and abs(nearest - minute) <= tolerance_minutes:
        return nearest
    return snap_to_grid(minute, grid_minutes)
