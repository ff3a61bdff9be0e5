"""Headers by which boards, desks and pipelines of many countries call the same things."""

from __future__ import annotations

import pytest

from app.importing.proposing.naming import possible_fields
from app.importing.sources.source import GENERIC

CALLED = {
    ("changes", "key"): "CRQ, RFC-Nummer, N° RFC, Nº de RFC, Antragsnummer, Numer RFC, Talep No, N. change",
    ("changes", "title"): "Brief description, Änderungstitel, Intitulé, Oggetto, Temat, Issue",
    (
        "changes",
        "owner",
    ): "Umsetzer, Durchführender, Ejecutor, Executor, Esecutore, Uygulayan, Odpowiedzialny, "
    "Réalisateur, assignee_login",
    ("changes", "requester"): "Einreicher, Anforderer, Émetteur, Peticionario, Segnalatore, Talep sahibi",
    (
        "changes",
        "team",
    ): "Zugewiesene Gruppe, Groupe d'assignation, Ruta de área, Caminho da Área, Bereichspfad",
    (
        "changes",
        "backout_plan",
    ): "Plan de vuelta atrás, Geri Dönüş Planı, Plan przywrócenia, Rollback procedure",
    ("changes", "release"): "Release Window, Change window, Wartungsfenster, Versão alvo, Wersja naprawy",
    ("changes", "state"): "Decision, Entscheidung, Décision, Decyzja, Karar",
    ("changes", "expected_downtime_minutes"): "Service downtime, Indisponibilidad (min), Kesinti süresi (dk)",
    ("incidents", "started_at"): "Began, Outage began, Inicio del corte, Ausfall von, Störungsbeginn",
    ("incidents", "ended_at"): "Service restored, Fin del corte, Störungsende, Koniec awarii",
    ("incidents", "impact"): "Sev, Sévérité, Severità, Ważność, Şiddet, Poziom wpływu",
    ("deployments", "deployed_at"): "Released on, Deployt am, Implantado em, Rilasciato il, Wdrożono",
    ("deployments", "change_key"): "Work Items, Linked change",
    ("builds", "succeeded"): "Conclusion, Build status",
}


@pytest.mark.parametrize(
    ("kind", "field", "header"),
    [(*named, header.strip()) for named, headers in CALLED.items() for header in headers.split(",")],
)
def test_a_header_is_known_in_many_countries(kind: str, field: str, header: str) -> None:
    assert field in [found.name for found, *_ in possible_fields(header, kind, GENERIC)]
