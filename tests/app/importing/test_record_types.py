"""Tickets that are all incidents by their type are incidents; where any is something else, they are not."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

JIRA = "Summary,Issue key,Issue Type,Status,Created,Custom field (Incident start time)\n"


def _kind(text: str) -> str:
    return propose(read_table(text.encode())).kind


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Zusammenfassung;Vorgangsschlüssel;Vorgangstyp;Status;Erstellt", "Störung"),
        ("Résumé;Clé de ticket;Type de ticket;État;Création", "[System] Incident"),
        ("Resumen;Clave de incidencia;Tipo de Incidencia;Estado;Creada", "Incidente"),
        ("Resumo;Chave da item;Tipo de item;Status;Criado", "Incidente grave"),
        ("Riepilogo;Chiave ticket;Tipo di ticket;Stato;Creato", "Incidente"),
        ("Podsumowanie;Klucz zgłoszenia;Typ zgłoszenia;Status;Utworzono", "Incydent"),
        ("Özet;Talep anahtarı;Talep türü;Durum;Oluşturuldu", "Olay"),
    ],
)
def test_a_list_of_incidents_alone_is_one_in_every_language(header: str, kind: str) -> None:
    assert _kind(f"{header}\nWeb;OPS-1;{kind};X;15.11.2026 08:15\nMail;OPS-2;{kind};X;16.11.2026\n") == (
        "incidents"
    )


def test_when_it_began_is_read_beside_when_it_was_written_down() -> None:
    table = read_table(f"{JIRA}Web is down,OPS-1,Incident,Done,2026-11-15 08:15,2026-11-15 08:00\n".encode())
    found = propose(table)
    assert (found.kind, found.source) == ("incidents", "Jira")
    row = convert(table, found.mapping, "UTC").rows[0]
    assert str(row.values["started_at"]).startswith("2026-11-15 08:00")
    assert row.values["key"] == "OPS-1"


@pytest.mark.parametrize(
    "text",
    [
        f"{JIRA}Web,OPS-1,Incident,Done,2026-11-15,2026-11-15\nDisk,OPS-2,Change,Open,2026-11-15,\n",
        f"{JIRA}Web,OPS-1,Incident follow-up,Done,2026-11-15,2026-11-15\n",
        "Summary,Issue key,Issue Type,Status\nWeb,OPS-1,Incident,Done\n",
        "Title,Change number,Type,State,Planned start\nWeb,CHG0000001,Normal,Open,2026-11-15\n",
    ],
)
def test_other_lists_stay_lists_of_changes(text: str) -> None:
    assert _kind(text) == "changes"
