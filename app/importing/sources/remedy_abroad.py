"""BMC Remedy's and Helix's lists by their labels in seven languages other than English."""

from __future__ import annotations

from app.importing.sources.scheduled import SCHEDULED
from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

CHANGE_ID = spelt(
    """
    id de cambio, id del cambio, id da alteração, id alteração, id da mudança, id de changement,
    id du changement, change id, änderungs id, id modifica, id della modifica, identyfikator zmiany,
    id zmiany, değişiklik kimliği"""
)
_COORDINATOR = spelt(
    """
    coordinador del cambio, coordinador de cambios, coordinador de cambio, coordenador da alteração,
    coordenador da mudança, coordenador de mudança, coordenador de alteração, coordinateur du changement,
    coordinateur de changement, change koordinator, änderungskoordinator, coordinatore modifica,
    coordinatore della modifica, koordynator zmiany, değişiklik koordinatörü"""
)
_COORDINATORS = spelt(
    """
    grupo coordinador, grupo de coordinadores, grupo coordenador, grupo de coordenadores,
    groupe coordinateur, groupe de coordination, koordinatorgruppe, gruppo coordinatore,
    grupa koordynatora, grupa koordynująca, koordinatör grubu"""
)
_SUBMITTED = spelt(
    """
    fecha de envío, data de envio, date de soumission, übermittlungsdatum, einreichungsdatum,
    data di invio, data invio, data przesłania, gönderme tarihi, gönderim tarihi"""
)
_SCHEDULED = spelt(
    """
    fecha de inicio programada, data de início programada, data de início agendada,
    date de début programmée, date de début planifiée, geplantes startdatum, data di inizio programmata,
    data inizio programmata, data di inizio pianificata, planowana data rozpoczęcia,
    planlanan başlangıç tarihi"""
)
_RISK = spelt(
    """
    nivel de riesgo, nível de risco, niveau de risque, risikostufe, livello di rischio, poziom ryzyka,
    risk düzeyi"""
)
_CLASS = spelt("clase, classe, klasse, klasa, sınıf")
INCIDENT_ID = spelt(
    """
    id de incidencia, id de incidente, id del incidente, id do incidente, id d'incident, id de l'incident,
    incident id, störungs id, vorfall id, id incidente, id dell'incidente, identyfikator incydentu,
    id incydentu, olay kimliği"""
)
_GROUP = spelt(
    """
    grupo asignado, grupo designado, grupo atribuído, groupe assigné, groupe affecté, zugewiesene gruppe,
    gruppo assegnato, przypisana grupa, atanan grup"""
)
_REPORTED = spelt(
    """
    fecha de notificación, fecha de informe, fecha de reporte, data do relatório, data de notificação,
    date de signalement, date de notification, date de déclaration, meldedatum, gemeldet am,
    data segnalazione, data di segnalazione, data zgłoszenia, raporlanma tarihi, bildirim tarihi"""
)
_RESOLVED = spelt(
    """
    fecha de última resolución, data da última resolução, date de dernière résolution,
    datum der letzten lösung, data ultima risoluzione, data dell'ultima risoluzione,
    data ostatniego rozwiązania, son çözüm tarihi"""
)
_ASSIGNEE = spelt(
    """
    usuario asignado, persona asignada, usuário designado, responsável, assigné, bearbeiter, assegnatario,
    osoba przypisana, atanan"""
)
_CUSTOMER = spelt("kunde, client, cliente, klient, müşteri")
SUMMARY = spelt(
    "summary, resumen, resumo, résumé, récapitulatif, zusammenfassung, riepilogo, podsumowanie, özet"
)
_TYPICAL = (
    SUMMARY
    | _SCHEDULED
    | _RISK
    | _CLASS
    | _GROUP
    | _REPORTED
    | _RESOLVED
    | _ASSIGNEE
    | spelt(
        """
        estado,
        status, statut, état, stato, stan, durum, impacto, impact, auswirkung, impatto, wpływ, etki,
        prioridad,
        prioridade, priorité, priorität, priorità, priorytet, öncelik"""
    )
)

REMEDY_ABROAD: tuple[Source, ...] = (
    Source(
        "BMC Remedy changes",
        "changes",
        (CHANGE_ID, _COORDINATOR | _COORDINATORS),
        _TYPICAL,
        {
            **dict.fromkeys(CHANGE_ID, "key"),
            **dict.fromkeys(_COORDINATOR, "owner"),
            **dict.fromkeys(_SCHEDULED, "deployment_on"),
            **dict.fromkeys(_RISK, "likelihood"),
            **dict.fromkeys(_CLASS, "change_class"),
            **dict.fromkeys(_COORDINATORS, "team"),
            **dict.fromkeys(_SUBMITTED, "created_in_source"),
        },
        {"state": SCHEDULED},
    ),
    Source(
        "BMC Remedy incidents",
        "incidents",
        (INCIDENT_ID, _GROUP | _ASSIGNEE, _REPORTED | _RESOLVED),
        _TYPICAL,
        {
            **dict.fromkeys(INCIDENT_ID, "key"),
            **dict.fromkeys(_GROUP, "team"),
            **dict.fromkeys(_ASSIGNEE, "owner"),
            **dict.fromkeys(_CUSTOMER, "requester"),
            **dict.fromkeys(_REPORTED, "started_at"),
            **dict.fromkeys(_RESOLVED, "ended_at"),
            **dict.fromkeys(_SUBMITTED, "created_in_source"),
        },
    ),
)
