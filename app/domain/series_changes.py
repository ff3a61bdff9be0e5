"""How a series is parted where its windows move from one day on; what came before stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from app.domain.errors import RecurrenceRuleError
from app.domain.recurrence import continued, ending_before, occurrence_days
from app.domain.windows import WindowSeries


@dataclass(frozen=True, slots=True)
class Split:
    """A series parted at a day: what ends before it (None when nothing came before), and what goes on."""

    earlier: WindowSeries | None
    later: WindowSeries


def split_series(
    series: WindowSeries,
    day: date,
    by_days: int = 0,
    starts_at: time | None = None,
    ends_at: time | None = None,
) -> Split:
    """ "This and following": the series ended before `day`, and the one that goes on `by_days` later.

    Local times may change with it. Raises RecurrenceRuleError when the rule cannot be moved by days without
    becoming another one.
    """
    rule = continued(series, day, by_days)
    if rule is None:
        raise RecurrenceRuleError(
            f"The rule of {series.name} ({series.rule}) does not stay the same rule when it moves by "
            f"{by_days} days. Move this window alone, or edit the series and choose its new days."
        )
    later = replace(
        series,
        rule=rule,
        first_day=day + timedelta(days=by_days),
        starts_at=series.starts_at if starts_at is None else starts_at,
        ends_at=series.ends_at if ends_at is None else ends_at,
    )
    if not occurrence_days(series, series.first_day, day):
        return Split(None, later)
    return Split(replace(series, rule=ending_before(series.rule, day)), replace(later, id=None, version=1))
