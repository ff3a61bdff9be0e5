"""What ServiceNow calls its columns in eight languages, what they mean, and what its numbers stand for."""

from __future__ import annotations

from app.importing.sources.scheduled import SCHEDULED
from app.importing.words.spelling import spelt

NUMBER = spelt("number, numéro, número, nummer, numero, numer, numara")
SHORT_DESCRIPTION = spelt(
    """
    short description, short descriptio, kurzbeschreibung, description brève, brève description,
    breve descripción, descripción breve, descrição resumida, descrição breve, breve descrizione,
    descrizione breve, krótki opis, kısa açıklama,
    description courte, descripción corta, descrição curta, kısa tanım, résumé, resumo, resumen, riepilogo"""
)
PLANNED_START = spelt(
    """
    planned start date, planned start, geplantes startdatum, geplanter start, geplanter beginn,
    date de début planifiée, date de début prévue, début planifié, fecha de inicio planificada,
    fecha de inicio planeada, inicio planificado, data de início planejada, data de início planeada,
    início planejado, data di inizio pianificata, data di inizio prevista, planowana data rozpoczęcia,
    planlanan başlangıç tarihi, début prévu, inizio pianificato, inizio previsto, planowany początek,
    planowany start, planlanan başlangıç"""
)
PLANNED_END = spelt(
    """
    planned end date, planned end, geplantes enddatum, geplantes ende, date de fin planifiée,
    date de fin prévue, fin planifiée, fecha de finalización planificada, fecha de fin planificada,
    data de término planejada, data de termino planejada, data de fim planeada, data di fine pianificata,
    data di fine prevista, planowana data zakończenia, planlanan bitiş tarihi, fin prévue, fin planificado,
    fim planejado, término planejado, fine pianificata, fine prevista, planowany koniec, planlanan bitiş"""
)
REQUESTED_BY = spelt(
    """
    requested by, angefordert von, beantragt von, demandé par, solicitado por, solicitação de,
    richiesto da, żądane przez, zgłoszone przez, talep eden, requisitado por, wnioskujący"""
)
OPENED_BY = spelt(
    "opened by, geöffnet von, ouvert par, abierto por, aberto por, aperto da, otwarte przez, açan"
)
REQUESTED_FOR = spelt(
    "requested for, request requested for, request item requested for, request item request requested for"
)
"""For whom something of the catalogue is, which its tables show of the request above, too."""
CALLER = spelt(
    """
    caller, caller id, anrufer, appelant, autor de la llamada, persona que llama, chamador, chiamante,
    dzwoniący, arayan, llamante, erfasst für"""
)
RISK = spelt(
    """
    risk, risiko, risikowert, risikobewertung, risque, niveau de risque, riesgo, nivel de riesgo, risco,
    nível de risco, rischio, livello di rischio, ryzyko, poziom ryzyka, risk değeri, risk düzeyi"""
)
TYPE = spelt("type, typ, tipo, tür")
CLOSE_CODE = spelt(
    """
    close code, completion code, abschlusscode, code de fermeture, código de cierre, código de fechamento,
    codice di chiusura, kod zamknięcia, kapatma kodu"""
)
CHANGE_REQUEST = spelt(
    """
    change request, änderungsantrag, änderungsanforderung, change anfrage, demande de changement,
    solicitud de cambio, solicitação de mudança, requisição de mudança, richiesta di modifica,
    żądanie zmiany, wniosek o zmianę, değişiklik isteği, değişiklik talebi"""
)
ASSIGNED_TO = spelt(
    """
    assigned to, zugewiesen an, affecté à, assigné à, asignado a, atribuído a, atribuição a, assegnato a,
    przypisane do, atanan, atanan kişi, przydzielone do"""
)
EVERYWHERE = """
    assignment group, assigned to, opened, opened at, opened by, priority, state, category, active, sys id,
    sys class name, sys created on, sys created by, sys updated on, sys updated by, closed at, closed,
    configuration item, cmdb ci, business service, urgency, impact, approval, zuweisungsgruppe,
    zugewiesen an, groupe d'affectation, affecté à, grupo de asignación, asignado a, grupo de atribuição,
    atribuído a, gruppo di assegnazione, assegnato a, priorität, priorité, prioridad, prioridade, priorità,
    status, état, estado, stato, stan, durum, kategorie, catégorie, categoría, categoria, grupa przypisania,
    przypisane do, priorytet, atama grubu, atanan kişi, öncelik"""
"""Headers of all its tables."""
COLUMNS = {
    "sys created by": "",
    "sys updated by": "",
    "sys class name": "",
    "sys id": "",
    "business service": "applications",
    "cmdb ci": "configuration_items",
    "configuration item": "configuration_items",
    "assignment group": "team",
    "assigned to": "owner",
    "sys created on": "created_in_source",
    "sys updated on": "updated_in_source",
    "comments and work notes": "",
    "work notes": "",
    "priority": "",
}
TASK_COLUMNS = COLUMNS | dict.fromkeys(REQUESTED_FOR, "requester")
CHANGE_COLUMNS = COLUMNS | {
    "type": "change_class",
    "chg stage": "state",
    "stage": "state",
    "customer impact": "impact",
    "work end": "deployment_on",
    "start date": "deployment_on",
    "test plan": "verification_plan",
    **dict.fromkeys(PLANNED_START, "deployment_on"),
    **dict.fromkeys(RISK, "likelihood"),
    **dict.fromkeys(TYPE, "change_class"),
    **dict.fromkeys(REQUESTED_BY, "requester"),
    **dict.fromkeys(CLOSE_CODE | PLANNED_END, ""),
}
INCIDENT_COLUMNS = COLUMNS | {
    **dict.fromkeys(CALLER, "requester"),
    "opened by": "requester",
    "ci name": "configuration_items",
    "opened at": "created_in_source",
    "opened": "created_in_source",
    "caused by": "change_key",
    "caused by change": "change_key",
    "rfc": "change_key",
    "change request": "change_key",
}
SECOND = frozenset({"work end", "sys created on", "rfc", "change request", "opened by"})
"""Headers that give way to others of the same field."""
IMPACTS = {"1": "4", "2": "3", "3": "2"}
CHANGE_VALUES = {
    "state": {
        **SCHEDULED,
        "-5": "intake",
        "-4": "intake",
        "-3": "intake",
        "-2": "ready",
        "-1": "ready",
        "0": "closed",
        "1": "intake",
        "2": "intake",
        "3": "closed",
        "4": "withdrawn",
        "7": "withdrawn",
    },
    "likelihood": {"1": "5", "2": "4", "3": "3", "4": "2", "5": "1"},
    "impact": IMPACTS,
}
"""What the numbers stand for that the tables hold in the place of words, and what Scheduled is abroad."""
INCIDENT_VALUES = {
    "state": {
        "1": "intake",
        "2": "intake",
        "3": "deferred",
        "4": "deferred",
        "5": "deferred",
        "6": "tested",
        "7": "closed",
        "8": "withdrawn",
    },
    "impact": IMPACTS,
}
TASK_STATES = {"-5": "planned", "1": "planned", "2": "running", "3": "done", "4": "failed", "7": "skipped"}
