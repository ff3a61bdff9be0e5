"""A register that lists name, a list of every kind, and what the desk may edit of its records."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any

from app.domain.changes import Build, Change, Deployment, Ticket
from app.domain.incidents import Incident
from app.domain.reconciliation import DetectedChange
from app.domain.register import (
    Application,
    BuildMachine,
    ConfigurationItem,
    Environment,
    Person,
    Stage,
    Team,
)
from app.domain.windows import Freeze, MaintenanceWindow, WindowSeries
from app.importing.mapping import Mapping as ColumnMapping
from app.importing.reading.files import read_table
from app.sequencing.model import Activity
from app.services.imports.dry import plan
from app.services.imports.kind import Planned
from app.services.sequences import open_sequence, save_sequence
from app.services.workplace import Workplace
from app.store.reading import find

Ids = Mapping[str, int]
Edit = Callable[[Ids], dict[str, Any]]
OPENS = datetime(2026, 3, 28, 20, tzinfo=UTC)
DIGEST = "a" * 64

TYPES: Mapping[str, type[Any]] = {
    "changes": Change,
    "tickets": Ticket,
    "builds": Build,
    "deployments": Deployment,
    "incidents": Incident,
    "detected": DetectedChange,
    "activities": Activity,
    "applications": Application,
    "configuration_items": ConfigurationItem,
    "people": Person,
    "teams": Team,
    "environments": Environment,
    "build_machines": BuildMachine,
    "windows": MaintenanceWindow,
    "freezes": Freeze,
    "window_series": WindowSeries,
}
_SPAN = "starts_at=2026-05-02 20:00Z;ends_at=2026-05-03 02:00Z"
_SCOPE = "applications=Shop;configuration_items=db1"
_LISTS = {
    "changes": "key=NEW;title=Patch;description=d;change_kind=database;change_class=standard;state=new;"
    f"impact=2;likelihood=2;requester=Ada;owner=Ada;team=Core;{_SCOPE};deployment_on=2026-05-01;"
    "deployment_approved=no;backout_plan=b;verification_plan=v;expected_downtime_minutes=10;labels=red;"
    "url=http://a",
    "tickets": "change_key=CHG-1;key=T;title=Order;state=open;url=http://a",
    "builds": f"change_key=CHG-1;number=b;revision=ab;machine=ci-1;digest={DIGEST};succeeded=yes;"
    "built_at=2026-02-01 10:00Z",
    "deployments": "change_key=CHG-1;environment=QA;deployed_at=2026-02-01 10:{}Z;build=1;deployed_by=Ada;"
    f"outcome=succeeded;digest={DIGEST};issues=none",
    "incidents": "key=INC;title=Down;description=all;started_at=2026-02-01 10:00Z;"
    f"ended_at=2026-02-01 11:00Z;{_SCOPE};change_key=CHG-1;team=Core;state=closed",
    "detected": "detected_at=2026-02-01 10:00Z;ci=db1;what=config;who=root;source_system=aide",
    "activities": "source_id=S;title=Do;phase=deploy;group=G;workstream=W;change_key=CHG-1;"
    "duration_minutes=30;optimistic_minutes=2;pessimistic_minutes=60;start=2026-03-28 21:00Z;players=Ada;"
    "team=Core;instructions=i;is_go_no_go=no;state=planned;application=Shop;responsible=Ada",
    "applications": "name=App;criticality=2;team=Core;business_owner=Ada;"
    "allowed_downtime_minutes_per_month=60;configuration_items=db1",
    "configuration_items": "name=srv;ci_kind=server;depends_on=db1",
    "people": "name=Dora;email=d@x.test;phone=1;team=Core;roles=qa_manager",
    "teams": "name=Ops",
    "environments": "name=Staging;stage=qa",
    "build_machines": "name=builder",
    "windows": f"title=Night;{_SPAN};capacity_deployments=10;capacity_minutes=600",
    "freezes": f"title=Stop;{_SPAN};strength=hard;{_SCOPE};environments=QA;reason=r",
    "window_series": "title=Weekly;rule=FREQ=WEEKLY,BYDAY=SA;opens=22:00;closes=04:00;"
    "zone_name=Europe/Berlin;capacity_deployments=10;capacity_minutes=600",
}
_TOLD_APART_BY = {
    **dict.fromkeys(("changes", "tickets", "incidents"), "key"),
    **dict.fromkeys(("windows", "freezes", "window_series"), "title"),
    "builds": "number",
    "deployments": "deployed_at",
    "detected": "what",
    "activities": "source_id",
}


@dataclass(frozen=True, slots=True)
class Edited:
    """A field that the desk `edit`s; `theirs` is what the source makes of it ("-": nothing else can be said
    of it), `mine` what the source would say of the desk's edit."""

    field: str
    edit: Edit
    theirs: str
    mine: str


def set_up(workplace: Workplace) -> dict[str, int]:
    """Store what lists name; the ids by name."""
    with workplace.write() as work:
        window = work.add(MaintenanceWindow("Cutover", OPENS, OPENS.replace(hour=23), "UTC"))
        changes = work.add_all([Change(f"CHG-{one}", "x", window_id=window.id) for one in "123"])
        work.add_all([Build(changes[0].id or 0, one) for one in "123"])
        work.add_all([Person(one) for one in ("Ada", "Ben", "Cleo")])
        work.add_all([Team(one) for one in ("Core", "Net", "Web")])
        work.add_all([ConfigurationItem(one) for one in ("db1", "db2", "db3")])
        work.add_all([Application(one) for one in ("Shop", "Pay", "Mail")])
        work.add_all([BuildMachine(one) for one in ("ci-1", "ci-2", "ci-3")])
        stages = {"QA": Stage.QA, "Live": Stage.PRODUCTION, "Try": Stage.TEST}
        work.add_all([Environment(name, stage) for name, stage in stages.items()])
        named = (Person, Team, ConfigurationItem, Application, BuildMachine, Environment)
        ids = {one.name: one.id or 0 for kind in named for one in work.find(kind)}  # type: ignore[type-var, attr-defined]
        ids |= {one.number: one.id or 0 for one in work.find(Build)}
        ids |= {one.key: one.id or 0 for one in changes}
        work.commit()
    return {**ids, "window": window.id or 0}


def rows_of(kind: str, count: int) -> list[dict[str, str]]:
    """The list of a kind, with as many rows that are told apart."""
    told = dict(one.split("=", 1) for one in _LISTS[kind].split(";"))
    told = {name: text.replace(",BYDAY", ";BYDAY") for name, text in told.items()}
    name = _TOLD_APART_BY.get(kind, "name")
    return [
        {**told, name: told[name].format(f"{one:02}") if "{" in told[name] else f"{told[name]}{one}"}
        for one in range(count)
    ]


def planned_of(workplace: Workplace, kind: str, rows: Sequence[Mapping[str, str]], window: int) -> Planned:
    """The dry run of a list whose headers say which fields they are."""
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    table = read_table(file.getvalue().encode())
    mapping = ColumnMapping(kind, {name: name for name in rows[0]})
    return plan(workplace, table, mapping, "UTC", window_id=window if kind == "activities" else None)


def records(workplace: Workplace, kind: str, window: int) -> dict[Any, Any]:
    """All records of a kind by id, the oldest first."""
    if kind == "activities":
        return {one.id: one for one in open_sequence(workplace, window).sequence.activities}
    with workplace.read() as connection:
        found = find(connection, TYPES[kind])
    return {one.id: one for one in sorted(found, key=lambda one: one.id)}


def edit(workplace: Workplace, kind: str, window: int, edits: Mapping[Any, Mapping[str, Any]]) -> None:
    """Give records other attributes, by id."""
    if kind == "activities":
        view = open_sequence(workplace, window)
        steps = tuple(replace(one, **edits.get(one.id, {})) for one in view.sequence.activities)
        save_sequence(workplace, window, replace(view.sequence, activities=steps), view.version)
        return
    with workplace.write() as work:
        for number, values in edits.items():
            work.save(replace(work.get(TYPES[kind], number), **values))
        work.commit()


def said(value: Any) -> str:
    """A value as a list would say it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}Z"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(map(said, value))
    return str(value.value) if isinstance(value, Enum) else str("" if value is None else value)
