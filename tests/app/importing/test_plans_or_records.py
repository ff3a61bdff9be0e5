"""Lists with times in them: plans, or changes and things that happened."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (
            "changes",
            (
                "Change ID,Title,Status,Owner,Application,Planned start",
                "CHG-1,Swap,Approved,Tom,ERP,2026-11-20 22:00",
                "CHG-2,Patch,Approved,Ann,CRM,2026-11-28 20:00",
            ),
        ),
        (
            "activities",
            (
                "Change ID,Title,Status,Owner,Application,Planned start,Planned end",
                "CHG-1,Stop,Planned,Tom,ERP,2026-11-20 22:00,2026-11-20 22:30",
                "CHG-1,Start,Planned,Tom,ERP,2026-11-20 22:30,2026-11-20 23:00",
            ),
        ),
        (
            "changes",
            (
                "id,tipo,cidade,data,hora,descricao",
                "1,Pesca,Santos,20 jan 2024,12:25,Há uma tartaruga machucada na praia",
                "2,Pesca,Paraty,15 out 2024,08:56,Há um grupo de pescadores com redes",
            ),
        ),
        (
            "activities",
            (
                "id,tipo,data,hora,descricao",
                "1,Parada,20 nov 2026,22:00,Parar todas as filas do sistema",
                "2,Troca,21 nov 2026,01:00,Trocar o disco do banco de dados",
            ),
        ),
        (
            "changes",
            (
                "Nr. Change,Titolo,Data inizio,Data fine,Durata (h),Sistemi,Owner",
                "CHG101,Dischi,2026-09-14 22:00,2026-09-15 00:00,2,ERP,Bo",
                "CHG102,Patch,2026-09-15 22:00,2026-09-16 00:00,2,CRM,Eva",
            ),
        ),
        (
            "activities",
            (
                "Nr. Change,Titolo,Data inizio,Data fine,Durata (h),Predecessore,Owner",
                "CHG101,Dischi,2026-09-14 22:00,2026-09-15 00:00,2,,Bo",
                "CHG102,Patch,2026-09-15 22:00,2026-09-16 00:00,2,1,Eva",
            ),
        ),
        (
            "changes",
            (
                "Numer,Zmiana,Data rozpoczęcia,Data zakończenia,Środowisko,Status zmiany",
                "ZM-1,Wymiana dysków,2026-09-14 22:00,2026-09-15 00:00,PROD,zaplanowana",
                "ZM-2,Aktualizacja zapory,2026-09-15 22:00,2026-09-16 00:00,PROD,wykonana",
            ),
        ),
        (
            "windows",
            (
                "Ventana,Inicio de la intervención,Fin de la intervención",
                "Parches,14/09/2026 22:00,15/09/2026 01:00",
                "Discos,16/09/2026 22:00,17/09/2026 01:00",
            ),
        ),
        (
            "changes",
            (
                "RFC,Titel,Startdatum,Startzeit,Enddatum,Endzeit,Status",
                "RFC-1,Firewall,18.11.2026,21:00,18.11.2026,23:30,offen",
                "RFC-2,Patch,22.11.2026,02:00,22.11.2026,06:00,offen",
            ),
        ),
        (
            "changes",
            (
                "RFC,Titre,Date début,Heure début,Date fin,Heure fin,Statut",
                "RFC-1,Pare-feu,18/11/2026,21:00,18/11/2026,23:30,ouvert",
                "RFC-2,Correctifs,22/11/2026,02:00,22/11/2026,06:00,ouvert",
            ),
        ),
        (
            "changes",
            (
                "Change,Description,Team,Date,Start,End,Status",
                "CHG-1,Swap,Network,2026-11-18,21:00,23:30,Approved",
                "CHG-2,Patch,Web,2026-11-22,02:00,04:00,Draft",
            ),
        ),
        (
            "incidents",
            (
                "Description,Change,Date,Start,End,Severity",
                "Shop is down,CHG-1,2026-11-18,21:00,23:30,High",
                "Mail is slow,CHG-2,2026-11-22,02:00,04:00,Low",
            ),
        ),
        (
            "activities",
            (
                "Title,RFC,Start,End",
                "Stop the queues,RFC-1,2026-11-20 22:00,2026-11-20 22:30",
                "Swap the disk,RFC-2,2026-11-20 22:30,2026-11-20 23:00",
            ),
        ),
    ],
)
def test_times_alone_make_no_plan(kind: str, lines: tuple[str, ...]) -> None:
    assert propose(read_table("\n".join((*lines, "")).encode())).kind == kind


def test_a_heading_between_changes_is_no_change() -> None:
    lines = (
        "Change,Description,Status,Owner",
        "November 2026,,,",
        "CHG-1,Swap,Approved,Ann",
        "CHG-2,,,",
        "CHG-3,Renew,Draft,Bob",
        "Frozen until Monday,,,Tom",
    )
    read = read_table("\n".join((*lines, "")).encode())
    made = convert(read, propose(read).mapping, "UTC")
    assert [row.key for row in made.rows] == ["CHG-1", "CHG-2", "CHG-3", "Frozen until Monday"]
    (heading,) = made.rejected
    assert (heading.row_number, heading.reason) == (2, "“November 2026” stands alone, as a heading does.")
