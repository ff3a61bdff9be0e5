"""ServiceNow's lists: changes, incidents and tasks, by field names and labels; others of its own beside."""

from __future__ import annotations

from dataclasses import replace

from app.importing.sources.remedy import REMEDY
from app.importing.sources.servicenow_outages import OUTAGES
from app.importing.sources.servicenow_words import (
    ASSIGNED_TO,
    CALLER,
    CHANGE_COLUMNS,
    CHANGE_REQUEST,
    CHANGE_VALUES,
    CLOSE_CODE,
    COLUMNS,
    EVERYWHERE,
    IMPACTS,
    INCIDENT_COLUMNS,
    INCIDENT_VALUES,
    NUMBER,
    OPENED_BY,
    PLANNED_END,
    PLANNED_START,
    REQUESTED_BY,
    RISK,
    SECOND,
    SHORT_DESCRIPTION,
    TASK_COLUMNS,
    TASK_STATES,
    TYPE,
)
from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_TASK_TYPE = spelt(
    "task type, aufgabentyp, type de tâche, tipo de tarea, tipo de tarefa, tipo di attività, tipo attività, "
    "typ zadania, görev türü"
)
_PARENT = spelt(
    "parent, übergeordnet, superior, principal, pai, padre, principale, nadrzędne, nadrzędny, üst öğe, üst"
)
_PROBLEM = spelt(
    """
    problem statement, problem state, known error, related incidents, first reported by task, cause notes,
    fix notes, problemstellung, bekannter fehler, zugehörige incidents, énoncé du problème, erreur connue,
    incidents associés, declaración del problema, error conocido, incidentes relacionados,
    declaração do problema, erro conhecido, dichiarazione del problema, errore noto, incidenti correlati,
    opis problemu, znany błąd, powiązane incydenty, sorun bildirimi, bilinen hata, ilgili olaylar"""
)
_TASKS = Source(
    "ServiceNow tasks",
    "changes",
    (
        NUMBER,
        SHORT_DESCRIPTION,
        spelt(
            """
            assignment group, task type, sys class name, sys id, parent, request item, request,
            due date, sys created on, zuweisungsgruppe, groupe d'affectation, grupo de asignación,
            grupo de atribuição, gruppo di assegnazione, grupa przypisania, atama grubu"""
        ),
    ),
    spelt(EVERYWHERE + ", parent, request item, task type, due date, follow up"),
    TASK_COLUMNS | {"parent": "links", "task type": "", "request": "", "request item": ""},
    {"state": CHANGE_VALUES["state"], "impact": IMPACTS},
)

SERVICE_DESKS: tuple[Source, ...] = (
    Source(
        "ServiceNow changes",
        "changes",
        (
            NUMBER,
            SHORT_DESCRIPTION,
            PLANNED_START
            | PLANNED_END
            | RISK
            | spelt(
                """
                type, chg stage, chg model, change model, cab required, cab date, backout plan, change plan,
                conflict status, production system"""
            ),
        ),
        PLANNED_START
        | PLANNED_END
        | RISK
        | REQUESTED_BY
        | TYPE
        | CLOSE_CODE
        | spelt(
            EVERYWHERE
            + """, work end, work start, start date, end date, customer impact, phase, reason, justification,
            implementation plan, test plan, backout plan, chg stage"""
        ),
        CHANGE_COLUMNS,
        CHANGE_VALUES,
        SECOND,
    ),
    Source(
        "ServiceNow changes",
        "changes",
        (
            spelt("change request number, change number, change request"),
            spelt("short description"),
            spelt("assignment group"),
            PLANNED_START | spelt("risk, type, close code, backout plan"),
        ),
        PLANNED_END | spelt(EVERYWHERE + ", sys id, test plan, implementation plan"),
        CHANGE_COLUMNS | {"change request": "key"},
        CHANGE_VALUES,
        SECOND,
    ),
    Source(
        "ServiceNow incidents",
        "incidents",
        (
            NUMBER,
            CALLER
            | spelt(
                """
                incident state, made sla, severity, reopen count, subcategory, symptom,
                zgłaszający, resolved by, resolved at, resolved, gelöst, résolu, resuelto, resolvido,
                risolto, rozwiązano, çözüldü, close code, resolution code, resolve time"""
            ),
            SHORT_DESCRIPTION | spelt("incident state, caller id, opened at, reassignment count"),
        ),
        spelt(
            EVERYWHERE + ", caller, caller id, incident state, resolved, resolved at, resolved by, symptom"
        ),
        INCIDENT_COLUMNS,
        INCIDENT_VALUES,
        SECOND,
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
            EVERYWHERE
            + """, caller, caller id, resolved at, made sla, sla met, subcategory, ci name, opened date,
            resolved date, affected ci, assigned group, reopened count"""
        ),
        INCIDENT_COLUMNS,
        INCIDENT_VALUES,
        SECOND,
    ),
    Source(
        "ServiceNow incidents",
        "incidents",
        (NUMBER, SHORT_DESCRIPTION, OPENED_BY),
        spelt(EVERYWHERE),
        INCIDENT_COLUMNS | dict.fromkeys(OPENED_BY, "requester"),
        INCIDENT_VALUES,
        SECOND,
    ),
    *OUTAGES,
    Source(
        "ServiceNow change tasks",
        "activities",
        (
            NUMBER,
            SHORT_DESCRIPTION,
            CHANGE_REQUEST,
            PLANNED_START | spelt("change task type"),
        ),
        PLANNED_START | PLANNED_END | spelt(EVERYWHERE + ", change task type, change request"),
        {
            **dict.fromkeys(NUMBER, "source_id"),
            **dict.fromkeys(CHANGE_REQUEST, "change_key"),
            **dict.fromkeys(SHORT_DESCRIPTION, "title"),
            **dict.fromkeys(PLANNED_START, "start"),
            **dict.fromkeys(PLANNED_END, "finish"),
            **dict.fromkeys(ASSIGNED_TO, "players"),
            "description": "instructions",
            "assignment group": "team",
            "change task type": "workstream",
            "actual start date": "actual_start",
            "actual end date": "actual_finish",
            "work start": "actual_start",
            "work end": "actual_finish",
        },
        {"state": TASK_STATES},
    ),
    Source(
        "ServiceNow problems",
        "changes",
        (
            NUMBER,
            SHORT_DESCRIPTION | spelt("problem statement"),
            _PROBLEM,
            spelt("state, problem state, known error, assignment group, assigned to, active, opened at"),
        ),
        spelt(EVERYWHERE + ", resolved, resolved at, resolved by, resolution code, workaround") | _PROBLEM,
        COLUMNS
        | {"problem statement": "title", "problem state": "state", "rfc": "links", "change request": "links"},
        {"state": CHANGE_VALUES["state"], "impact": IMPACTS},
    ),
    Source(
        "ServiceNow tasks",
        "changes",
        (NUMBER, SHORT_DESCRIPTION, _TASK_TYPE),
        spelt(EVERYWHERE) | OPENED_BY | _TASK_TYPE | _PARENT,
        TASK_COLUMNS | dict.fromkeys(_TASK_TYPE, "") | dict.fromkeys(_PARENT, "links"),
        {"state": CHANGE_VALUES["state"], "impact": IMPACTS},
    ),
    _TASKS,
    replace(
        _TASKS,
        needed=(*_TASKS.needed[:2], spelt("request item, cat item"), spelt("request, parent")),
        typical=_TASKS.typical | spelt("request, cat item, work start, work end, type"),
    ),
    *REMEDY,
)
