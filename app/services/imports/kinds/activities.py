"""Lists of activities: a cutover plan or runbook becomes steps of a window's sequence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from app.domain.register import Person
from app.domain.windows import MaintenanceWindow
from app.importing.converting.dryrun import ChangedRow
from app.importing.converting.rows import ImportRow
from app.sequencing.model import Activity, ActivityState, Phase, new_activity_id
from app.sequencing.model import Sequence as WindowSequence
from app.services.errors import StaleRecordError
from app.services.imports.kind import ImportKind, Planned, Prepared
from app.services.imports.kinds.activity_links import links_now, with_links
from app.services.imports.kinds.activity_rows import prepare, strangers_in
from app.services.imports.kinds.three_points import AT_BEST, AT_WORST
from app.services.imports.names import RegisterNames, read_names
from app.services.imports.player_names import is_person, people_in
from app.services.sequences import refuse_where_over
from app.services.surroundings import window_minutes
from app.store.import_memory import read_contents
from app.store.reading import get
from app.store.sequences import read_sequence, write_sequence
from app.store.unit_of_work import UnitOfWork

FED: Mapping[str, str] = {
    "title": "title",
    "phase": "phase",
    "group": "group",
    "workstream": "workstream",
    "change_key": "change_key",
    "duration_minutes": "duration_minutes",
    AT_BEST: AT_BEST,
    AT_WORST: AT_WORST,
    "start": "planned_start",
    "actual_start": "actual_start",
    "actual_finish": "actual_finish",
    "deadline": "deadline",
    "players": "players",
    "team": "team_id",
    "instructions": "instructions",
    "application": "instructions",
    "responsible": "instructions",
    "extra": "instructions",
    "is_go_no_go": "is_go_no_go",
    "state": "state",
}
"""Field of the plan to attribute of the activity."""
_FOLLOWING = ("team_id", "instructions")
"""Attributes that other fields of the plan have a say in as well."""
_NOTED_IN_INSTRUCTIONS = ("instructions", "application", "responsible", "players", "extra")

_TEXTS = ("title", "group", "workstream")
_MINUTES = ("start", "actual_start", "actual_finish", "deadline")
_NOTED = {
    "application": "Application",
    "responsible": "Responsible",
}


def build_activity(values: Mapping[str, Any], base: Activity | None, names: RegisterNames) -> Activity:
    """The step that `values` say, on top of `base` (None: a new one); its links are made afterwards.

    Times become minutes from the window's start, as pins: a step does not start before its planned time.
    """
    step = base or Activity(id=new_activity_id(), title=str(values.get("title") or values.get("source_id")))
    changed: dict[str, Any] = {}
    for name in _TEXTS:
        if values.get(name) or (name in values and base is not None):
            changed[name] = str(values[name] or "") or step.title * (name == "title")
    for name in _MINUTES:
        if name in values:
            changed[FED[name]] = _minute(values[name], names)
    if "duration_minutes" in values:
        changed["duration_minutes"] = int(values["duration_minutes"] or 0)
    changed |= {name: values[name] for name in (AT_BEST, AT_WORST) if name in values}
    if "phase" in values:
        changed["phase"] = Phase(values["phase"] or Phase.DEPLOY)
    if "state" in values:
        changed["state"] = ActivityState(values["state"] or ActivityState.PLANNED)
    if "is_go_no_go" in values:
        changed["is_go_no_go"] = bool(values["is_go_no_go"])
    if "change_key" in values:
        changed["change_key"] = str(values["change_key"] or "") or None
    changed.update(_who(values, names))
    if base is None or any(name in values for name in _NOTED_IN_INSTRUCTIONS):
        changed["instructions"] = _instructions(values, names)
    return replace(step, **changed)


def _minute(value: Any, names: RegisterNames) -> int | None:
    if value is None or names.window is None:
        return None
    past: timedelta = value - names.window.starts_at
    return round(past.total_seconds() / 60)


def _who(values: Mapping[str, Any], names: RegisterNames) -> dict[str, Any]:
    """Players by name; a responsible team stands in where nobody is named."""
    found: dict[str, Any] = {}
    if "players" in values:
        players = (names.people.id_of(one) for one in people_in(values["players"] or ()))
        found["players"] = tuple(dict.fromkeys(one for one in players if one is not None))
        teams = (names.teams.id_of(one) for one in people_in(values["players"] or ()))
        if not found["players"] and (team := next((one for one in teams if one is not None), None)):
            found["team_id"] = team
    if "team" in values:
        found["team_id"] = names.teams.id_of(values["team"])
    if not found.get("team_id") and not found.get("players") and values.get("responsible"):
        found["team_id"] = names.teams.id_of(values["responsible"])
    return found


def _instructions(values: Mapping[str, Any], names: RegisterNames) -> str:
    lines = [str(values.get("instructions") or "")]
    lines += [f"{label}: {values[name]}" for name, label in _NOTED.items() if values.get(name)]
    players = people_in(values.get("players") or ())
    if unknown := [one for one in players if not is_person(one) or names.people.is_shared(one)]:
        lines.append(f"Players named in the plan: {', '.join(unknown)}")
    lines += [f"{header}: {text}" for header, text in dict(values.get("extra") or {}).items()]
    return "\n".join(line for line in lines if line)


def _read(connection: Connection, keys: Sequence[str], window_id: int | None) -> dict[str, Activity]:
    """The window's imported steps by their key in the plan; no keys: all of them."""
    assert window_id is not None, "activities are read for a window"
    window = get(connection, MaintenanceWindow, window_id)
    sequence = read_sequence(connection, window_id, window_minutes(window)).sequence
    wanted = set(keys)
    return {
        step.source_key: step
        for step in sequence.activities
        if step.source_key and (not wanted or step.source_key in wanted)
    }


def _write(
    work: UnitOfWork, planned: Planned, names: RegisterNames, window_id: int | None, reason: str
) -> list[tuple[ImportRow, int]]:
    """Store the plan's steps and links in the window's sequence; people not in the register are added to it.

    People are added because a step's players are what double bookings, lanes and calls go by; a plan's
    stand-ins such as "all" or "to be named" are kept in the step's instructions instead. Raises
    StaleRecordError where a step that is to be changed is not as it was when it was compared.
    """
    assert window_id is not None, "activities are stored for a window"
    outcome = planned.outcome
    window = work.get(MaintenanceWindow, window_id)
    refuse_where_over(window)
    rows = [*outcome.created, *(one.row for one in outcome.changed)]
    _add_people(work, rows, replace(names, window=window), reason)
    names = replace(read_names(work.connection, with_changes=True), window=window)
    stored = read_sequence(work.connection, window_id, window_minutes(window))
    steps = {step.id: step for step in stored.sequence.activities}
    by_key = {step.source_key: step.id for step in steps.values() if step.source_key}
    before = read_contents(work.connection, planned.kind.memory_name(window_id), list(planned.records))
    for row in outcome.created:
        step = build_activity(row.values, None, names)
        step = replace(step, source_key=row.key, position=len(steps))
        steps[step.id], by_key[row.key] = step, step.id
    for changed in outcome.changed:
        now = steps.get(by_key.get(changed.row.key, ""))
        if now is None or now != planned.records[changed.row.key]:
            raise StaleRecordError("sequence", window_id, stored.sequence)
        steps[now.id] = _changed_step(changed, now, before.get(changed.row.key), names)
    back = [row.key for row in outcome.created if row.key in planned.removed]
    links = with_links(stored.sequence.links, outcome, before, by_key, back)
    sequence = WindowSequence(tuple(steps.values()), links, stored.sequence.window_minutes)
    write_sequence(work, window_id, sequence, stored.version, reason)
    return [(row, window_id) for row in (*rows, *outcome.unchanged) if not row.duplicate_of]


def _changed_step(
    changed: ChangedRow, now: Activity, before: Mapping[str, Any] | None, names: RegisterNames
) -> Activity:
    """The step with what the changed fields feed, and what else follows from the row: what the plan had a
    say in and nobody edited since it said what it said `before`."""
    said = build_activity(changed.row.values, now, names)
    taken = {FED[one.field] for one in changed.changes if one.field in FED}
    if before is not None:
        was = build_activity(before, now, names)
        taken.update(name for name in _FOLLOWING if getattr(now, name) == getattr(was, name))
    return replace(now, **{name: getattr(said, name) for name in taken})


def _add_people(work: UnitOfWork, rows: Sequence[ImportRow], names: RegisterNames, reason: str) -> None:
    zone_name = names.window.zone_name if names.window else "UTC"
    unknown = filter(is_person, strangers_in(rows, names))
    work.add_all([Person(one, zone_name=zone_name) for one in unknown], reason)


def _prepare(rows: list[ImportRow], names: RegisterNames) -> Prepared:
    """The steps of a window that is not over."""
    if names.window is not None:
        refuse_where_over(names.window)
    return prepare(rows, names)


def _now_besides(
    said: Mapping[str, Any], last: Mapping[str, Any], step: Activity, names: RegisterNames
) -> dict[str, Any]:
    """What a step follows, and that nobody has said how far it is where it waits and the plan never did."""
    untold = "state" not in last and step.state is ActivityState.PLANNED
    return links_now(said, last, step, names) | ({"state": None} if untold else {})


KIND = ImportKind(
    "activities",
    Activity,
    build_activity,
    FED,
    fed_besides=("predecessors",),
    told_besides=("state", "is_go_no_go"),
    now_besides=_now_besides,
    prepare=_prepare,
    needs_changes=True,
    needs_window=True,
    read=_read,
    write=_write,
)
"""Cutover plans and runbooks; the keys are the plan's own ids."""
