"""How long the steps of a plan take at best and at worst, beside how long they most likely do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

AT_BEST, AT_WORST = "optimistic_minutes", "pessimistic_minutes"
_MOST_TOLD = 5


def with_three_points(said: Mapping[str, Any], values: dict[str, Any]) -> bool:
    """Count the durations at best and at worst of `values` in the days of their duration, which `said`
    another number; leave out those that do not enclose it. Whether all did.

    A best that takes longer than the likely, or a worst that takes less, is of another unit, or of something
    else: a chance to finish made of it would be wrong.
    """
    likely, before = values.get("duration_minutes"), said.get("duration_minutes")
    scale = likely / before if likely and before else 1
    for name in (AT_BEST, AT_WORST):
        if values.get(name) is not None:
            values[name] = round(values[name] * scale)
    best, worst = values.get(AT_BEST), values.get(AT_WORST)
    if best is None and worst is None:
        return True
    encloses = likely is not None and (best is None or best <= likely) and (worst is None or likely <= worst)
    if not encloses:
        values.update(dict.fromkeys({AT_BEST, AT_WORST} & values.keys()))
    return encloses


def told_not_enclosed(row_numbers: Sequence[int]) -> list[str]:
    """That durations at best and at worst were left out, and of which rows."""
    if not row_numbers:
        return []
    named = ", ".join(map(str, row_numbers[:_MOST_TOLD]))
    more = f" and {len(row_numbers) - _MOST_TOLD} more" if len(row_numbers) > _MOST_TOLD else ""
    rows = f"row {named}" if len(row_numbers) == 1 else f"rows {named}{more}"
    return [f"Durations at best and at worst are left out where the duration is not between them: {rows}."]
