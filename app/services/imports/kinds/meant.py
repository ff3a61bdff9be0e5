"""The window a plan is meant for, told by when its steps begin, and how its dates are read, told by that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from app.domain.windows import MaintenanceWindow
from app.importing.converting.rows import convert
from app.importing.mapping import Mapping
from app.importing.proposing.proposal import Proposal
from app.importing.table import Table

_ROWS_LOOKED_AT = 200
_PLANS, _BEGINS = "activities", "start"
_TWO_WAYS, _WEEK = ("dmy", "mdy"), timedelta(days=7)
"""Read the other way, a date is of another month."""
EARLIEST = timedelta(hours=6)
"""How long before its window a step may be done that prepares it."""


@dataclass(frozen=True, slots=True)
class WindowMeant:
    """The window in which most steps of a plan begin; or, where not one of them begins in any window, when
    the first does. Nothing of both where no dates tell."""

    window_id: int | None = None
    begins_at: datetime | None = None


NOT_TOLD = WindowMeant()


def window_meant(
    table: Table, proposal: Proposal, zone_name: str, windows: Sequence[MaintenanceWindow]
) -> WindowMeant:
    """Which of `windows` a plan is for. Times without a zone are read in `zone_name`; dates that can be read
    two ways do not tell that a plan is for none."""
    if proposal.kind != _PLANS or _BEGINS not in proposal.mapping.columns.values() or not windows:
        return NOT_TOLD
    orders = {header: order.order for header, order in proposal.date_orders.items()}
    mapping = replace(proposal.mapping, date_orders={**orders, **proposal.mapping.date_orders})
    moments = _begun(table, mapping, zone_name)
    found = Counter(_window_at(one, windows) for one in moments)
    best, count = found.most_common(1)[0] if found else (None, 0)
    is_clear = not any(order.is_ambiguous for order in proposal.date_orders.values())
    if best is None and moments and count == len(moments) and is_clear:
        return WindowMeant(begins_at=min(moments))
    return WindowMeant(best) if 2 * count > len(moments) else NOT_TOLD


def order_meant(
    table: Table, mapping: Mapping, headers: Iterable[str], zone_name: str, window: MaintenanceWindow
) -> str:
    """The order ("dmy", "mdy") of the dates below `headers` by which most steps of a plan begin within a week
    of its window; "" for other lists, and where that is so by both orders, or by none."""
    if mapping.kind != _PLANS or _BEGINS not in mapping.columns.values():
        return ""
    fitting = []
    for order in _TWO_WAYS:
        ordered = replace(mapping, date_orders={**mapping.date_orders, **dict.fromkeys(headers, order)})
        moments = _begun(table, ordered, zone_name)
        near = [one for one in moments if window.starts_at - _WEEK <= one < window.ends_at + _WEEK]
        if 2 * len(near) > len(moments):
            fitting.append(order)
    return fitting[0] if len(fitting) == 1 else ""


def _begun(table: Table, mapping: Mapping, zone_name: str) -> list[datetime]:
    """When the first steps of a plan begin that say it by a date."""
    rows = list(islice(table.rows, _ROWS_LOOKED_AT))
    head = replace(table, rows=rows, row_numbers=list(table.row_numbers[: len(rows)]))
    begun = (row.values.get(_BEGINS) for row in convert(head, mapping, zone_name).rows)
    return [one for one in begun if isinstance(one, datetime)]


def begins_within(moment: datetime, window: MaintenanceWindow) -> bool:
    """Whether a step that begins then is of this window, or prepares it."""
    return window.starts_at - EARLIEST <= moment < window.ends_at


def _window_at(moment: datetime, windows: Sequence[MaintenanceWindow]) -> int | None:
    """The window that is open then; else the first that it may prepare."""
    open_ones = (one.id for one in windows if one.starts_at <= moment < one.ends_at)
    return next(open_ones, next((one.id for one in windows if begins_within(moment, one)), None))
