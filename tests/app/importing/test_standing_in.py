"""Lists that lack a key, a date or a title: what stands in for it, and what is refused in one sentence."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import Conversion, convert
from app.importing.proposing.proposal import Proposal, propose
from app.importing.reading.files import read_table


def proposal(*lines: str) -> Proposal:
    """What a list of these lines seems to be."""
    return propose(read_table("\n".join((*lines, "")).encode()))


def converted(*lines: str) -> Conversion:
    """The rows of a list of these lines, times read in Berlin."""
    table = read_table("\n".join((*lines, "")).encode())
    return convert(table, propose(table).mapping, "Europe/Berlin")


@pytest.mark.parametrize(
    ("headers", "rows", "key"),
    [
        ("Solicitação;Descrição;Situação", ("12012;Novo disco;Aberto", "12013;Novo portal;Aberto"), "12012"),
        ("Demanda;Título;Status", ("DEM-1;Novo disco;Aberto", "DEM-2;Novo portal;Aberto"), "DEM-1"),
        ("Titel;Stand;Zyklus", ("Neuer Preis;Neu;Release 26.1", "Druck;Neu;"), "Neuer Preis"),
        ("Work Item Type;Title 1;Title 2;State", ("Epic;Pay;;New", "Story;;Card;New"), "Pay"),
    ],
)
def test_a_key_is_found(headers: str, rows: tuple[str, str], key: str) -> None:
    found = converted(headers, *rows)
    assert (found.kind, found.rows[0].key, len(found.rows)) == ("changes", key, 2)


@pytest.mark.parametrize(
    ("headers", "row", "begun"),
    [
        ("Incident Id,Outage,Dateincident", "1,Mail down,12/10/2023", "Dateincident"),
        ("Incident Id,Outage,Due date", "1,Mail down,12/10/2023", None),
        ("Incident Id,Outage,Opened,Dateincident", "1,Mail down,13/10/2023,12/10/2023", None),
    ],
)
def test_the_only_dates_say_when_incidents_began(headers: str, row: str, begun: str | None) -> None:
    columns = propose(read_table(f"{headers}\n{row}\n".encode()), "incidents").mapping.columns
    assert next((header for header, field in columns.items() if field == "started_at"), None) == begun


@pytest.mark.parametrize("cell", ["01/13/2024 1:55 PM", "39 Hours 56 Minutes"])
def test_moments_and_durations_are_no_titles(cell: str) -> None:
    found = proposal("Change ID,Happened or took so long,Team", f"CHG-1,{cell},Ops", f"CHG-2,{cell} ,Web")
    assert "title" not in found.mapping.columns.values()


def test_a_title_that_is_seldom_there_gives_way_to_one_that_is() -> None:
    lines = ("CHG-1,,Swap the core switch", "CHG-2,,Patch it", "CHG-3,Do so:,Move the queue")
    found = proposal("Change ID,Assunto,Sumário", *lines)
    assert found.mapping.columns["Sumário"] == "title"


def test_a_key_that_is_seldom_there_gives_way_to_one_that_is() -> None:
    rows = ("12,Open,Replace the switch,", "13,Open,Renew the certificate,CHG-88", "14,Open,Patch it,")
    assert proposal("Task Id,Status,Title,Reference", *rows).mapping.columns["Task Id"] == "key"


def test_a_backlog_without_ids_is_of_azure_devops() -> None:
    assert proposal("Work Item Type,Title,Assigned To", "Bug,Pay,", "Bug,Card,").source == "Azure DevOps"


@pytest.mark.parametrize("word", ["Date", "Data", "Fecha", "Datum", "Tarih"])
def test_the_only_date_of_a_change_says_when_it_was_opened(word: str) -> None:
    found = proposal(f"Key;Summary;{word}", "OPS-1;Login;23.11.2026").mapping
    assert found.columns[word] == "created_in_source"


def test_an_empty_due_date_says_nothing_of_when_a_change_is_done() -> None:
    found = proposal("Key;Summary;Date;Due date", "OPS-1;Login;2026-02-03 08:15;").mapping
    assert found.columns["Date"] == "created_in_source"


@pytest.mark.parametrize(
    ("header", "cell", "field"),
    [
        ("Abertura", "12/01/2026 08:41", "created_in_source"),
        ("Encerramento", "12/01/2026 10:02", "closed_in_source"),
        ("Abertura", "Portal", None),
        ("dt_abertura", "12/01/2026", "created_in_source"),
        ("F. Cierre", "12/01/2026", "closed_in_source"),
    ],
)
def test_a_word_for_what_was_done_says_when_where_its_cells_are_moments(
    header: str, cell: str, field: str | None
) -> None:
    assert (
        proposal(f"Protocolo;Assunto;{header}", f"2026011;Login;{cell}").mapping.columns.get(header) == field
    )


def test_a_date_beside_others_stays_without_a_field() -> None:
    assert "Date" not in proposal("Key;Summary;Created;Date", "OPS-1;Login;23.11.2026;x").mapping.columns


def test_incidents_without_any_date_lack_one_column() -> None:
    lacking = proposal("Number,Short description", "INC0001,Mail is down", "INC0002,Slow")
    assert (lacking.kind, [one.name for one in lacking.mapping.missing_fields()]) == (
        "incidents",
        ["started_at"],
    )
    assert len(lacking.problems) == 1
    assert not proposal("Number,Short description,Resolved", "INC0001,Down,2026-11-02").problems


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Start,End", "2026-12-05 22:00,2026-12-06 04:00"), "Maintenance 5 Dec 2026"),
        (("Start,End,Systems", "2026-12-05 22:00,2026-12-06 04:00,Billing"), "Billing"),
        (("Maintenance start,Maintenance end", "2026-12-05,2026-12-06"), "Maintenance 5 Dec 2026"),
        (("Freeze start,Freeze end,Type", "2026-12-20,2027-01-03,hard"), "Freeze 20 Dec 2026"),
    ],
)
def test_what_lasts_has_a_title(lines: tuple[str, ...], title: str) -> None:
    found = converted(*lines)
    assert [row.values["title"] for row in found.rows] == [title]


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        (("ID,Work Item Type,Title,State", ",Bug,Pay,New", ",Bug,Card,New"), ["Pay", "Card"]),
        (("SS;Sumário;Status", "8001191;Disco;Aberto", "8001197;Porta;Aberto"), ["8001191", "8001197"]),
        (("Ref_Ticket,Date,Titre,Statut", "7,25/10/2025,Disque,Ouvert"), ["7"]),
    ],
)
def test_a_list_without_filled_keys_keeps_its_rows(lines: tuple[str, ...], keys: list[str]) -> None:
    found = converted(*lines)
    assert (found.kind, [row.key for row in found.rows]) == ("changes", keys)


def test_a_date_beside_the_day_of_closing_says_when_it_was_opened() -> None:
    found = proposal("Key;Summary;Data;Resolvido", "OPS-1;Login;22/11/2026;23/11/2026").mapping
    assert (found.columns["Data"], found.columns["Resolvido"]) == ("created_in_source", "closed_in_source")


@pytest.mark.parametrize(
    ("header", "row", "source"),
    [
        (
            "ID de incidencia*+;Resumen*;Estado*;Grupo asignado*+;Fecha de notificación+",
            "INC000000000012;Correo;Asignado;Redes;23/11/2026 8:15:00",
            "BMC Remedy incidents",
        ),
        (
            "ID alteração;Resumo;Status;Nível de risco;Data de início programada;Coordenador de mudança",
            "CRQ000000000012;Disco;Programado;Nível de risco 2;23/11/2026 22:00;Ana",
            "BMC Remedy changes",
        ),
        (
            "Numero;Descrizione breve;Tipo;Stato;Data di inizio pianificata;Gruppo di assegnazione;Rischio",
            "CHG0000012;Disco;Normale;Implementazione;23-11-2026 22:00:00;Rete;Basso",
            "ServiceNow changes",
        ),
    ],
)
def test_desks_in_other_languages(header: str, row: str, source: str) -> None:
    found = converted(header, row)
    assert proposal(header, row).source == source
    values = found.rows[0].values
    assert values["title"] != found.rows[0].key
    assert values["state"]
    assert values.get("likelihood") == (None if "incidents" in source else 2)
    assert values.get("deployment_on") or values.get("started_at")


def test_keys_found_by_their_looks_tell_incidents() -> None:
    found = proposal("Kayıt;Konu;Açılış tarihi", "INC0001;Posta;22.11.2026", "INC0002;Ağ;23.11.2026")
    assert found.kind == "incidents"
    assert found.mapping.columns["Kayıt"] == "key"


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        (("INC-2026-0012", "INC-2026-0013"), "incidents"),
        (("CHG-2026/12", "CHG-2026/13"), "changes"),
    ],
)
def test_keys_with_a_year_in_them_tell_the_kind(keys: tuple[str, str], kind: str) -> None:
    lines = (
        "Registro;Asunto;Fecha de detección;Estado",
        *(f"{key};Caída;13/01/2026;Abierto" for key in keys),
    )
    assert proposal(*lines).kind == kind
    assert tuple(row.key for row in converted(*lines).rows) == keys


def test_incidents_without_filled_keys_are_told_apart_by_start_and_title() -> None:
    found = converted(
        "Incident ID,Title,Severity,Started at,Resolved at",
        ",Portal slow,S1,2026-11-02 10:00,2026-11-02 11:00",
        ",Portal down,S2,2026-11-03 10:00,2026-11-03 11:00",
    )
    assert (found.kind, len(found.rows), found.rejected) == ("incidents", 2, [])


def test_levels_are_no_keys() -> None:
    found = proposal("Thing;Rank;State", "Disk;P3;New", "Portal;P2;New")
    assert "Rank" not in found.mapping.columns


def test_what_reads_like_titles_is_the_title_where_no_column_is_called_so() -> None:
    header = "Nr.;Zorgblatt;Verantwortlich;Dauer (min)"
    rows = [f"{number};Einspielen der Version {number};Lena Busch;15" for number in range(1, 5)]
    found = proposal(header, *rows).mapping
    assert (found.kind, found.columns["Zorgblatt"]) == ("activities", "title")
    named = [f"{number};Person {number};Lena Busch;15" for number in range(1, 5)]
    assert "Zorgblatt" not in proposal(header, *named).mapping.columns


def test_no_second_column_is_the_title_where_the_title_stands_in_for_the_key() -> None:
    found = proposal(
        "Title,Priority,Acceptance Criteria",
        "Authentication,High,User can log in",
        "Search,Low,Finds all of it",
    ).mapping
    assert "title" not in found.columns.values()
    assert found.columns["Title"] == "key"


def test_a_field_that_a_column_left_goes_to_the_next_called_so() -> None:
    found = proposal(
        "ID Change;Descrizione intervento;Note",
        "CHG-1;Sostituzione dischi;Con riavvio",
        "CHG-2;Patch;Senza riavvio",
    ).mapping
    assert found.columns == {"ID Change": "key", "Descrizione intervento": "title", "Note": "description"}


def test_when_a_change_begins_stands_in_for_when_it_is_planned() -> None:
    headers = "Nº RDM;Título;Data/Hora Início;Data/Hora Fim"
    rows = [f"RDM{day};Discos {day};{day}/09/2026 22:00;{day}/09/2026 23:00" for day in (14, 15)]
    found = proposal(headers, *rows)
    assert found.mapping.columns["Data/Hora Início"] == "deployment_on"
    assert next(one.confidence for one in found.guesses if one.header == "Data/Hora Início") == 0.5
    planned = proposal(f"{headers};Data planejada", *(f"{row};21/09/2026" for row in rows))
    assert planned.mapping.columns["Data planejada"] == "deployment_on"
    outages = proposal(
        "Código do incidente;Data/Hora de Início;Fim", "INC1;14/09/2026 22:00;14/09/2026 23:00"
    )
    assert (outages.kind, outages.mapping.columns["Data/Hora de Início"]) == ("incidents", "started_at")
    redmine = proposal("#,Tracker,Status,Subject,Project,Start date", "1,Bug,New,Disks,Ops,2026-09-14")
    assert "Start date" not in redmine.mapping.columns


def test_objects_are_no_titles() -> None:
    found = proposal(
        "Key,Requests", "CHG-1,\"[{'Title': 'one two three'}]\"", "CHG-2,\"[{'Title': 'four five six'}]\""
    ).mapping
    assert "Requests" not in found.columns


def test_how_pressing_something_is_stands_for_no_title() -> None:
    rows = "INC0123456,2025-03-04 08:12,3 - Modérée,Fermé\nINC0123457,2025-03-14 08:12,2 - Élevée,Résolu\n"
    found = propose(read_table(f"Numero,Ouvert,Priorite,Etat\n{rows}".encode()))
    assert "title" not in found.mapping.columns.values()


def test_of_two_states_the_one_that_most_rows_have_is_read() -> None:
    rows = "INC0456789,App,Encerrado,Resolvido\nINC0456790,Web,Novo,\nINC0456791,Web,Novo,\n"
    found = propose(read_table(f"Número,Descrição resumida,Estado,Status\n{rows}".encode()))
    assert found.mapping.columns["Estado"] == "state"
