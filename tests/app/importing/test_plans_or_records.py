"""Lists with times in them: plans, or changes and things that happened."""

from __future__ import annotations

import pytest

from app.importing.proposing import propose
from app.importing.reading import read_table


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
