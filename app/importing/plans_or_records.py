"""Plans told from lists of changes and of things that happened, which have times as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.importing.date_orders import is_numeric_date
from app.importing.dates import DateReader
from app.importing.kind_words import names_a_step
from app.importing.makeshift import Cells

_OF_A_PLAN = ("duration_minutes", "finish", "predecessors", "actual_start", "actual_finish", "phase")
_LONGEST_PLAN_DAYS = 31
_DATES = DateReader("dmy", "UTC")


def are_records(columns: Mapping[str, str], headers: Sequence[str], cells_of: Cells) -> bool:
    """Whether what could be the steps of a plan are changes, one a row, or happened on days of many months.

    `columns` has the header of each field of an activity. What says how long a step takes, when it ends or
    what it waits for, or calls it a step, is a plan.
    """
    if any(field in columns for field in _OF_A_PLAN) or any(map(names_a_step, headers)):
        return False
    changes = cells_of(columns["change_key"]) if "change_key" in columns else []
    if len(changes) > 1 and len(set(changes)) == len(changes):
        return True
    days = cells_of(columns["day"]) if "day" in columns else []
    known = [day for cell in days if not is_numeric_date(cell) and (day := _DATES.day(cell.strip()))]
    return bool(known) and (max(known) - min(known)).days > _LONGEST_PLAN_DAYS
