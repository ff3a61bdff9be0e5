"""What the desk edited of a record that a list brought is never overwritten unseen, of whatever kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time

import pytest

from app.domain.changes import ChangeClass, ChangeKind, ChangeState, DeploymentOutcome
from app.domain.register import CiKind, Role, Stage
from app.domain.windows import FreezeStrength
from app.sequencing.model import ActivityState, Phase
from app.services.imports.apply import apply
from app.services.imports.conflicts import in_words
from app.services.workplace import Workplace
from tests.app.services.imports.edited_world import (
    TYPES,
    Edit,
    Edited,
    edit,
    planned_of,
    records,
    rows_of,
    said,
    set_up,
)


def value(attribute: str, content: object) -> Edit:
    """An edit that sets an attribute."""
    return lambda _ids: {attribute: content}


def text(field: str, attribute: str = "") -> Edited:
    """A text that was written anew."""
    return Edited(field, value(attribute or field, "Mine"), "Theirs", "Mine")


def number(field: str, attribute: str = "") -> Edited:
    """A number that was set anew."""
    return Edited(field, value(attribute or field, 3), "4", "3")


def one_of(field: str, attribute: str, chosen: str, theirs: str) -> Edited:
    """A record of the register that was chosen."""
    return Edited(field, lambda ids: {attribute: ids[chosen]}, theirs, chosen)


def some_of(field: str, attribute: str, chosen: str, theirs: str) -> Edited:
    """Records of the register that were chosen."""
    return Edited(field, lambda ids: {attribute: (ids[chosen],)}, theirs, chosen)


def renamed(field: str, attribute: str = "") -> Edited:
    """What tells records apart, which was corrected here."""
    return Edited(field, value(attribute or field, "Mine"), "-", "-")


def at(day: int, hour: int, month: int = 2, minute: int = 0) -> datetime:
    """An instant of the year of the lists."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


APPLICATIONS = some_of("applications", "applications", "Pay", "Mail")
ITEMS = some_of("configuration_items", "configuration_items", "db2", "db3")
TEAM = one_of("team", "team_id", "Net", "Web")
EDITED: dict[str, tuple[Edited, ...]] = {
    "changes": (
        *map(text, ("title", "description", "backout_plan", "verification_plan", "url")),
        Edited("change_kind", value("kind", ChangeKind.NETWORK), "application", "network"),
        Edited("change_class", value("change_class", ChangeClass.NORMAL), "emergency", "normal"),
        Edited("state", value("state", ChangeState.DEPLOYED), "withdrawn", "deployed"),
        *map(number, ("impact", "likelihood", "expected_downtime_minutes")),
        one_of("requester", "requester_id", "Ben", "Cleo"),
        one_of("owner", "owner_id", "Ben", "Cleo"),
        TEAM,
        APPLICATIONS,
        ITEMS,
        Edited("deployment_on", value("deployment_on", date(2026, 5, 2)), "2026-05-03", "2026-05-02"),
        Edited("deployment_approved", value("is_date_approved", True), "-", "yes"),
        Edited("labels", value("labels", ("mine",)), "theirs", "mine"),
        renamed("key"),
    ),
    "tickets": (text("title"), text("state"), text("url"), renamed("key")),
    "builds": (
        text("revision"),
        one_of("machine", "machine_id", "ci-2", "ci-3"),
        Edited("digest", value("digest", "b" * 64), "c" * 64, "b" * 64),
        Edited("succeeded", value("is_success", False), "-", "no"),
        Edited("built_at", value("built_at", at(2, 9)), "2026-02-02 08:00Z", "2026-02-02 09:00Z"),
        renamed("number"),
    ),
    "deployments": (
        one_of("build", "build_id", "2", "3"),
        text("deployed_by"),
        Edited("outcome", value("outcome", DeploymentOutcome.FAILED), "rolled_back", "failed"),
        Edited("digest", value("digest", "b" * 64), "c" * 64, "b" * 64),
        text("issues"),
        Edited("environment", lambda ids: {"environment_id": ids["Live"]}, "-", "-"),
        Edited("deployed_at", value("deployed_at", at(1, 9)), "-", "-"),
    ),
    "incidents": (
        text("title"),
        text("description", "impact"),
        Edited("started_at", value("started_at", at(1, 9)), "2026-02-01 08:00Z", "2026-02-01 09:00Z"),
        Edited("ended_at", value("ended_at", at(1, 12)), "2026-02-01 13:00Z", "2026-02-01 12:00Z"),
        Edited("ended_at", value("ended_at", None), "2026-02-01 13:00Z", ""),
        APPLICATIONS,
        ITEMS,
        one_of("change_key", "change_id", "CHG-2", "CHG-3"),
        text("team", "team_name"),
        renamed("key"),
    ),
    "detected": (Edited("source_system", value("source_system", "Mine"), "Theirs", "Mine"),),
    "activities": (
        *map(text, ("title", "group", "workstream", "instructions")),
        Edited("phase", value("phase", Phase.VERIFY), "close", "verify"),
        Edited("change_key", value("change_key", "CHG-2"), "CHG-3", "CHG-2"),
        number("duration_minutes"),
        Edited("optimistic_minutes", value("optimistic_minutes", 3), "1", "3"),
        Edited("pessimistic_minutes", value("pessimistic_minutes", 90), "80", "90"),
        Edited("start", value("planned_start", 90), "2026-03-28 22:00Z", "2026-03-28 21:30Z"),
        some_of("players", "players", "Ben", "Cleo"),
        Edited("players", value("players", ()), "Cleo", ""),
        TEAM,
        Edited("is_go_no_go", value("is_go_no_go", True), "-", "yes"),
        Edited("state", value("state", ActivityState.DONE), "failed", "done"),
    ),
    "applications": (
        number("criticality", "tier"),
        TEAM,
        one_of("business_owner", "business_owner_id", "Ben", "Cleo"),
        number("allowed_downtime_minutes_per_month", "allowed_downtime_minutes"),
        ITEMS,
        renamed("name"),
    ),
    "configuration_items": (
        Edited("ci_kind", value("kind", CiKind.STORAGE), "database", "storage"),
        some_of("depends_on", "depends_on", "db2", "db3"),
        renamed("name"),
    ),
    "people": (
        Edited("email", value("email", "mine@x.test"), "theirs@x.test", "mine@x.test"),
        text("phone"),
        TEAM,
        Edited("roles", value("roles", (Role.OPERATIONS,)), "security", "operations"),
        Edited("roles", value("roles", ()), "security", ""),
        renamed("name"),
    ),
    "teams": (renamed("name"),),
    "environments": (Edited("stage", value("stage", Stage.TEST), "pre_production", "test"), renamed("name")),
    "build_machines": (renamed("name"),),
    "windows": (
        renamed("title"),
        Edited("starts_at", value("starts_at", at(2, 19, 5)), "-", "-"),
        Edited("ends_at", value("ends_at", at(3, 1, 5)), "2026-05-03 03:00Z", "2026-05-03 01:00Z"),
        number("capacity_deployments"),
        number("capacity_minutes"),
    ),
    "freezes": (
        renamed("title"),
        Edited("ends_at", value("ends_at", at(3, 1, 5)), "2026-05-03 03:00Z", "2026-05-03 01:00Z"),
        Edited("strength", value("strength", FreezeStrength.WITH_SIGNATURES), "-", "with_signatures"),
        APPLICATIONS,
        ITEMS,
        some_of("environments", "environments", "Live", "Try"),
        text("reason"),
    ),
    "window_series": (
        renamed("title", "name"),
        Edited("rule", value("rule", "FREQ=DAILY"), "FREQ=WEEKLY;BYDAY=FR", "FREQ=DAILY"),
        Edited("opens", value("starts_at", time(23)), "21:00", "23:00"),
        Edited("closes", value("ends_at", time(5)), "06:00", "05:00"),
        Edited("zone_name", value("zone_name", "Europe/Paris"), "Europe/Rome", "Europe/Paris"),
        number("capacity_deployments"),
        number("capacity_minutes"),
    ),
}


def of_fields(names: Iterable[str]) -> set[str]:
    """The fields with these names; a source's own word for a state goes with the state."""
    return {"state" if name == "source_state" else name for name in names}


def with_others(edited: Edited, fields: Iterable[Edited], row: Mapping[str, str]) -> dict[str, str]:
    """A row of which the source changed all but the field that was edited here."""
    return {
        **row,
        **{one.field: one.theirs for one in fields if one.theirs != "-" and one.field != edited.field},
    }


@pytest.mark.parametrize("kind", list(TYPES))
def test_every_field_that_the_desk_edited_is_kept(workplace: Workplace, kind: str) -> None:
    cases, ids = EDITED[kind], set_up(workplace)
    window, before = ids["window"], records(workplace, kind, ids["window"])
    rows = rows_of(kind, len(cases))
    first = planned_of(workplace, kind, rows, window)
    assert first.outcome.rejected == []
    apply(workplace, first, "list.csv")
    brought = [one for one in records(workplace, kind, window) if one not in before]
    edits = {which: one.edit(ids) for which, one in zip(brought, cases, strict=True)}
    edit(workplace, kind, window, edits)

    again = planned_of(workplace, kind, rows, window).outcome
    assert (len(again.unchanged), again.conflicts) == (len(rows), [])

    theirs = [
        row if one.theirs == "-" else {**row, one.field: one.theirs}
        for row, one in zip(rows, cases, strict=True)
    ]
    found = in_words(workplace, planned_of(workplace, kind, theirs, window)).outcome
    told = [(one.row_number, one.field, said(one.on_the_desk)) for one in found.conflicts]
    expected = [
        (place, "source_state" if kind == "tickets" and one.field == "state" else one.field, one.mine)
        for place, one in enumerate(cases, 2)
        if one.theirs != "-"
    ]
    assert (told, len(found.created)) == (expected, 0)
    assert all(of_fields(one.field for one in row.changes) == {"state"} for row in found.changed)

    mine = [{**row, one.field: one.mine} for row, one in zip(rows, cases, strict=True) if one.mine != "-"]
    same = planned_of(workplace, kind, mine, window).outcome if mine else again
    assert (len(same.created), same.conflicts) == (0, [])
    assert all(of_fields(one.field for one in row.changes) == {"state"} for row in same.changed)

    # A plan whose titles all change is another plan.
    changing = [one for one in cases if (kind, one.field) != ("activities", "title")]
    others = [with_others(one, changing, row) for row, one in zip(rows, cases, strict=True)]
    planned = planned_of(workplace, kind, others, window)
    assert (len(planned.outcome.created), planned.outcome.conflicts) == (0, [])
    for row in planned.outcome.changed:
        fields = of_fields(one.field for one in row.changes)
        assert fields == {one.field for one in changing if one.theirs != "-"} - {
            cases[row.row.row_number - 2].field
        }
    apply(workplace, planned, "list.csv")
    stored = records(workplace, kind, window)
    assert [
        {name: getattr(stored[which], name) for name in values} for which, values in edits.items()
    ] == list(edits.values())


@pytest.mark.parametrize("kind", ["changes", "applications"])
def test_a_name_that_another_row_has_is_of_that_row(workplace: Workplace, kind: str) -> None:
    window = set_up(workplace)["window"]
    before = records(workplace, kind, window)
    rows = rows_of(kind, 2)
    name = "key" if kind == "changes" else "name"
    apply(workplace, planned_of(workplace, kind, rows[:1], window), "list.csv")
    (brought,) = [one for one in records(workplace, kind, window) if one not in before]
    edit(workplace, kind, window, {brought: {name: rows[1][name]}})
    apply(workplace, planned_of(workplace, kind, rows, window), "list.csv")
    found = [
        getattr(one, name) for which, one in records(workplace, kind, window).items() if which not in before
    ]
    assert found == [rows[1][name], rows[0][name]]
    again = planned_of(workplace, kind, rows, window).outcome
    assert (len(again.unchanged), again.conflicts) == (2, [])
