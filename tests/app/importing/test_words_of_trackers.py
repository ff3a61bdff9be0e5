"""The words of real exports: states with brackets after them, scales, and fields somebody added."""

from __future__ import annotations

import pytest

from app.importing.converting.converter import Converter
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.words.links import is_link_header, link_kind, links_of
from app.importing.words.spelling import plain
from app.importing.words.values import choose

WORDS = [
    ("state", "En cours (Attribué)", "intake"),
    ("state", "En cours (Planifié)", "intake"),
    ("state", "En curso (asignada)", "intake"),
    ("state", "In Bearbeitung (zugewiesen)", "intake"),
    ("state", "W trakcie (przypisane)", "intake"),
    ("state", "Processing (assigned)", "intake"),
    ("state", "Tareas por hacer", "intake"),
    ("state", "Terminé(e)", "closed"),
    ("state", "Gotowe", "closed"),
    ("state", "Tamam", "closed"),
    ("state", "İNCELEMEDE", "intake"),
    ("state", "Acceptance", "in_test"),
    ("state", "Root Cause Analysis", "intake"),
    ("state", "Fix in Progress", "intake"),
    ("state", "Approval Pending", "intake"),
    ("state", "Pendiente de CAB", "intake"),
    ("state", "Warten auf CAB", "intake"),
    ("state", "In uitvoering", "intake"),
    ("state", "Can't Reproduce", "withdrawn"),
    ("state", "Nicht genehmigt", "withdrawn"),
    ("state", "Favorable", "ready"),
    ("state", "QA Complete", "tested"),
    ("state", "UAT signed off", "tested"),
    ("state", "Pruebas superadas", "tested"),
    ("state", "Recette validée", "tested"),
    ("state", "Testy zakończone", "tested"),
    ("state", "Homologação concluída", "tested"),
    ("state", "Listo para producción", "ready"),
    ("state", "Aguardando deploy", "ready"),
    ("state", "Da rilasciare", "ready"),
    ("state", "Bereit für Produktion", "ready"),
    ("state", "Gotowe do wdrożenia", "ready"),
    ("state", "Canlıya hazır", "ready"),
    ("state", "Canlıya alınacak", "ready"),
    ("state", "Respinta", "withdrawn"),
    ("state", "Aguardando aprovação do CAB", "intake"),
    ("state", "Warten auf Freigabe", "intake"),
    ("state", "CAB-Genehmigung ausstehend", "intake"),
    ("state", "Implementierung ausstehend", "ready"),
    ("state", "A la espera de implementación", "ready"),
    ("state", "En attente d'implémentation", "ready"),
    ("state", "Uygulama bekleniyor", "ready"),
    ("state", "Ready for implementation", None),
    ("state", "Peer Review / Genehmigung durch Change Manager", "intake"),
    ("state", "Evaluación por pares", "intake"),
    ("state", "Vorgeschlagen", "intake"),
    ("state", "Önerilen", "intake"),
    ("state", "Przegląd koleżeński", "intake"),
    ("state", "Implementazione in corso", "ready"),
    ("state", "Implementierung wird durchgeführt", "ready"),
    ("state", "Wdrażane", "ready"),
    ("state", "En attente de livraison", "ready"),
    ("state", "QA failed", None),
    ("state", "RESOLVED WONTFIX", "withdrawn"),
    ("state", "RESOLVED FIXED", "tested"),
    ("state", "Rouvert", "intake"),
    ("state", "Échec", "failed"),
    ("scale", "Bloquant", 5),
    ("scale", "Mittleres Risiko", 3),
    ("scale", "Hohes Risiko", 4),
    ("scale", "Istotny / Duży", 4),
    ("scale", "P0", 5),
    ("change_class", "Vorab genehmigt", "standard"),
    ("change_class", "Ungeplant", "emergency"),
    ("change_class", "Hotfix", "emergency"),
    ("state", "Approval in progress", "intake"),
    ("state", "Testy w toku", "in_test"),
    ("state", "Implementazione in corso", "ready"),
    ("state", "Problem Solved", "tested"),
    ("state", "Executada com falha", "failed"),
    ("state", "Chiuso con fallback", "rolled_back"),
    ("state", "WAPPR", "intake"),
    ("state", "Ejecutado sin éxito", "failed"),
    ("state", "Ejecutado con éxito", "deployed"),
    ("state", "Wykonano z błędem", "failed"),
    ("activity_state", "Trabalho em andamento", "running"),
    ("activity_state", "Fechada com sucesso", "done"),
    ("change_class", "S", "standard"),
    ("scale", "H", 4),
    ("state", "Warten auf Erinnerung", "deferred"),
    ("state", "Release", None),
    ("state", "Untriaged", "intake"),
    ("state", "Défavorable", "withdrawn"),
    ("state", "Postmortem", "closed"),
    ("scale", "Affects Department", 4),
    ("scale", "schwerer Fehler", 4),
    ("change_kind", "Databases", "database"),
    ("state", "Work In Progress", "intake"),
    ("state", "Request For Authorization", "intake"),
    ("state", "Oczekiwanie na wsparcie", "intake"),
    ("state", "Waiting for customer", "deferred"),
    ("state", "Verified - UAT", "tested"),
    ("state", "CLOSED-ERRATA", "closed"),
    ("state", "Resolved - Duplicate", "withdrawn"),
    ("state", "Open – On hold", "deferred"),
    ("state", "Somewhere - else", None),
    ("state", "Ready to validate", "in_test"),
    ("state", "STAGE", "pre_production"),
    ("state", "Development in progress", "intake"),
    ("state", "Development completed", "in_test"),
    ("state", "Available for testing", "in_test"),
    ("state", "Waiting for deploy", "ready"),
    ("state", "Awaiting Info", "deferred"),
    ("state", "Aprobación", "intake"),
    ("state", "Evaluierung", "intake"),
    ("state", "Değerlendir", "intake"),
    ("state", "Implementar", "ready"),
    ("state", "Applicato", "deployed"),
    ("state", "Esperando por el cliente", "deferred"),
    ("state", "In sospeso", "deferred"),
    ("state", "Bloqué", "deferred"),
    ("state", "Entfernt", "withdrawn"),
    ("state", "Doublon", "withdrawn"),
    ("state", "Prêt pour test", "in_test"),
    ("state", "Abgenommen", "tested"),
    ("state", "Freigabe ausstehend", "intake"),
    ("state", "Release", None),
    ("state", "(Attribué)", None),
    ("state", "()", None),
    ("scale", "Modéré", 3),
    ("scale", "3 - Moderada", 3),
    ("scale", "Risk Level 4", 4),
    ("scale", "High (4)", 4),
    ("scale", "P2 - High", 4),
    ("scale", "Sev 3 - Medium", 3),
    ("scale", "S3", 3),
    ("scale", "Najwyższy", 5),
    ("scale", "Más baja", 1),
    ("scale", "En yüksek", 5),
    ("scale", "1-Entire organization", 5),
    ("scale", "Un département", 4),
    ("scale", "Einzelner Benutzer", 2),
]


@pytest.mark.parametrize(("choices", "word", "value"), WORDS)
def test_a_word_of_a_tracker_has_its_value(choices: str, word: str, value: str | int | None) -> None:
    assert choose(choices, word) == value


def test_own_words_go_before_what_stands_without_the_brackets() -> None:
    assert choose("state", "En cours (Attribué)", {"en cours attribue": "in_test"}) == "in_test"


@pytest.mark.parametrize(
    "header",
    [
        "Custom field (Change risk)",
        "Benutzerdefinierte Felder (Change risk)",
        "Benutzerdefiniertes Feld (Change risk)",
        "Champs personnalisés (Change risk)",
        "Champ personnalisé (Change risk)",
        "Campo personalizado (Change risk)",
        "Campi personalizzati (Change risk)",
        "Pole własne (Change risk)",
        "Pole niestandardowe (Change risk)",
        "Özel alan (Change risk)",
    ],
)
def test_an_added_field_goes_by_its_own_name(header: str) -> None:
    assert plain(header) == "change risk"


@pytest.mark.parametrize(
    ("cell", "owner"),
    [
        ("Fagner Brito <br>Thiago Augusto ", "Fagner Brito, Thiago Augusto"),
        ("Urgencias <br>urgencias@example.org<br>", "Urgencias, urgencias@example.org"),
        ("Ana<br />Bo<BR>Cy", "Ana, Bo, Cy"),
        ("Ana <ana@example.org>", "Ana <ana@example.org>"),
        ("Silva, Ana", "Silva, Ana"),
    ],
)
def test_people_put_apart_by_markup_are_put_apart_by_commas(cell: str, owner: str) -> None:
    table = read_table(f"ID;Title;Assigned To - Technician;Last Update\n1;One;{cell};01-11-2024\n".encode())
    converter = Converter(table, propose(table).mapping, "UTC")
    assert converter.records(list(table.rows))[0]["owner"] == owner


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Outward issue link (Blocks)", "blocks"),
        ("Inward issue link (Blocks)", "is_blocked_by"),
        ("Enlace de incidencia saliente (Blocks)", "blocks"),
        ("Enlace a la incidencia interna (Blocks)", "is_blocked_by"),
        ("Enlace de incidencia saliente (Depende )", "depends_on"),
        ("Lien de ticket sortant (Blocks)", "blocks"),
        ("Lien du ticket entrant (Blocks)", "is_blocked_by"),
        ("Ausgehende Vorgangsverknüpfung (Blocks)", "blocks"),
        ("Eingehende Vorgangsverknüpfung (Blocks)", "is_blocked_by"),
        ("Link externo da item (Blocks)", "blocks"),
        ("Link interno da item (Blocks)", "is_blocked_by"),
        ("Collegamento esterno segnalazione (Blocks)", "blocks"),
        ("Collegamento interno segnalazione (Blocks)", "is_blocked_by"),
        ("Zewnętrzne powiązanie zgłoszenia (Blocks)", "blocks"),
        ("Wewnętrzne powiązanie zgłoszenia (Blocks)", "is_blocked_by"),
        ("Dışa doğru bağlantı (Engeller)", "blocks"),
        ("İçe doğru bağlantı (Engeller)", "is_blocked_by"),
    ],
)
def test_a_column_of_links_tells_which_way_they_point(header: str, kind: str) -> None:
    assert is_link_header(header)
    assert link_kind(header) == kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Vorgänger von", "blocks"),
        ("Nachfolger von", "depends_on"),
        ("Vorgänger", "depends_on"),
        ("Nachfolger", "blocks"),
        ("anterior a", "blocks"),
        ("posterior a", "depends_on"),
        ("poprzedza", "blocks"),
        ("następuje po", "depends_on"),
        ("poprzednicy", "depends_on"),
        ("Engelleyen", "is_blocked_by"),
        ("Engeller", "blocks"),
        ("precedes", "blocks"),
    ],
)
def test_what_comes_before_another_blocks_it(words: str, kind: str) -> None:
    assert links_of(f"{words} #14", "relates") == ((kind, "14"),)
