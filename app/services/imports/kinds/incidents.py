"""Lists of incidents and outages: when they began and ended, what they touched, which change caused them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.domain.debts import due_after
from app.domain.incidents import Incident, IncidentKind, touches_register
from app.importing.converting.outages import outages_joined
from app.importing.converting.rows import ImportRow
from app.importing.fields import DATED_BY
from app.services.follow_up import rules_of
from app.services.imports.kind import ImportKind, Prepared
from app.services.imports.kinds.touched import with_known_names
from app.services.imports.names import RegisterNames
from app.store.unit_of_work import UnitOfWork

FED: Mapping[str, str] = {
    "title": "title",
    "description": "impact",
    "started_at": "started_at",
    "ended_at": "ended_at",
    "applications": "applications",
    "configuration_items": "configuration_items",
    "change_key": "change_id",
    "team": "team_name",
    "source_state": "source_state",
    "source_system": "source_system",
}
"""Field of the list to attribute of the incident. Columns named nowhere here are kept in `extra`."""

_TEXTS = {name: FED[name] for name in ("description", "team", "source_state", "source_system")}
_DATING = DATED_BY["incidents"]
_BEGINNINGS = _DATING[:2]
_ENDINGS = {"ended_at": "over", "closed_in_source": "closed"}
_MOST_TOLD = 5
_IMPAIRED = ("degrad", "impair", "slow", "partial", "beeinträcht", "dégrad", "intermittent")


def build_incident(values: Mapping[str, Any], base: Incident | None, names: RegisterNames) -> Incident:
    """The incident that `values` say, on top of `base` (None: a new one); absent fields stay as they are."""
    incident = base or Incident(
        str(values["key"]), str(values.get("title") or values["key"]), values["started_at"], names.zone_name
    )
    changed: dict[str, Any] = {
        attribute: str(values[name] or "") for name, attribute in _TEXTS.items() if name in values
    }
    if values.get("title"):
        changed["title"] = str(values["title"])
    if values.get("started_at") is not None:
        changed["started_at"] = values["started_at"]
    if "ended_at" in values:
        changed["ended_at"] = values["ended_at"]
    if "applications" in values:
        changed["applications"] = names.applications.ids_of(values["applications"] or ())
    if "configuration_items" in values:
        changed["configuration_items"] = names.items.ids_of(values["configuration_items"] or ())
    if "change_key" in values:
        changed["change_id"] = names.changes.id_of(values["change_key"])
    if base is None:
        changed["kind"] = _kind_of(values)
    kept = dict(incident.extra) | {
        str(header): str(text) for header, text in dict(values.get("extra") or {}).items()
    }
    filled = replace(incident, **changed, extra=tuple(kept.items()))
    return replace(filled, asks_for_rca=touches_register(filled)) if base is None else filled


def _end(values: Mapping[str, Any], start: datetime) -> datetime | None:
    """It has ended when service was back: the earlier of its end and of the instant it was cleared."""
    ends = [values.get("ended_at"), values.get("closed_in_source")]
    return min((end for end in ends if end is not None and end >= start), default=None)


def _kind_of(values: Mapping[str, Any]) -> IncidentKind:
    """An impairment where the list says so; else nothing worked, which is the graver reading."""
    said = " ".join(str(values.get(name) or "") for name in ("title", "description")).casefold()
    said += " ".join(str(text) for text in dict(values.get("extra") or {}).values()).casefold()
    return IncidentKind.IMPAIRMENT if any(word in said for word in _IMPAIRED) else IncidentKind.OUTAGE


def _prepare(rows: list[ImportRow], names: RegisterNames) -> Prepared:
    kept: list[ImportRow] = []
    refused: list[tuple[ImportRow, str, str]] = []
    backwards: list[int] = []
    dating = _dating(rows)
    rows, lonely = outages_joined(rows)
    refused += [
        (row, "started_at", "It says that something is up again, but no row when it went down.")
        for row in lonely
    ]
    for row in rows:
        values = dict(row.values)
        if values.get("started_at") is None:
            values["started_at"] = next((values[name] for name in dating if values.get(name)), None)
        started, ended = values["started_at"], values.get("ended_at")
        if started is None:
            refused.append((row, "started_at", "The row does not say when it began."))
        elif ended is not None and ended < started:
            refused.append((row, "ended_at", f"It ends {ended:%Y-%m-%d %H:%M} before it begins."))
        else:
            if "ended_at" in values or "closed_in_source" in values:
                values["ended_at"] = _end(values, started)
            if values.pop("closed_in_source", None) is not None and values["ended_at"] is None:
                backwards.append(row.row_number)
            kept.append(replace(row, values=values))
    kept, unknown = with_known_names(kept, names)
    told = (*_told_stand_in(dating), *_told_backwards(backwards), *unknown) if kept else ()
    return Prepared(kept, refused, told)


def _dating(rows: Sequence[ImportRow]) -> tuple[str, ...]:
    """The fields that say when an incident began: of a list that never says, and not when it was opened
    either, the first date that it has of each."""
    fed = {name for row in rows for name in _DATING if name in row.values}
    told = tuple(name for name in _BEGINNINGS if name in fed)
    return told or tuple(name for name in _DATING if name in fed)[:1]


def _told_stand_in(dating: Sequence[str]) -> tuple[str, ...]:
    if not dating or dating[0] in _BEGINNINGS:
        return ()
    what = _ENDINGS.get(dating[0], "last changed")
    return (f"No column says when an incident began; those here begin when they were {what}.",)


def _told_backwards(rows: Sequence[int]) -> list[str]:
    """That some were closed before they began, which is no end of them."""
    if not rows:
        return []
    shown = ", ".join(map(str, rows[:_MOST_TOLD])) + (" …" if len(rows) > _MOST_TOLD else "")
    return [
        f"Closed before they began, so that they have no end here: row {shown}. Mend the times in the list."
    ]


def _after(work: UnitOfWork, records: Sequence[Any], reason: str) -> None:
    """Say when an analysis is due where one is asked for.

    What came in a list became known here only now: its deadline does not lie before that.
    """
    rules = rules_of(work.connection)
    for one in records:
        if not one.asks_for_rca or one.ended_at is None or one.rca_due_at is not None:
            continue
        due_at = due_after(max(one.ended_at, work.now), rules.rca_working_days, one.zone_name)
        work.save(replace(one, rca_due_at=due_at), reason)


KIND = ImportKind(
    "incidents", Incident, build_incident, FED, prepare=_prepare, after=_after, needs_changes=True
)
"""Incidents, outages and impairments, each known by its number in the source."""
