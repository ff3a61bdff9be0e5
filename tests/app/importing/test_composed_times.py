"""Headers of times and of who asked, and of what is touched, are understood by the words in them."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.composed_things import thing_composed
from app.importing.proposing.composed_times import time_composed
from app.importing.proposing.naming import possible_fields
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.sources.source import GENERIC


@pytest.mark.parametrize(
    ("kind", "header", "field"),
    [
        ("changes", "Planowany początek", "deployment_on"),
        ("changes", "Fecha y hora de inicio programada", "deployment_on"),
        ("changes", "Geplanter Startzeitpunkt", "deployment_on"),
        ("changes", "Planlanan başlama zamanı", "deployment_on"),
        ("changes", "Data prevista de início", "deployment_on"),
        ("changes", "Geplant für", "deployment_on"),
        ("freezes", "Planned start datetime", "starts_at"),
        ("changes", "Data e ora di inizio pianificata", "deployment_on"),
        ("changes", "Planowana data rozpoczęcia wdrożenia", "deployment_on"),
        ("changes", "Planlanan Başlangıç Tarihi ve Saati", "deployment_on"),
        ("changes", "Date et heure de début prévues", "deployment_on"),
        ("changes", "Geplanter Beginn der Umsetzung", "deployment_on"),
        ("changes", "Data inizio intervento", "deployment_on"),
        ("changes", "Date de mise en production", "deployment_on"),
        ("changes", "Umsetzungsbeginn", "deployment_on"),
        ("changes", "Umsetzungsende", ""),
        ("changes", "Implementation window start", "deployment_on"),
        ("changes", "Data wpływu wniosku", "created_in_source"),
        ("incidents", "Data chiusura segnalazione", "closed_in_source"),
        ("incidents", "Data di creazione della segnalazione", "created_in_source"),
        ("incidents", "Data di apertura e chiusura", ""),
        ("changes", "Término previsto da execução", ""),
        ("changes", "Implementation plan", ""),
        ("changes", "Data effettiva di inizio intervento", ""),
        ("changes", "Planned end", ""),
        ("changes", "Planned effort", ""),
        ("changes", "Planlanan Geçiş Tarihi", "deployment_on"),
        ("changes", "Previsão de implantação", "deployment_on"),
        ("changes", "Data rilascio prevista", "deployment_on"),
        ("changes", "Date de résolution souhaitée", "deployment_on"),
        ("changes", "Gewünschter Umsetzungstermin", "deployment_on"),
        ("changes", "Geplante Umsetzung", ""),
        ("changes", "Startdatum der Änderung", "deployment_on"),
        ("changes", "Date de début du changement", "deployment_on"),
        ("changes", "Fecha de inicio del cambio", "deployment_on"),
        ("changes", "Data de início da mudança", "deployment_on"),
        ("changes", "Data di inizio della modifica", "deployment_on"),
        ("changes", "Data rozpoczęcia zmiany", "deployment_on"),
        ("changes", "Değişiklik başlangıç tarihi", "deployment_on"),
        ("changes", "Data zakończenia zmiany", ""),
        ("changes", "Data modifica", ""),
        ("changes", "Değiştirme Tarihi", "updated_in_source"),
        ("changes", "Date et heure de début planifiées", "deployment_on"),
        ("incidents", "Date de résolution souhaitée", ""),
        ("changes", "Start", ""),
        ("activities", "Fin programmée", "finish"),
        ("activities", "Geplande startdatum", "start"),
        ("windows", "Planowany koniec", "ends_at"),
        ("windows", "Fin de la intervención", "ends_at"),
        ("activities", "Umsetzungsbeginn", "start"),
        ("incidents", "Data i godzina wystąpienia", "started_at"),
        ("incidents", "Data i godzina usunięcia awarii", "ended_at"),
        ("incidents", "Data e ora ripristino servizio", "ended_at"),
        ("incidents", "Przywrócenie usługi", "ended_at"),
        ("incidents", "Service recovery plan", ""),
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
        ("changes", "Utworzone przez", "requester"),
        ("changes", "Data/ora pianificata di avvio", "deployment_on"),
        ("incidents", "Segnalato da", "requester"),
        ("changes", "Closed by", ""),
        ("changes", "Aberto(a) por", "requester"),
        ("changes", "date_changement", "deployment_on"),
        ("changes", "Data zmiany", "deployment_on"),
        ("changes", "Change time", ""),
        ("incidents", "Change date", ""),
        ("people", "Fecha de alta", ""),
        ("changes", "Request time", "created_in_source"),
        ("changes", "Date Entered", "created_in_source"),
        ("incidents", "Detected on Date", "created_in_source"),
        ("changes", "Modify time", "updated_in_source"),
        ("changes", "Last activity", "updated_in_source"),
        ("changes", "Close time", "closed_in_source"),
        ("changes", "Data de conclusão", "closed_in_source"),
        ("changes", "Fecha corrección real", "closed_in_source"),
        ("incidents", "Correction time", ""),
    ],
)
def test_the_words_of_a_header_name_a_time(kind: str, header: str, field: str) -> None:
    assert time_composed(header, kind)[0] == field


@pytest.mark.parametrize(
    ("kind", "header", "field"),
    [
        ("changes", "Sistemi coinvolti", "applications"),
        ("changes", "Systemy objęte zmianą", "applications"),
        ("changes", "Systemy, których dotyczy zmiana", "applications"),
        ("changes", "Sistema/Serviço", "applications"),
        ("incidents", "Objęty element konfiguracji", "configuration_items"),
        ("incidents", "Services impactés", "applications"),
        ("incidents", "Betroffene Geräte", "configuration_items"),
        ("changes", "Affected CIs", "configuration_items"),
        ("changes", "Affected users", ""),
        ("changes", "Affected", ""),
        ("changes", "Systems", ""),
        ("incidents", "Causado por el cambio", "change_key"),
        ("incidents", "Spowodowane przez zmianę", "change_key"),
        ("incidents", "Mudança causadora", "change_key"),
        ("incidents", "RFC correlata", "change_key"),
        ("incidents", "Nr powiązanej zmiany", "change_key"),
        ("incidents", "Caused by", ""),
        ("changes", "Caused by change", ""),
        ("people", "Affected systems", ""),
    ],
)
def test_the_words_of_a_header_name_what_is_touched(kind: str, header: str, field: str) -> None:
    assert thing_composed(header, kind) == field


@pytest.mark.parametrize(
    ("header", "kind", "field"),
    [
        ("tipo_cambio", "changes", "change_class"),
        ("plan_marcha_atras", "changes", "backout_plan"),
        ("fecha_resolucion", "changes", "closed_in_source"),
        ("environment_name", "configuration_items", ""),
        ("data", "windows", "day"),
    ],
)
def test_databases_leave_the_small_words_out(header: str, kind: str, field: str) -> None:
    found = possible_fields(header, kind, GENERIC)
    assert (found[0][0].name if found else "") == field


@pytest.mark.parametrize(
    ("headers", "times", "field"),
    [
        ("RFC;Titel;Risiko;Datum;Von;Bis", "18.11.2026;21:00;23:30", "deployment_on"),
        ("RFC;Titre;Risque;Date;De;À", "18.11.2026;21:00;23:30", "deployment_on"),
        ("RFC;Titel;Risiko;Datum;Von;Bis", "18.11.2026;Lager;Filiale", "created_in_source"),
        ("RFC;Titel;Risiko;Datum;Uhrzeit", "18.11.2026;21:00", "created_in_source"),
    ],
)
def test_a_day_with_times_from_and_to_is_when_a_change_is_done(headers: str, times: str, field: str) -> None:
    read = read_table(f"{headers}\nRFC-1;Firewall;hoch;{times}\nRFC-2;Patch;gering;{times}\n".encode())
    day = headers.split(";")[3]
    assert propose(read, "changes").mapping.columns[day] == field


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
