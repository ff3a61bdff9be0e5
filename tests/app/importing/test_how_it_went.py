"""What states say in a few words: how what was done went, and whom one waits for."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.words.values import choose


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("Concluída com sucesso", "deployed"),
        ("Concluída com falha", "failed"),
        ("Conclusa con esito positivo", "deployed"),
        ("Zakończone niepowodzeniem", "failed"),
        ("Başarıyla tamamlandı", "deployed"),
        ("Mit Fehlern abgeschlossen", "failed"),
        ("Closed with errors", "failed"),
        ("Cerrado exitoso", "closed"),
        ("Cerrado con fallas", "failed"),
        ("En proceso", "intake"),
        ("Ejecutado sin errores", "deployed"),
        ("Ejecutado sin éxito", "failed"),
        ("wykonano bez błędów", "deployed"),
        ("wdrożone z uwagami", "deployed"),
        ("Closed - Failed", "failed"),
        ("Chiuso - fallito", "failed"),
        ("Closed - Resolved", "closed"),
        ("Test failed", None),
        ("Fehler behoben", None),
        ("Sin errores", None),
        ("In attesa di risposta cliente", "deferred"),
        ("Müşteri yanıtı bekleniyor", "deferred"),
        ("En attente d'un tiers", "deferred"),
        ("Waiting for approval", "intake"),
        ("Waiting for release", "ready"),
    ],
)
def test_states_of_a_few_words_are_known(said: str, state: str | None) -> None:
    assert choose("state", said) == state


@pytest.mark.parametrize(
    "header",
    [
        "Codice chiusura",
        "Motivo dello stato",
        "Esito della modifica",
        "Resultado de la implementación",
        "Wynik wdrożenia",
    ],
)
def test_a_column_of_results_completes_the_states(header: str) -> None:
    table = read_table(
        f"RFC;Descrizione;Stato;{header}\nRFC-1;Patch;Chiuso;Riuscito\nRFC-2;DNS;Chiuso;Fallito".encode()
    )
    found = {guess.header: guess for guess in propose(table).guesses}
    assert (found[header].field, found[header].completes) == ("", "Stato")


@pytest.mark.parametrize(
    ("header", "cells", "field"),
    [
        ("Rollback (S/N)", ("N", "S"), ""),
        ("Rollback", ("Snapshot", "Restore"), "backout_plan"),
        ("Rollback plan", ("yes", "no"), "backout_plan"),
    ],
)
def test_whether_one_was_rolled_back_is_no_plan_to_do_so(
    header: str, cells: tuple[str, str], field: str
) -> None:
    table = read_table(
        f"RFC;Title;Status;{header}\nRFC-1;Patch;Done;{cells[0]}\nRFC-2;DNS;New;{cells[1]}".encode()
    )
    found = {guess.header: guess.field for guess in propose(table).guesses}
    assert found[header] == field


def test_whether_a_change_caused_it_names_none() -> None:
    table = read_table(
        b"Incident #,Title,Detected At,Caused By Change?,Related Change\n"
        b"INC-1,Errors,2025-03-04 10:02,Yes,CHG-8812\nINC-2,Slow,2025-03-10 08:15,No,\n"
    )
    found = {guess.header: guess.field for guess in propose(table).guesses}
    assert (found["Caused By Change?"], found["Related Change"]) == ("", "change_key")


def test_a_german_list_of_changes_is_not_that_of_one_desk() -> None:
    text = "Change-Nr.;Kurzbeschreibung;Antragsteller;Geplanter Beginn\nC-1;Patch;Abel;14.03.2025 20:00\n"
    assert propose(read_table(text.encode())).mapping.source == ""
