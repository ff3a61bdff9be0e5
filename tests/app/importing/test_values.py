"""Words of lists and the desk's values for them: near spellings, second words, ranks, endings."""

from __future__ import annotations

import pytest

from app.importing.words.values import choose, yes_or_no

READ = [
    ("state", "Rifiutata", "withdrawn"),
    ("state", "Wstrzymany", "deferred"),
    ("state", "Wdrożona", "deployed"),
    ("state", "Implementada", "deployed"),
    ("state", "Awaiting CAB approval", "intake"),
    ("state", "Peer review / change manager approval", "intake"),
    ("state", "Implementing", "ready"),
    ("state", "Declined", "withdrawn"),
    ("state", "Warten auf Genehmigung", "intake"),
    ("state", "Onay bekliyor", "intake"),
    ("state", "Em curso", "intake"),
    ("state", "Feedback", "deferred"),
    ("state", "Geribildirim", "deferred"),
    ("state", "Yapılıyor", "intake"),
    ("state", "Aktywne", "intake"),
    ("state", "-5", None),
    ("state", "Approved with conditions", "ready"),
    ("state", "genehmigt mit Auflagen", "ready"),
    ("state", "Aprobado con observaciones", "ready"),
    ("state", "Open with vendor", None),
    ("state", "Processando (planejado)", "intake"),
    ("state", "Programmata", "ready"),
    ("state", "Planned", "intake"),
    ("state", "Geplant", "intake"),
    ("state", "Planifiée", "intake"),
    ("state", "Planificado", "intake"),
    ("state", "Planejada", "intake"),
    ("state", "Pianificato", "intake"),
    ("state", "Zaplanowane", "intake"),
    ("state", "Planlandı", "intake"),
    ("state", "Scheduled", "ready"),
    ("state", "Terminiert", "ready"),
    ("state", "Programmé", "ready"),
    ("state", "Agendado", "ready"),
    ("state", "Zrealizowane", "deployed"),
    ("state", "Planowanie", "intake"),
    ("state", "Oczekiwanie na zatwierdzenie przez CAB", "intake"),
    ("scale", "Geniş / Yaygın", 5),
    ("state", "En investigación", "intake"),
    ("state", "Zarejestrowany", "intake"),
    ("state", "Suspendido", "deferred"),
    ("state", "Yapılmayacak", "withdrawn"),
    ("state", "Verificato", "tested"),
    ("state", "Implémenté", "deployed"),
    ("change_class", "Preaprobado", "standard"),
    ("change_class", "Planowana", "normal"),
    ("scale", "Extreme", 5),
    ("state", "Travail en cours", "intake"),
    ("state", "Lavori in corso", "intake"),
    ("state", "Fermé terminé", "closed"),
    ("state", "Cerrado completo", "closed"),
    ("state", "Vollständig abgeschlossen", "closed"),
    ("state", "Fechado incompleto", "failed"),
    ("state", "Chiuso incompleto", "failed"),
    ("state", "Zur Genehmigung geplant", "intake"),
    ("state", "Onay için zamanlandı", "intake"),
    ("state", "Przetwarzany (przypisany)", "intake"),
    ("scale", "Mäßig / Begrenzt", 3),
    ("scale", "Moderado / Limitado", 3),
    ("scale", "Significant / Large", 4),
    ("scale", "High Risk", 4),
    ("scale", "Risco médio", 3),
    ("scale", "Très haute", 5),
    ("scale", "P1", 5),
    ("scale", "-3", None),
    ("tier", "missionCritical", 1),
    ("tier", "Tier 3 - Low", 3),
    ("ci_kind", "SQL database", "database"),
    ("ci_kind", "Core Switch", "network_device"),
    ("tier", "Stufe 2 (wichtig)", 2),
    ("strength", "Sous réserve", "with_signatures"),
    ("strength", "Estricto", "hard"),
    ("state", "PROBLEM", "intake"),
    ("tier", "Wysoka", 2),
    ("change_class", "Cambio de emergencia", "emergency"),
    ("change_class", "Standardowy", "standard"),
    ("change_class", "Acil Durum Değişikliği", "emergency"),
    ("change_class", "Change", None),
    ("strength", "Hard freeze", "hard"),
    ("strength", "Emergency changes only", "with_signatures"),
    ("activity_state", "Nicht gestartet", "planned"),
    ("activity_state", "Entfällt", "skipped"),
    ("outcome", "partiallySucceeded", "with_issues"),
    ("state", "Pending-Internal", "deferred"),
    ("state", "Permanently Closed", "closed"),
    ("state", "Customer Replied", "intake"),
    ("state", "Selected For Evaluation", "intake"),
    ("state", "Discarded", "withdrawn"),
    ("state", "Info Requested", "deferred"),
    ("state", "Deploy Request", "ready"),
    ("state", "QA Request", "in_test"),
    ("state", "IN TEST DEV", "in_test"),
    ("state", "Deployed to UAT", "in_test"),
    ("state", "Livré en recette", "in_test"),
    ("state", "Deployed to production", "deployed"),
    ("state", "QA tested", "tested"),
    ("state", "In Code Review", "intake"),
    ("state", "Cancelled by user", "withdrawn"),
    ("state", "Working On Case", "intake"),
    ("state", "In internal audit", None),
]


@pytest.mark.parametrize(("choices", "word", "value"), READ)
def test_a_word_is_read_however_it_ends_and_whatever_stands_beside_it(
    choices: str, word: str, value: str | int | None
) -> None:
    assert choose(choices, word) == value


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Tests failed: 3", False), ("Tests passed: 812", True), ("Success", True), ("3: 4", None)],
)
def test_a_count_behind_an_outcome_is_looked_past(text: str, meant: bool | None) -> None:
    assert yes_or_no(text) is meant


def test_an_ending_that_tells_two_values_apart_is_not_looked_past() -> None:
    assert choose("state", "Teste") == "tested"
    assert choose("state", "Test") == "in_test"
    assert choose("state", "Testy") == "in_test"


def test_own_words_go_before_a_second_word() -> None:
    assert choose("scale", "Moderate / Limited", {"moderate": "2"}) == 3
    assert choose("scale", "Moderate / Rare", {"moderate": "2"}) == 2
    assert choose("state", "-5", {"minus 5": "intake"}) == "intake"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Oracle Database", "database"),
        ("Oracle Database 19c", "database"),
        ("Windows Server 2019", "server"),
        ("Serveur Linux", "server"),
        ("Core switch", "network_device"),
        ("Storage array", "storage"),
        ("Shared Java library", "shared_library"),
        ("Database storage", None),
        ("Printer", None),
    ],
)
def test_a_kind_is_known_within_a_longer_name_where_its_words_agree(word: str, kind: str | None) -> None:
    assert choose("ci_kind", word) == kind


def test_a_name_is_found_in_a_text_of_thousands_of_words() -> None:
    """In time that grows with the text, and not with its third power."""
    assert choose("ci_kind", f"{'rack ' * 5_000}Core switch") == "network_device"
