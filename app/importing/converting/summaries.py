"""Rows of a plan that sum up those below them, told by their times: lists of plans may lose their levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

WHO = ("players", "team", "responsible")
_LEAST_BELOW = 2
_LEAST_SUMMED = 2
"""How many rows must sum up others: a step that nobody does may be as long as those after it."""


def are_summaries(rows: Sequence[Mapping[str, object]]) -> list[bool] | None:
    """Of each row whether it sums up those below: nobody does it, it begins with the first of these and ends
    with the last. None where that is not so of several rows, or where other rows that take time name nobody.

    `rows` are the values of a plan's rows; Smartsheet's lists have such rows, and no column that marks them.
    """
    nobody = [not any(row.get(name) for name in WHO) for row in rows]
    found = [nobody[place] and _spans_the_next(rows, nobody, place) for place in range(len(rows))]
    others = (row for row, one, summed in zip(rows, nobody, found, strict=True) if one and not summed)
    return None if sum(found) < _LEAST_SUMMED or any(map(_takes_time, others)) else found


def _spans_the_next(rows: Sequence[Mapping[str, object]], nobody: Sequence[bool], place: int) -> bool:
    """Whether a row begins and ends with the rows below it, those that lie within its times."""
    own = _span(rows[place])
    if own is None:
        return False
    below: list[tuple[datetime, datetime]] = []
    steps = 0
    for later in range(place + 1, len(rows)):
        span = _span(rows[later])
        if span is None or span[0] < own[0] or span[1] > own[1]:
            break
        below.append(span)
        steps += not nobody[later]
    if steps < _LEAST_BELOW:
        return False
    return (min(start for start, _ in below), max(finish for _, finish in below)) == own


def _takes_time(values: Mapping[str, object]) -> bool:
    """Whether a row is no milestone."""
    span = _span(values)
    return span is not None and span[0] < span[1]


def _span(values: Mapping[str, object]) -> tuple[datetime, datetime] | None:
    start, finish = values.get("start"), values.get("finish")
    return (start, finish) if isinstance(start, datetime) and isinstance(finish, datetime) else None
