"""Lists of windows that recur by weekdays: each row becomes a series of windows, known again by its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.recurrence import WEEKDAYS, rule_parts
from app.domain.schedule import default_checkpoints
from app.domain.windows import WindowSeries
from app.importing.cells.weekly_patterns import clock_said
from app.importing.converting.rows import ImportRow
from app.services.imports.kind import ImportKind, Planned, Prepared
from app.services.imports.names import RegisterNames
from app.services.windows_series import follow_series, make_occurrences, series_problems
from app.store.unit_of_work import UnitOfWork

_FED = {
    "title": "name",
    "rule": "rule",
    "opens": "starts_at",
    "closes": "ends_at",
    "zone_name": "zone_name",
    "capacity_deployments": "capacity_deployments",
    "capacity_minutes": "capacity_minutes",
}
_HOURS = ("opens", "closes")
_SOME_DAY = date(2000, 1, 1)
_EVERY_WEEK_FROM = 1
_NO_DAYS = (
    'The row does not say on which days it recurs. Write "every Tuesday", "first Sunday of the month", '
    "or a rule such as FREQ=WEEKLY;BYDAY=TU."
)


def series_of(values: Mapping[str, Any], base: WindowSeries | None, names: RegisterNames) -> WindowSeries:
    """The series that `values` say; a new one begins on some day, until it is stored."""
    series = base or WindowSeries(
        str(values["title"]),
        str(values["rule"]),
        _SOME_DAY,
        time.fromisoformat(values["opens"]),
        time.fromisoformat(values["closes"]),
        names.zone_name,
    )
    changed = {
        attribute: values[name] for name, attribute in _FED.items() if values.get(name) not in (None, "")
    }
    for name in ("starts_at", "ends_at"):
        if name in changed:
            changed[name] = time.fromisoformat(changed[name])
    return replace(series, **changed)


def _prepare(rows: list[ImportRow], names: RegisterNames) -> Prepared:
    kept, refused = [], []
    for row in rows:
        values = {**row.values, **{name: clock_said(str(row.values.get(name) or "")) for name in _HOURS}}
        if not values.get("rule"):
            refused.append((row, "rule", _NO_DAYS))
        elif not all(values[name] for name in _HOURS):
            refused.append((row, "opens", "The row does not say from when to when it lasts."))
        elif problems := series_problems(series_of(values, None, names)):
            refused.append((row, "rule", problems[0]))
        else:
            kept.append(replace(row, values=values))
    return Prepared(kept, refused, (_told(len(kept)),) if kept else ())


def _told(count: int) -> str:
    if count == 1:
        return "1 window recurs: its dates are made half a year ahead."
    return f"{count} windows recur: their dates are made half a year ahead."


def _write(
    work: UnitOfWork, planned: Planned, names: RegisterNames, window_id: int | None, reason: str
) -> list[tuple[ImportRow, int]]:
    """Store series and make their windows ahead: new ones begin today, with the checkpoints of the first
    series there is; the untouched windows of changed ones follow."""
    outcome = planned.outcome
    known = [one for one in work.find(WindowSeries) if not one.is_archived]
    fresh = []
    for row in outcome.created:
        one = series_of(row.values, None, names)
        points = known[0].checkpoints if known else default_checkpoints(_first_weekday(one.rule))
        today = work.now.astimezone(ZoneInfo(one.zone_name)).date()
        fresh.append(replace(one, first_day=today, checkpoints=points))
    stored = work.add_all(fresh, reason)
    for one in stored:
        make_occurrences(work, one, reason=reason)
    kept = [(row, one.id or 0) for row, one in zip(outcome.created, stored, strict=True)]
    for changed in outcome.changed:
        before: Any = planned.records[changed.row.key]
        fields = {change.field for change in changed.changes}
        said = {name: value for name, value in changed.row.values.items() if name in fields}
        one = work.save(series_of(said, before, names), reason)
        follow_series(work, before, one, "Follows its series")
        make_occurrences(work, one)
        kept.append((changed.row, before.id))
    return kept + [
        (row, planned.records[row.key].id)  # type: ignore[attr-defined]
        for row in outcome.unchanged
        if row.key in planned.records and not row.duplicate_of
    ]


def _first_weekday(rule: str) -> int:
    """The ISO number of the first weekday a rule names; Saturday where it names none."""
    named = rule_parts(rule).get("BYDAY", "SA").split(",")[0].lstrip("+-0123456789")
    return WEEKDAYS.index(named) + _EVERY_WEEK_FROM


KIND = ImportKind(
    "window_series", WindowSeries, series_of, _FED, key_attribute="name", prepare=_prepare, write=_write
)
"""Windows that recur."""
