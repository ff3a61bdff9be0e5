"""What the rows of a list tell that its headers do not: its kind, its code page, who and when."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.encodings import decode
from app.importing.reading.files import read_table


def test_a_log_without_a_column_for_what_changed_says_what_sort_of_change_it_was() -> None:
    headers = "Level,Date and Time,Source,Event ID,Task Category,Computer"
    read = read_table(f"{headers}\nInformation,08/01/2027 12:12:13,Audit,4657,Registry,SRV01\n".encode())
    found = propose(read)
    assert (found.kind, found.mapping.headers_of("what")) == ("detected", ("Task Category",))


def test_a_log_whose_sorts_say_nothing_tells_its_events_by_their_numbers() -> None:
    text = (
        "Data e ora,Origine,ID evento,Categoria attività,Computer\n"
        "28/11/2026 02:15:09,Installer,1033,Nessuna,srv01\n29/11/2026 02:15:09,Control,7036,Nessuna,srv01\n"
    )
    found = propose(read_table(text.encode()))
    assert (found.mapping.columns["ID evento"], found.kind) == ("what", "detected")


@pytest.mark.parametrize(
    "text",
    [
        "Date,Time,Host,Action,Package\n2026-11-28,02:15:09,web01,upgrade,nginx\n",
        "Package history\n\nDatum;Uhrzeit;Rechner;Aktion;Paket\n28.11.2026;02:15:09;web01;upgrade;nginx\n",
    ],
)
def test_the_day_and_the_clock_time_of_a_machines_log_are_one(text: str) -> None:
    table = read_table(text.encode())
    assert table.headers[0] == "Detected at"
    assert table.rows[0][0].endswith(" 02:15:09")


def test_columns_without_names_are_told_by_their_cells() -> None:
    text = "12\tOPEN\tFix login on old phones\tbug\n13\tCLOSED\tAdd a dark mode\tfeature\n"
    found = propose(read_table(text.encode()))
    assert found.mapping.columns == {"Column 1": "key", "Column 2": "state", "Column 3": "title"}


def test_rows_of_people_that_differ_in_other_columns_alone_are_one() -> None:
    text = "User,Email,Start\nAna Ruiz,a@x.example,2026-11-23\nAna Ruiz,a@x.example,2026-12-07\n"
    table = read_table(text.encode())
    found = convert(table, propose(table).mapping, "UTC")
    assert ([row.duplicate_of for row in found.rows], found.rejected) == ([0, 2], [])


def test_beside_a_german_first_name_the_name_is_the_last_one() -> None:
    read = read_table(b"Name;Vorname;E-Mail\nMuster;Eva;e@x.test\nMuster;Max;m@x.test\n")
    rows = convert(read, propose(read).mapping, "UTC").rows
    assert [row.key for row in rows] == ["Eva Muster", "Max Muster"]


@pytest.mark.parametrize(
    ("encoding", "header"),
    [
        ("cp1250", "Imię;Nazwisko;E-mail;Zespół"),
        ("iso8859_2", "Identyfikator;Nazwa zadania;Rozpoczęcie;Zakończenie"),
        ("cp1254", "Kimlik;Görev Adı;Süre;Başlangıç"),
        ("mac_roman", "Aplicación;Propietario;Descripción"),
        ("mac_roman", "ID;Titolo;Entità;Priorità"),
        ("cp850", "Änderung;Umgebung;Version"),
    ],
)
def test_headers_that_are_known_tell_the_code_page_of_a_short_list(encoding: str, header: str) -> None:
    assert decode(f"{header}\n1;2;3;4\n".encode(encoding)).text.startswith(header)


def test_spans_of_environments_are_windows_and_no_environments() -> None:
    rows = "QA,10/1/2025 2:00,10/1/2025 4:00,Patching\nUAT,10/2/2025 1:00,10/2/2025 3:00,Refresh\n"
    read = read_table(f"Environment Name,Start Time,End Time,Description\n{rows}".encode())
    found = propose(read)
    assert (found.kind, found.mapping.headers_of("title")) == ("windows", ("Description",))


@pytest.mark.parametrize(
    ("header", "key", "kind"),
    [
        ("Number,Group,Description,Status,Creation Date", "INC-001", "incidents"),
        ("Number,Group,Description,Status,Creation Date", "CHG-001", "changes"),
        ("Number,Group,Description,Status,Creation Date", "OPS-001", "changes"),
        ("Issue key,Summary,Status,Status,Created", "INC-001", "changes"),
    ],
)
def test_letters_before_the_number_tell_incidents_from_changes(header: str, key: str, kind: str) -> None:
    assert propose(read_table(f"{header}\n{key},Net,VPN down,New,2026-04-28\n".encode())).kind == kind


def test_a_list_of_tasks_with_numbers_of_incidents_is_one_of_incidents() -> None:
    headers = "number,short_description,assignment_group,sys_class_name,opened_at"
    found = propose(read_table(f"{headers}\nINC0001,Mail,Net,Incident,2024-03-01 22:00:00\n".encode()))
    assert (found.source, found.kind) == ("ServiceNow incidents", "incidents")
