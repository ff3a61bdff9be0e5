"""Builds, deployments, tickets, windows, freezes and the register come in as lists, and again unchanged."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.changes import Build, Change, Deployment, Ticket
from app.domain.register import Application, ConfigurationItem, Environment, Person, Stage, Team
from app.domain.windows import Freeze, FreezeStrength, MaintenanceWindow, WindowState
from app.importing.converting.digests import sha256_of
from app.importing.errors import UnreadableList
from app.importing.fields import FIELDS
from app.importing.reading.files import read_table
from app.services.imports.apply import Imported, apply
from app.services.imports.dry import plan, understand
from app.services.imports.kind import Planned
from app.services.imports.kinds import KINDS
from app.services.imports.names import read_names
from app.services.workplace import Workplace
from app.store.reading import find

MOMENTS = {"starts_at": datetime(2026, 3, 1, tzinfo=UTC), "ends_at": datetime(2026, 3, 2, tzinfo=UTC)}
DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
CHANGES = "Key,Title\nCHG-1,One\nCHG-2,Two\n"
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
X-WR-TIMEZONE:Europe/Berlin
{events}
END:VCALENDAR
"""
WEEKLY = """BEGIN:VEVENT
UID:night
SUMMARY:Night window
DTSTART;TZID=Europe/Berlin:20260320T220000
DTEND;TZID=Europe/Berlin:20260321T060000
RRULE:FREQ=WEEKLY;COUNT=3
END:VEVENT"""
YEAR_END = """BEGIN:VEVENT
UID:freeze-1
SUMMARY:Year-end freeze
DTSTART;VALUE=DATE:20261220
DTEND;VALUE=DATE:20270104
END:VEVENT"""


def planned_of(workplace: Workplace, text: str, kind: str = "auto") -> Planned:
    """The dry run of a list."""
    understood = understand(workplace, text.encode(), kind)
    assert understood.proposal.problems == ()
    return plan(workplace, understood.table, understood.proposal.mapping, "Europe/Berlin")


def bring(workplace: Workplace, text: str, kind: str = "auto") -> Imported:
    """Import a list, and again: then nothing may change."""
    done = apply(workplace, planned_of(workplace, text, kind), "list.csv").value
    again = apply(workplace, planned_of(workplace, text, kind), "list.csv").value
    assert (again.created, again.updated, again.rejected) == (0, 0, done.rejected)
    return done


def test_builds_hang_on_their_changes_with_digests_in_one_spelling(workplace: Workplace) -> None:
    bring(workplace, CHANGES)
    planned = planned_of(
        workplace,
        "Change,Build number,Commit,Agent,SHA256,Result\n"
        f"chg-1,17,abc,ci-1,SHA256:{DIGEST.upper()},success\n"
        "CHG-2,18,abd,ci-1,d41d8cd98f00b204e9800998ecf8427e,failed\n"
        "CHG-9,19,abe,ci-1,,success\n",
    )
    assert planned.kind.name == "builds"
    assert [(one.row_number, one.column) for one in planned.outcome.rejected] == [(4, "Change")]
    assert any("SHA-256" in warning for warning in planned.conversion.warnings)
    apply(workplace, planned, "builds.csv")
    with workplace.read() as connection:
        builds = find(connection, Build)
    assert [(build.number, build.digest, build.is_success) for build in builds] == [
        ("17", DIGEST, True),
        ("18", "", False),
    ]


def test_a_deployment_needs_a_known_place_a_time_and_an_outcome(workplace: Workplace) -> None:
    bring(workplace, CHANGES)
    with workplace.write() as work:
        work.add(Environment("QA", Stage.QA))
        work.commit()
    done = bring(
        workplace,
        "Change,Environment,Deployed at,Deployed by,Result\n"
        "CHG-1,qa,2026-03-01 12:00,Ann,success\n"
        "CHG-1,Mars,2026-03-01 12:00,Ann,success\n"
        "CHG-1,QA,,Ann,success\n"
        "CHG-1,QA,2026-03-02 12:00,Ann,\n",
        "deployments",
    )
    assert (done.created, done.rejected) == (1, 3)
    with workplace.read() as connection:
        deployed = find(connection, Deployment)[0]
    assert deployed.deployed_at == datetime(2026, 3, 1, 11, tzinfo=UTC)


def test_environments_are_of_the_stage_that_their_words_tell(workplace: Workplace) -> None:
    text = (
        "Environment,Stage\nLive EU,Produktion\nProduction US,\nAbnahme,UAT\nPlayground,Sandbox\nGreen,Teal\n"
    )
    planned = planned_of(workplace, text, "environments")
    assert planned.conversion.warnings == ("Teal: no known stage, taken for a test environment.",)
    apply(workplace, planned, "environments.csv")
    with workplace.read() as connection:
        stages = {one.name: one.stage for one in find(connection, Environment)}
    assert stages == {
        "Live EU": Stage.PRODUCTION,
        "Production US": Stage.PRODUCTION,
        "Abnahme": Stage.QA,
        "Playground": Stage.TEST,
        "Green": Stage.TEST,
    }


@pytest.mark.parametrize(
    ("said", "found"),
    [("prod", 1), ("Produção", 1), ("UAT", 0), ("Test two", 1), ("test", 0), ("non-prod", 0)],
)
def test_a_stage_means_its_only_environment(workplace: Workplace, said: str, found: int) -> None:
    bring(workplace, CHANGES)
    bring(workplace, "Environment,Stage\nWorld,production\nTest one,test\nTest two,test\n", "environments")
    row = f"Change,Environment,Deployed at,Result\nCHG-1,{said},2026-03-01 12:00,success\n"
    assert bring(workplace, row, "deployments").created == found


def test_tickets_keep_their_own_systems_words(workplace: Workplace) -> None:
    bring(workplace, CHANGES)
    bring(
        workplace,
        "Change,Ticket,Summary,Source system,Status\nCHG-1,J-1,Do it,Jira,Warten auf QS\n",
        "tickets",
    )
    with workplace.read() as connection:
        ticket = find(connection, Ticket)[0]
    assert (ticket.key, ticket.system, ticket.state) == ("J-1", "Jira", "Warten auf QS")


def test_a_calendar_of_windows_makes_one_for_each_date(workplace: Workplace) -> None:
    done = bring(workplace, CALENDAR.format(events=WEEKLY))
    assert done.created == 3
    with workplace.read() as connection:
        windows = find(connection, MaintenanceWindow)
    assert [window.starts_at.hour for window in windows] == [21, 21, 20], (
        "22:00 in Berlin, across the DST change"
    )
    assert {(window.zone_name, window.state) for window in windows} == {
        ("Europe/Berlin", WindowState.PLANNED)
    }


def test_an_event_moved_in_the_calendar_moves_its_window(workplace: Workplace) -> None:
    text = CALENDAR.format(events=WEEKLY.replace("\nRRULE:FREQ=WEEKLY;COUNT=3", ""))
    bring(workplace, text)
    done = bring(workplace, text.replace("20260320T22", "20260320T21"))
    assert (done.created, done.updated) == (0, 1)
    with workplace.read() as connection:
        windows = find(connection, MaintenanceWindow)
    assert [window.starts_at for window in windows] == [datetime(2026, 3, 20, 20, tzinfo=UTC)]


def test_windows_that_name_no_zone_are_of_the_organisations(workplace: Workplace) -> None:
    bring(workplace, CALENDAR.format(events=WEEKLY))
    bring(workplace, "Window,Window start,Window end\nExtra,2026-05-09 20:00,2026-05-10 04:00\n", "windows")
    bring(workplace, "Freeze,Freeze start,Freeze end\nPeak,2026-06-09,2026-06-10\n", "freezes")
    with workplace.read() as connection:
        assert {one.zone_name for one in find(connection, MaintenanceWindow)} == {"Europe/Berlin"}
        assert {one.zone_name for one in find(connection, Freeze)} == {"Europe/Berlin"}


def test_the_scope_of_a_freeze_names_what_the_register_has(workplace: Workplace) -> None:
    bring(workplace, "Application,Tier\nBilling,1\n", "applications")
    bring(workplace, "Environment,Stage\nWorld,production\n", "environments")
    bring(workplace, "Name,Class\ndb-1,Database\n", "configuration_items")
    done = bring(
        workplace,
        "Freeze,From,To,Scope\nAll,2026-12-01,2026-12-02,All systems\n"
        'Some,2026-12-03,2026-12-04,"Billing, db-1"\n'
        "Live,2026-12-05,2026-12-06,Production\nMars,2026-12-07,2026-12-08,The rover\n",
        "freezes",
    )
    assert (done.created, done.rejected) == (3, 1)
    with workplace.read() as connection:
        found = {one.title: one for one in find(connection, Freeze)}
    scopes = {
        name: (len(one.applications), len(one.configuration_items), len(one.environments))
        for name, one in found.items()
    }
    assert scopes == {"All": (0, 0, 0), "Some": (1, 1, 0), "Live": (0, 0, 1)}


def test_a_calendar_of_freezes_is_known_by_its_words(workplace: Workplace) -> None:
    planned = planned_of(workplace, CALENDAR.format(events=YEAR_END))
    assert planned.kind.name == "freezes"
    apply(workplace, planned, "freezes.ics")
    with workplace.read() as connection:
        freeze = find(connection, Freeze)[0]
    assert freeze.starts_at == datetime(2026, 12, 19, 23, tzinfo=UTC)
    assert freeze.strength is FreezeStrength.HARD


def test_a_freeze_of_what_nobody_knows_is_refused_rather_than_widened(workplace: Workplace) -> None:
    text = "Freeze,Start,End,Applications,Type\nClose,28.12.2026,04.01.2027,Mars,soft\n"
    assert bring(workplace, text, "freezes").rejected == 1


@pytest.mark.parametrize("events", ["", "BEGIN:VEVENT\nUID:x\nSUMMARY:No start\nEND:VEVENT"])
def test_a_calendar_without_usable_events_is_refused(events: str) -> None:
    with pytest.raises(UnreadableList):
        read_table(CALENDAR.format(events=events).encode())


def test_applications_items_people_and_teams_find_each_other(workplace: Workplace) -> None:
    bring(workplace, "Team\nCore\nWeb\n", "teams")
    bring(workplace, "Server,Type,Depends on\ndb-1,Database,\napp-1,Server,db-1\n", "configuration_items")
    bring(workplace, "Full name,E-mail,Team\nAnn Smith,ann@x.org,Core\nBob Lee,bob@x.org,web\n", "people")
    bring(
        workplace, "Application,Tier,Team,Configuration items\nBilling,1,Core,app-1; db-1\n", "applications"
    )
    bring(
        workplace,
        'Key,Title,Owner,Applications\nCHG-1,One,"Smith, Ann",Billing (prod)\nCHG-2,Two,bob@x.org,Biling\n',
    )
    with workplace.read() as connection:
        items = {item.name: item for item in find(connection, ConfigurationItem)}
        application = find(connection, Application)[0]
        people = {person.id: person for person in find(connection, Person)}
        teams = {team.name: team.id for team in find(connection, Team)}
        changes = find(connection, Change)
    assert items["app-1"].depends_on == (items["db-1"].id,)
    assert set(application.configuration_items) == {items["app-1"].id, items["db-1"].id}
    assert {person.team_id for person in people.values()} == set(teams.values())
    assert [people[change.owner_id].name for change in changes if change.owner_id] == ["Ann Smith", "Bob Lee"]
    assert [change.applications for change in changes] == [(application.id,), (application.id,)]


@pytest.mark.parametrize(
    ("text", "digest"),
    [
        (DIGEST, DIGEST),
        (f"sha256:{DIGEST}", DIGEST),
        (DIGEST.upper(), DIGEST),
        (f"registry/app@sha256:{DIGEST}", DIGEST),
        ("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", DIGEST),
        (":".join(DIGEST[place : place + 2] for place in range(0, 64, 2)), DIGEST),
        (f"{DIGEST}  app.war", DIGEST),
        ("d41d8cd98f00b204e9800998ecf8427e", None),
        ("", None),
        ("latest", None),
    ],
)
def test_digests_are_brought_to_one_spelling(text: str, digest: str | None) -> None:
    assert sha256_of(text) == digest


def test_every_kind_has_fields_for_what_it_feeds() -> None:
    for name, kind in KINDS.items():
        known = {field.name for field in FIELDS[name]} | {"source_state", "extra"}
        assert set(kind.fed) <= known, name


@pytest.mark.parametrize(
    ("kind_name", "said", "stored"),
    [
        (
            "changes",
            {"key": "CHG-1", "title": "One"},
            {"state": "intake", "change_kind": "application", "change_class": "normal", "impact": 2},
        ),
        ("freezes", {"title": "Year end", **MOMENTS}, {"strength": "hard"}),
        ("applications", {"name": "Ledger"}, {"criticality": 3}),
        ("configuration_items", {"name": "db-1"}, {"ci_kind": "server"}),
        ("activities", {"title": "Stop"}, {"state": "planned"}),
    ],
)
def test_what_is_stored_of_unknown_words_is_known_beforehand(
    workplace: Workplace, kind_name: str, said: dict[str, object], stored: dict[str, object]
) -> None:
    kind = KINDS[kind_name]
    with workplace.read() as connection:
        names = read_names(connection)
    unknown: dict[str, object] = dict.fromkeys(stored)
    record = kind.build({**said, **unknown}, None, names)
    assert {name: kind.unsaid(name) for name in stored} == stored
    assert {name: getattr(record, kind.fed[name]) for name in stored} == stored


def test_what_the_desk_has_already_is_unchanged_at_the_first_import(workplace: Workplace) -> None:
    with workplace.write() as work:
        starts, ends = MOMENTS["starts_at"], MOMENTS["ends_at"]
        work.add(MaintenanceWindow("Night", starts, ends, "Europe/Berlin"))
        work.commit()
    planned = planned_of(
        workplace,
        "Window,Starts,Ends,Zone,Remark\nNight,2026-03-01T00:00Z,2026-03-02T00:00Z,Europe/Berlin,quiet\n",
        "windows",
    )
    assert (len(planned.outcome.unchanged), len(planned.outcome.changed)) == (1, 0)


def test_what_no_record_keeps_changes_none(workplace: Workplace) -> None:
    bring(workplace, "Application,Tier,Remark\nBilling,1,old\n", "applications")
    other = planned_of(workplace, "Application,Tier,Remark\nBilling,1,new\n", "applications")
    assert (len(other.outcome.unchanged), len(other.outcome.changed)) == (1, 0)
    more = planned_of(workplace, "Application,Tier,Remark\nBilling,2,new\n", "applications")
    assert [one.field for row in more.outcome.changed for one in row.changes] == ["criticality"]


def test_of_several_teams_of_a_person_the_first_is_taken_and_none_is_made_of_them(
    workplace: Workplace,
) -> None:
    bring(workplace, "Name,Description\nNetwork,\nStorage,\n", "teams")
    text = (
        'Name,E-mail,Team\nAda Poe,ada@example.com,"Network, Storage"\nBo Ray,bo@example.com,"Red, White"\n'
    )
    warnings = planned_of(workplace, text, "people").conversion.warnings
    assert "More than one team where there is but one: Network, Storage; the first is taken." in warnings
    bring(workplace, text, "people")
    with workplace.read() as connection:
        teams = {team.id: team.name for team in find(connection, Team)}
        people = {one.name: teams[one.team_id or 0] for one in find(connection, Person)}
    assert people["Ada Poe"] == "Network"
    assert sorted(teams.values()) == ["Network", "Red, White", "Storage"]
    assert bring(workplace, text, "people").unchanged == 2


def test_a_deployment_is_linked_to_its_build_once_that_is_here(workplace: Workplace) -> None:
    bring(workplace, CHANGES)
    bring(workplace, "Name,Stage\nTest,test\n", "environments")
    text = "Change,Environment,Deployed at,Outcome,Build\nCHG-1,Test,2026-03-01 10:30,Success,900\n"
    assert planned_of(workplace, text, "deployments").conversion.warnings == (
        "No build of its change here: 900. Import the builds, then this list again to link them.",
    )
    bring(workplace, text, "deployments")
    bring(workplace, "Change,Build number,Result\nCHG-1,900,Success\n", "builds")
    assert bring(workplace, text, "deployments").updated == 1
    with workplace.read() as connection:
        (build,), (deployment,) = find(connection, Build), find(connection, Deployment)
    assert deployment.build_id == build.id


def test_a_new_team_in_two_spellings_is_one_and_no_third_that_is_nearly_called_so(
    workplace: Workplace,
) -> None:
    teams = {"A": "Platform Ops", "B": "platform-ops", "C": "Platform  OPS", "D": "Plattform Ops"}
    rows = "".join(f"{name} Ray,{team}\n" for name, team in teams.items())
    assert bring(workplace, f"Name,Team\n{rows}", "people").created == 4
    with workplace.read() as connection:
        called = {team.id: team.name for team in find(connection, Team)}
        found = {one.name[0]: called[one.team_id or 0] for one in find(connection, Person)}
    assert found == {"A": "Platform Ops", "B": "Platform Ops", "C": "Platform Ops", "D": "Plattform Ops"}
