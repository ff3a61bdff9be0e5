"""Headers that languages put together of few words are understood by their words."""

from __future__ import annotations

import pytest

from app.importing.proposing.composed import field_composed, without_record
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table


@pytest.mark.parametrize(
    ("kind", "header", "field"),
    [
        ("incidents", "Début d'indisponibilité", "started_at"),
        ("incidents", "Fim da festa", ""),
        ("incidents", "Fine del guasto", "ended_at"),
        ("incidents", "Data e ora fine disservizio", "ended_at"),
        ("incidents", "Kesinti Bitiş Zamanı", "ended_at"),
        ("incidents", "Numero incidente", "key"),
        ("incidents", "Nº do Incidente", "key"),
        ("incidents", "Störungsnr.", "key"),
        ("incidents", "Incident", ""),
        ("incidents", "Data inizio", ""),
        ("freezes", "Sperrbeginn", "starts_at"),
        ("freezes", "Sperrende", "ends_at"),
        ("freezes", "Başlangıç Tarihi", "starts_at"),
        ("freezes", "Data de término", "ends_at"),
        ("freezes", "Période de gel", "title"),
        ("freezes", "Zamrożenie zmian", "title"),
        ("freezes", "Dondurma Dönemi", "title"),
        ("freezes", "Freeze no.", ""),
        ("windows", "Nome finestra", "title"),
        ("windows", "Nazwa okna", "title"),
        ("windows", "Hora fin", "ends_at"),
        ("windows", "Start and end", ""),
        ("windows", "Owner of the window", ""),
        ("activities", "Beginn der Aufgabe", "start"),
        ("changes", "Change start", ""),
        ("changes", "Nr wniosku", "key"),
        ("changes", "Tytuł zmiany", "title"),
        ("changes", "Değişikliğin Konusu", "title"),
        ("changes", "Przedmiot zmiany", "title"),
        ("changes", "Código del cambio", "key"),
        ("changes", "Titre du changement", "title"),
        ("changes", "Change", ""),
        ("changes", "Numero caso", "key"),
        ("changes", "Nr sprawy", "key"),
        ("changes", "Servis Talebi Numarası", "key"),
        ("changes", "Sequenza ID ticket", "key"),
        ("changes", "Fallnummer", "key"),
        ("changes", "Número da Ocorrência", "key"),
        ("changes", "numero_chamado_externo", "key"),
        ("changes", "Titolo caso", "title"),
        ("changes", "Number of tickets", ""),
        ("changes", "Numero incidente", ""),
        ("incidents", "Çağrı No", "key"),
        ("incidents", "Numero modifica", "change_key"),
        ("incidents", "Data inizio intervento", ""),
        ("deployments", "Änderungsnr.", "change_key"),
        ("builds", "Numero modifica", "change_key"),
        ("builds", "Change", ""),
    ],
)
def test_the_words_of_a_header_name_its_field(kind: str, header: str, field: str) -> None:
    assert field_composed(header, kind) == field


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "freezes",
            "Bezeichnung;Sperrbeginn;Sperrende;Geltungsbereich;Grund\nOstern;26.03.2027;30.03.2027;Shop;Fest\n",
        ),
        (
            "freezes",
            "Congelamento,Data de início,Data de término,Motivo\nFim de ano,19/12/2026,03/01/2027,Caixa\n",
        ),
        (
            "freezes",
            "Dondurma Dönemi;Başlangıç Tarihi;Bitiş Tarihi;Gerekçe\nYıl sonu;19.12.2026;03.01.2027;Kapanış\n",
        ),
        ("windows", "Nome finestra;Data inizio;Data fine\nUno;09/01/2027 22.00;10/01/2027 04.00\n"),
        (
            "windows",
            "Ventana de mantenimiento,Fecha,Hora inicio,Hora fin,Huso horario\n"
            "Uno,09/01/2027,22:00,04:00,Europe/Madrid\n",
        ),
        (
            "incidents",
            "Störungsnr.;Kurzbeschreibung;Beginn;Ende;Betroffenes System;Status\n"
            "S-1;Shop steht;28.11.2026 02:15 Uhr;28.11.2026 03:05 Uhr;Shop;Gelöst\n",
        ),
        (
            "incidents",
            "Réf.;Application impactée;Début d'indisponibilité;Fin d'indisponibilité;Durée\n"
            "I-1;Boutique;28/11/2026 02h15;28/11/2026 03h05;00:50\n",
        ),
    ],
)
def test_lists_with_such_headers_are_known_for_what_they_are(kind: str, text: str) -> None:
    found = propose(read_table(text.encode()))
    assert (found.kind, found.problems) == (kind, ())
    fed = set(found.mapping.columns.values())
    ends = {"started_at", "ended_at"} if kind == "incidents" else {"starts_at", "ends_at"}
    assert fed >= {"key" if kind == "incidents" else "title", *ends}


@pytest.mark.parametrize(
    "text",
    [
        "id,subject,date_start,date_end,status,due_date\n1,Old code,2026-10-04,2026-10-05,open,25-10-2026\n",
        "Key,Title,Start date,End date\nCHG-1,Patch,2026-10-04,2026-10-05\n",
    ],
)
def test_dates_of_changes_make_no_list_of_incidents(text: str) -> None:
    assert propose(read_table(text.encode())).kind in ("changes", "activities")


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("status incidente", "status"),
        ("incident priority", "priority"),
        ("descripcion del error", "descripcion"),
        ("estado de la incidencia", "estado"),
        ("data do chamado", "data"),
        ("date de l incident", "date"),
        ("incident", ""),
        ("server name", ""),
    ],
)
def test_a_header_is_known_without_the_record_it_speaks_of(words: str, bare: str) -> None:
    assert without_record(words) == bare


@pytest.mark.parametrize(
    ("header", "cells", "field"),
    [
        ("Kategorie", ("Normal", "Standard", "Notfall"), "change_class"),
        ("Category", ("Network", "Database", "Server"), "change_kind"),
        ("Change Type", ("Network", "Database", "Server"), "change_kind"),
        ("Kategoria", ("3 normalna", "5 wysoka", "3 normalna"), None),
        ("Type", ("Bug", "Task", "Story"), None),
        ("Category", ("", "", ""), "change_kind"),
    ],
)
def test_what_is_called_a_kind_of_change_may_be_its_class(
    header: str, cells: tuple[str, ...], field: str | None
) -> None:
    rows = "".join(f"RFC-{place},Move it,{cell}\n" for place, cell in enumerate(cells))
    found = propose(read_table(f"RFC,Title,{header}\n{rows}".encode()))
    assert (found.kind, found.mapping.columns.get(header)) == ("changes", field)


def test_the_number_of_a_change_in_a_list_of_failures_is_of_the_change() -> None:
    text = "Nr awarii;Data wystąpienia;Opis awarii;Nr zmiany\nA/12;03.01.2026;Brak poczty;RFC-2026-011\n"
    columns = propose(read_table(text.encode())).mapping.columns
    assert (columns["Nr awarii"], columns["Nr zmiany"]) == ("key", "change_key")
