"""ServiceNow's lists: changes, incidents, outages and tasks, by field names and labels; Remedy's beside."""

from __future__ import annotations

from app.importing.sources.remedy import REMEDY
from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_NUMBER = spelt("number, numéro, número, nummer, numero, numer, numara")
_SHORT_DESCRIPTION = spelt(
    """
    short description, short descriptio, kurzbeschreibung, description brève, brève description,
    breve descripción, descripción breve, descrição resumida, descrição breve, breve descrizione,
    descrizione breve, krótki opis, kısa açıklama, résumé, resumo, resumen, riepilogo"""
)
_PLANNED_START = spelt(
    """
    planned start date, planned start, geplantes startdatum, geplanter start, geplanter beginn,
    date de début planifiée, date de début prévue, début planifié, fecha de inicio planificada,
    fecha de inicio planeada, inicio planificado, data de início planejada, data de início planeada,
    início planejado, data di inizio pianificata, data di inizio prevista, planowana data rozpoczęcia,
    planlanan başlangıç tarihi"""
)
_PLANNED_END = spelt(
    """
    planned end date, planned end, geplantes enddatum, geplantes ende, date de fin planifiée,
    date de fin prévue, fin planifiée, fecha de finalización planificada, fecha de fin planificada,
    data de término planejada, data de termino planejada, data de fim planeada, data di fine pianificata,
    data di fine prevista, planowana data zakończenia, planlanan bitiş tarihi"""
)
_REQUESTED_BY = spelt(
    """
    requested by, angefordert von, beantragt von, demandé par, solicitado por, solicitação de,
    richiesto da, żądane przez, zgłoszone przez, talep eden"""
)
_OPENED_BY = spelt(
    "opened by, geöffnet von, ouvert par, abierto por, aberto por, aperto da, otwarte przez, açan"
)
_RISK = spelt("risk, risiko, risikowert, risque, riesgo, risco, rischio, ryzyko, risk değeri")
_TYPE = spelt("type, typ, tipo, tür")
_CLOSE_CODE = spelt(
    """
    close code, completion code, abschlusscode, code de fermeture, código de cierre, código de fechamento,
    codice di chiusura, kod zamknięcia, kapatma kodu"""
)
_CHANGE_REQUEST = spelt(
    """
    change request, änderungsantrag, änderungsanforderung, change anfrage, demande de changement,
    solicitud de cambio, solicitação de mudança, requisição de mudança, richiesta di modifica,
    żądanie zmiany, wniosek o zmianę, değişiklik isteği, değişiklik talebi"""
)
_ASSIGNED_TO = spelt(
    """
    assigned to, zugewiesen an, affecté à, assigné à, asignado a, atribuído a, assegnato a, przypisane do,
    atanan, atanan kişi"""
)
_EVERYWHERE = """
    assignment group, assigned to, opened, opened at, opened by, priority, state, category, active, sys id,
    sys class name, sys created on, sys created by, sys updated on, sys updated by, closed at, closed,
    configuration item, cmdb ci, business service, urgency, impact, approval, zuweisungsgruppe,
    zugewiesen an, groupe d'affectation, affecté à, grupo de asignación, asignado a, grupo de atribuição,
    atribuído a, gruppo di assegnazione, assegnato a, priorität, priorité, prioridad, prioridade, priorità,
    status, état, estado, stato, stan, durum, kategorie, catégorie, categoría, categoria, grupa przypisania,
    przypisane do, priorytet, atama grubu, atanan kişi, öncelik"""
_COLUMNS = {
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
_CHANGE_COLUMNS = _COLUMNS | {
    "type": "change_class",
    "chg stage": "state",
    "stage": "state",
    "customer impact": "impact",
    "work end": "deployment_on",
    "start date": "deployment_on",
    "test plan": "verification_plan",
    **dict.fromkeys(_PLANNED_START, "deployment_on"),
    **dict.fromkeys(_RISK, "likelihood"),
    **dict.fromkeys(_TYPE, "change_class"),
    **dict.fromkeys(_REQUESTED_BY, "requester"),
    **dict.fromkeys(_CLOSE_CODE | _PLANNED_END, ""),
}
_INCIDENT_COLUMNS = _COLUMNS | {
    "caller id": "requester",
    "caller": "requester",
    "opened by": "",
    "ci name": "configuration_items",
    "opened at": "created_in_source",
    "opened": "created_in_source",
    "caused by": "change_key",
    "caused by change": "change_key",
    "rfc": "change_key",
    "change request": "change_key",
}
_SECOND = frozenset({"work end", "sys created on", "rfc", "change request"})
_IMPACTS = {"1": "4", "2": "3", "3": "2"}
_CHANGE_VALUES = {
    "state": {
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
    "impact": _IMPACTS,
}
"""What the numbers stand for that the tables hold in the place of words."""
_INCIDENT_VALUES = {
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
    "impact": _IMPACTS,
}
_TASK_STATES = {"-5": "planned", "1": "planned", "2": "running", "3": "done", "4": "failed", "7": "skipped"}

SERVICE_DESKS: tuple[Source, ...] = (
    Source(
        "ServiceNow changes",
        "changes",
        (
            _NUMBER,
            _SHORT_DESCRIPTION,
            _PLANNED_START
            | _PLANNED_END
            | _RISK
            | spelt(
                """
                type, chg stage, chg model, change model, cab required, cab date, backout plan, change plan,
                conflict status, production system"""
            ),
        ),
        _PLANNED_START
        | _PLANNED_END
        | _RISK
        | _REQUESTED_BY
        | _TYPE
        | _CLOSE_CODE
        | spelt(
            _EVERYWHERE
            + """, work end, work start, start date, end date, customer impact, phase, reason, justification,
            implementation plan, test plan, backout plan, chg stage"""
        ),
        _CHANGE_COLUMNS,
        _CHANGE_VALUES,
        _SECOND,
    ),
    Source(
        "ServiceNow changes",
        "changes",
        (
            spelt("change request number, change number, change request"),
            spelt("short description"),
            spelt("assignment group"),
            _PLANNED_START | spelt("risk, type, close code, backout plan"),
        ),
        _PLANNED_END | spelt(_EVERYWHERE + ", sys id, test plan, implementation plan"),
        _CHANGE_COLUMNS | {"change request": "key"},
        _CHANGE_VALUES,
        _SECOND,
    ),
    Source(
        "ServiceNow incidents",
        "incidents",
        (
            _NUMBER,
            spelt(
                """
                caller, caller id, incident state, made sla, severity, reopen count, subcategory, symptom,
                anrufer, appelant, autor de la llamada, persona que llama, chamador, chiamante, dzwoniący,
                arayan, zgłaszający, resolved by, resolved at, resolved, gelöst, résolu, resuelto, resolvido,
                risolto, rozwiązano, çözüldü, close code, resolution code, resolve time"""
            ),
            _SHORT_DESCRIPTION | spelt("incident state, caller id, opened at, reassignment count"),
        ),
        spelt(
            _EVERYWHERE + ", caller, caller id, incident state, resolved, resolved at, resolved by, symptom"
        ),
        _INCIDENT_COLUMNS,
        _INCIDENT_VALUES,
        _SECOND,
    ),
    Source(
        "ServiceNow incidents",
        "incidents",
        (
            spelt("incident number, incident id, incident"),
            spelt("short description"),
            spelt("opened at, opened, opened date, caller, caller id, assignment group, resolved at"),
        ),
        spelt(
            _EVERYWHERE
            + """, caller, caller id, resolved at, made sla, sla met, subcategory, ci name, opened date,
            resolved date, affected ci, assigned group, reopened count"""
        ),
        _INCIDENT_COLUMNS,
        _INCIDENT_VALUES,
        _SECOND,
    ),
    Source(
        "ServiceNow incidents",
        "incidents",
        (_NUMBER, _SHORT_DESCRIPTION, _OPENED_BY),
        spelt(_EVERYWHERE),
        _INCIDENT_COLUMNS | dict.fromkeys(_OPENED_BY, "requester"),
        _INCIDENT_VALUES,
        _SECOND,
    ),
    Source(
        "ServiceNow outages",
        "incidents",
        (_NUMBER, spelt("starttime, start time, begin"), spelt("endtime, end time, end, cleared")),
        spelt(
            """
            short description, om type, affected nodes, mttr, duration, resolution group, resolution code,
            affected services, priority, type, configuration item, cmdb ci, task number, details"""
        ),
        {
            "affected nodes": "configuration_items",
            "affected services": "",
            "resolution group": "team",
            "cleared": "closed_in_source",
        },
    ),
    Source(
        "ServiceNow outages",
        "incidents",
        (spelt("cmdb ci, configuration item"), spelt("begin"), spelt("end"), spelt("type, outage type")),
        spelt("duration, short description, task number, number, message, details, sys created on"),
        {"task number": "", "type": ""},
    ),
    Source(
        "ServiceNow change tasks",
        "activities",
        (
            _NUMBER,
            _SHORT_DESCRIPTION,
            _CHANGE_REQUEST,
            _PLANNED_START | spelt("change task type"),
        ),
        _PLANNED_START | _PLANNED_END | spelt(_EVERYWHERE + ", change task type, change request"),
        {
            **dict.fromkeys(_NUMBER, "source_id"),
            **dict.fromkeys(_CHANGE_REQUEST, "change_key"),
            **dict.fromkeys(_SHORT_DESCRIPTION, "title"),
            **dict.fromkeys(_PLANNED_START, "start"),
            **dict.fromkeys(_PLANNED_END, "finish"),
            **dict.fromkeys(_ASSIGNED_TO, "players"),
            "description": "instructions",
            "assignment group": "team",
            "change task type": "workstream",
            "actual start date": "actual_start",
            "actual end date": "actual_finish",
            "work start": "actual_start",
            "work end": "actual_finish",
        },
        {"state": _TASK_STATES},
    ),
    Source(
        "ServiceNow tasks",
        "changes",
        (
            _NUMBER,
            _SHORT_DESCRIPTION,
            spelt(
                """
                assignment group, task type, sys class name, sys id, parent, request item, request,
                due date, sys created on, zuweisungsgruppe, groupe d'affectation, grupo de asignación,
                grupo de atribuição, gruppo di assegnazione"""
            ),
        ),
        spelt(_EVERYWHERE + ", parent, request item, task type, due date, follow up"),
        _COLUMNS | {"parent": "links", "task type": "", "request": "", "request item": ""},
        {"state": _CHANGE_VALUES["state"], "impact": _IMPACTS},
    ),
    *REMEDY,
)
