"""Headers of times and of who asked, and of what is touched, are understood by the words in them."""

from __future__ import annotations

import pytest

from app.importing.composed_things import thing_composed
from app.importing.composed_times import time_composed
from app.importing.proposing import propose
from app.importing.reading import read_table
from app.importing.rows import convert


@pytest.mark.parametrize(
    ("kind", "header", "field"),
    [
        ("changes", "Planowany początek", "deployment_on"),
        ("changes", "Fecha y hora de inicio programada", "deployment_on"),
        ("changes", "Geplanter Startzeitpunkt", "deployment_on"),
        ("changes", "Planlanan başlama zamanı", "deployment_on"),
        ("changes", "Data prevista de início", "deployment_on"),
        ("changes", "Planned end", ""),
        ("changes", "Planned effort", ""),
        ("changes", "Start", ""),
        ("activities", "Fin programmée", "finish"),
        ("activities", "Geplande startdatum", "start"),
        ("windows", "Planowany koniec", "ends_at"),
        ("incidents", "Otwarto", "created_in_source"),
        ("incidents", "Einreichdatum", "created_in_source"),
        ("changes", "Fecha de alta", "created_in_source"),
        ("changes", "Talep", ""),
        ("changes", "Request", ""),
        ("changes", "Zuletzt geändert am", "updated_in_source"),
        ("changes", "Ostatnia zmiana", "updated_in_source"),
        ("changes", "Date de mise à jour", "updated_in_source"),
        ("changes", "Date de mise en ligne", ""),
        ("changes", "Modification", ""),
        ("incidents", "Data de encerramento", "closed_in_source"),
        ("incidents", "Resolution time", ""),
        ("incidents", "Czas rozwiązania", ""),
        ("changes", "Zgłoszone przez", "requester"),
        ("incidents", "Segnalato da", "requester"),
        ("changes", "Closed by", ""),
        ("people", "Fecha de alta", ""),
    ],
)
def test_the_words_of_a_header_name_a_time(kind: str, header: str, field: str) -> None:
    assert time_composed(header, kind)[0] == field


@pytest.mark.parametrize(
    ("kind", "header", "field"),
    [
        ("changes", "Sistemi coinvolti", "applications"),
        ("changes", "Systemy objęte zmianą", "applications"),
        ("incidents", "Services impactés", "applications"),
        ("incidents", "Betroffene Geräte", "configuration_items"),
        ("changes", "Affected CIs", "configuration_items"),
        ("changes", "Affected users", ""),
        ("changes", "Affected", ""),
        ("changes", "Systems", ""),
        ("incidents", "Causado por el cambio", "change_key"),
        ("incidents", "Spowodowane przez zmianę", "change_key"),
        ("incidents", "Caused by", ""),
        ("changes", "Caused by change", ""),
        ("people", "Affected systems", ""),
    ],
)
def test_the_words_of_a_header_name_what_is_touched(kind: str, header: str, field: str) -> None:
    assert thing_composed(header, kind) == field


def test_how_long_a_ticket_took_is_not_when_it_was_closed() -> None:
    read = read_table(
        "ID;Tytuł;Stan;Otwarto;Czas rozwiązania\n7;Poczta;Nowy;2026-10-02 08:14;1:20\n".encode()
    )
    found = propose(read)
    assert found.mapping.columns == {
        "ID": "key",
        "Tytuł": "title",
        "Stan": "state",
        "Otwarto": "created_in_source",
    }
    assert not convert(read, found.mapping, "UTC").rejected
