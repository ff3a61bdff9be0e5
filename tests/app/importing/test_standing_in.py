"""Lists that lack a key, a date or a title: what stands in for it, and what is refused in one sentence."""

from __future__ import annotations

import pytest

from app.importing.cells.predecessors import KeyFinder, read_predecessors
from app.importing.converting.rows import Conversion, convert
from app.importing.errors import UnreadableList
from app.importing.proposing.proposal import Proposal, propose
from app.importing.reading.files import read_table
from app.importing.times.dates import DateReader
from app.importing.words.values import yes_or_no


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


def test_what_was_closed_for_a_reason_is_no_step_of_a_plan() -> None:
    lines = ("T2023,RBS caída,30/12/2023 03:00,09/01/2024 10:11,SW,CERRADO",)
    assert proposal("Número,Título,F. Inicio,F. Fin,Clave cierre,Estado", *lines).kind != "activities"


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
    ("header", "row"),
    [
        ("pred,succ,type,lag", "A,B,FS,0"),
        ("Predecessor,Successor", "1,2"),
        ("task_id,predecessor_id,relationship_type,lag_days", "T2,T1,SS,2"),
    ],
)
def test_links_without_activities_are_refused(header: str, row: str) -> None:
    table = read_table(f"{header}\n{row}\n".encode())
    with pytest.raises(UnreadableList, match="links between activities"):
        propose(table)


def test_a_plan_with_its_links_is_none_of_links() -> None:
    assert proposal("id,task,predecessors", "1,Stop,", "2,Start,1").kind == "activities"


def test_numbers_of_states_in_a_dump_of_glpi() -> None:
    header = "id,entities_id,name,date,closedate,date_mod,status,users_id_recipient"
    rows = [f"{state},0,Disk,2026-11-02 10:00:00,,2026-11-03 10:00:00,{state},2" for state in range(1, 7)]
    found = converted(header, *rows)
    states = ["intake", "intake", "intake", "deferred", "tested", "closed"]
    assert [row.values["state"] for row in found.rows] == states
    assert all(row.values["created_in_source"] for row in found.rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01.03.2026 ÖS 10:00", "2026-03-01 22:00"),
        ("01.03.2026 ÖÖ 12:10", "2026-03-01 00:10"),
        ("1.03.2026 öö 09:05:30", "2026-03-01 09:05"),
    ],
)
def test_half_days_before_the_clock(text: str, expected: str) -> None:
    found = DateReader("dmy", "UTC").instant(text)
    assert found is not None
    assert f"{found:%Y-%m-%d %H:%M}" == expected


@pytest.mark.parametrize(
    ("cells", "kinds"),
    [
        (("1BB+2g", "1"), ["FS", "FS"]),
        (("1BB+2g", "1TB", "1TT", "1BT-1sa"), ["SS", "FS", "FF", "SF"]),
        (("1CC+2d", "1FC"), ["SS", "FS"]),
        (("1CC+2d", "1CI+1h", "1II", "1IC"), ["FF", "FS", "SS", "SF"]),
    ],
)
def test_letters_of_links_mean_what_the_plan_uses_them_for(cells: tuple[str, ...], kinds: list[str]) -> None:
    find = KeyFinder(["1", "2", "3", "4", "5"], [2, 3, 4, 5, 6], cells)
    read = [read_predecessors(cell, find, "", find.kinds).links[0] for cell in cells]
    assert [one.kind for one in read] == kinds
    assert read[0].lag_minutes == 2 * 1440


@pytest.mark.parametrize("word", ["partiallySucceeded", "UNSTABLE", "aborted", "timed_out", "skipped"])
def test_a_build_that_went_half_well_did_not_succeed(word: str) -> None:
    assert yes_or_no(word) is False


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


@pytest.mark.parametrize("nothing", ["NULL", "-", "N/A", "—", "#N/A"])
def test_a_cell_that_stands_for_nothing_is_empty(nothing: str) -> None:
    found = converted(
        "Number,Short description,Planned start date,Impact,Downtime (min)",
        f"CHG0000001,Disk,{nothing},{nothing},{nothing}",
        f"CHG0000002,Portal,{nothing},{nothing},{nothing}",
        "CHG0000003,Router,2026-11-05 20:00,2,30",
    )
    first, last = found.rows[0].values, found.rows[2].values
    named = ("deployment_on", "expected_downtime_minutes")
    assert [first.get(name) for name in named] == [None, None]
    assert (str(last["deployment_on"]), last["expected_downtime_minutes"]) == ("2026-11-05", 30)
    assert (last["impact"], found.warnings) == (3, ())


def test_what_is_0_or_1_is_no_scale() -> None:
    found = converted(
        "Incident ID,Date,Severity,Customer Impact,Status",
        "INC-1001,2026-11-02,S1,1,Resolved",
        "INC-1002,2026-11-03,S2,0,Mitigated",
    )
    assert [row.values["impact"] for row in found.rows] == [5, 4]
    assert [row.values["state"] for row in found.rows] == ["tested", "tested"]


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


def test_whether_there_is_an_outage_is_no_length_of_it() -> None:
    found = proposal("Key;Title;Outage", "CHG-1;Disks;Yes", "CHG-2;Patch;No")
    assert "Outage" not in found.mapping.columns
    found = proposal("Key;Title;Outage", "CHG-1;Disks;30 min", "CHG-2;Patch;none")
    assert found.mapping.columns["Outage"] == "expected_downtime_minutes"


def test_objects_are_no_titles() -> None:
    found = proposal(
        "Key,Requests", "CHG-1,\"[{'Title': 'one two three'}]\"", "CHG-2,\"[{'Title': 'four five six'}]\""
    ).mapping
    assert "Requests" not in found.columns


@pytest.mark.parametrize(
    ("what", "when", "who"),
    [
        ("Was", "Wann", "Wer"),
        ("Quoi", "Quand", "Qui"),
        ("Qué", "Cuándo", "Quién"),
        ("O que", "Quando", "Quem"),
        ("Cosa", "Quando", "Chi"),
        ("Co", "Kiedy", "Kto"),
        ("Ne yapılacak", "Ne zaman", "Kim"),
    ],
)
def test_a_plan_asks_what_when_and_who(what: str, when: str, who: str) -> None:
    found = proposal(
        f"Nr;{what};{when};{who};Min",
        "1;Patch;05.12.2026 20:15;Ann Lee;15",
        "2;Move;05.12.2026 20:30;Ben Ray;20",
    ).mapping
    assert found.kind == "activities"
    assert [found.columns.get(one) for one in (what, when, who)] == ["title", "start", "players"]


def test_ids_are_what_the_predecessors_name_whatever_their_column_is_called() -> None:
    found = proposal(
        "Tareas,Título,Depende de,Estado,Fase,Fecha de Inicio,Fecha Fin,Responsable",
        "AG-1,Plan,,Listo,Fase 1,2026-05-20,2026-05-22,Ana",
        "EN-1,Conector,AG-1,Por hacer,Fase 1,2026-05-22,2026-05-23,Bo",
        'HU-1,Informe,"AG-1, EN-1",Por hacer,Fase 2,2026-05-23,2026-05-24,Bo',
    )
    assert found.kind == "activities"
    assert found.mapping.columns["Tareas"] == "source_id"
    assert found.mapping.columns["Título"] == "title"
