"""Lists whose columns say together what each of them alone does not: checklists, audit logs, versions."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.list_words import value_choices
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (
            ("Nr.;Aufgabe;Verantwortlich;Erledigt", "1;Sicherung prüfen;Jörg;x", "2;Rollen sperren;Eva;"),
            {"Nr.": "source_id", "Aufgabe": "title", "Verantwortlich": "players", "Erledigt": "state"},
        ),
        (
            ("N°;Étape;Responsable;Fait", "1;Prévenir le support;Chloé;Oui", "2;Livrer la 4.2;Recette;Non"),
            {"N°": "source_id", "Étape": "title", "Responsable": "players", "Fait": "state"},
        ),
        (
            ("N°;Attività;Responsabile;Completato (S/N)", "1;Avvisare gli utenti;Ida;S", "2;Rilascio;Ugo;N"),
            {
                "N°": "source_id",
                "Attività": "title",
                "Responsabile": "players",
                "Completato (S/N)": "state",
            },
        ),
        (
            ("No;Kontrol Maddesi;Sorumlu;Tamamlandı mı?", "1;Yedek alındı;DBA;Evet", "2;Paket;Ece;Hayır"),
            {
                "No": "source_id",
                "Kontrol Maddesi": "title",
                "Sorumlu": "players",
                "Tamamlandı mı?": "state",
            },
        ),
        (
            ("Done,Task", "TRUE,Snapshot the server", "FALSE,Stop the application pool"),
            {"Done": "state", "Task": "title"},
        ),
        (
            (
                "Step #,Complete?,Description,By,Planned time",
                "1,✓,Open the call,Rita,20:00",
                "2,,Go,Ops,20:10",
            ),
            {
                "Step #": "source_id",
                "Complete?": "state",
                "Description": "title",
                "By": "players",
                "Planned time": "start",
            },
        ),
    ],
)
def test_a_list_of_steps_to_be_ticked_off_is_a_plan(lines: tuple[str, ...], fields: dict[str, str]) -> None:
    table = read_table("\n".join(lines).encode())
    proposal = propose(table)
    assert (proposal.kind, proposal.mapping.columns) == ("activities", fields)
    assert {one.value for one in value_choices(table, proposal.mapping)["state"]} <= {"done", "planned"}


@pytest.mark.parametrize(
    "lines",
    [
        ("Ticket,Task,Done", "OPS-1,Swap the disk,yes", "OPS-2,Patch the host,no"),
        ("Change,Action,Completed", "CHG-1,Swap the disk,2026-11-20", "CHG-2,Patch it,2026-11-21"),
    ],
)
def test_tickets_and_changes_that_are_done_are_no_plan(lines: tuple[str, ...]) -> None:
    assert propose(read_table("\n".join(lines).encode())).kind == "changes"


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (
            (
                "Timestamp,User,Action,Resource,IP Address",
                "2026-11-28T21:14:03Z,Omar,rule.update,policy/12,10.1.4.7",
            ),
            {"Timestamp": "detected_at", "User": "who", "Resource": "what"},
        ),
        (
            ("timestamp,username,action,rule_name", "2025-11-20T14:21:48,demo_user,ADD,rule_4"),
            {"timestamp": "detected_at", "username": "who", "rule_name": "what"},
        ),
        (
            ("ID,Timestamp,Usuário,Ação,Objeto", "28,2026-03-11 14:13:52,Sistema,Atualização,fabioadm"),
            {"ID": "event_id", "Timestamp": "detected_at", "Usuário": "who", "Objeto": "what"},
        ),
        (
            (
                "Timestamp,Actor,Action,Target,Device",
                "2026-11-28 21:14:03,j.weber,RESTART,gateway,Chrome / Windows",
            ),
            {"Timestamp": "detected_at", "Actor": "who", "Target": "what"},
        ),
        (
            ("Time,User,Operation", "2026-11-28 21:14:03,j.weber,RESTART_SERVICE"),
            {"Time": "detected_at", "User": "who", "Operation": "what"},
        ),
    ],
)
def test_a_log_of_what_people_did_is_of_detected_changes(
    lines: tuple[str, ...], fields: dict[str, str]
) -> None:
    """On which system it was, the log may leave to be said."""
    proposal = propose(read_table("\n".join(lines).encode()))
    assert (proposal.kind, proposal.mapping.columns) == ("detected", fields)
    assert proposal.problems
    assert "System" in proposal.problems[0]


def test_changes_that_tell_when_and_by_whom_are_no_log() -> None:
    lines = (
        "change_id,event_time,description,status,actor,change_type",
        "CHG-1,2026-11-20 10:00:00,Swap the line card,done,omar,network",
    )
    assert propose(read_table("\n".join(lines).encode())).kind == "changes"


def test_action_items_of_a_meeting_are_no_log() -> None:
    lines = ("Date,User,Action", "2026-11-20,Omar,Ask the vendor for a new licence file before Friday")
    assert propose(read_table("\n".join(lines).encode())).kind != "detected"


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (
            ("Application,Version,Environment", "Billing,4.2.1,PROD", "Billing,4.3.0,TEST"),
            {"Version": "build", "Environment": "environment"},
        ),
        (
            (
                "Anwendung;Umgebung;Version;Installiert am;Installiert von",
                "Abrechnung;Produktion;4.2.1;14.11.2026 22:10;jweiss",
            ),
            {
                "Umgebung": "environment",
                "Version": "build",
                "Installiert am": "deployed_at",
                "Installiert von": "deployed_by",
            },
        ),
    ],
)
def test_versions_in_environments_are_deployments_of_changes_to_be_said(
    lines: tuple[str, ...], fields: dict[str, str]
) -> None:
    proposal = propose(read_table("\n".join(lines).encode()))
    assert (proposal.kind, proposal.mapping.columns) == ("deployments", fields)
    assert "Change" in proposal.problems[0]


def test_a_register_with_versions_stays_one() -> None:
    lines = ("Application,Version,Environment,Tier,Team", "Billing,4.2.1,PROD,1,Ledger")
    assert propose(read_table("\n".join(lines).encode())).kind == "applications"


def test_ticks_are_states_of_steps() -> None:
    table = read_table("Task,Done\nStop the queue,✔\nStart the queue,☐\n".encode())
    rows = convert(table, propose(table).mapping, "UTC").rows
    assert [row.values["state"] for row in rows] == ["done", "planned"]
