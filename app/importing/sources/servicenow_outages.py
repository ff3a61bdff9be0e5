"""ServiceNow's lists of outages, in eight languages."""

from __future__ import annotations

from app.importing.sources.servicenow_words import NUMBER, SHORT_DESCRIPTION, TYPE
from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_CONFIGURATION_ITEM = spelt(
    """
    cmdb ci, configuration item, konfigurationselement, élément de configuration, elemento de configuración,
    item de configuração, elemento di configurazione, element konfiguracji, yapılandırma öğesi"""
)
_BEGIN = spelt("begin, beginn, début, inicio, comienzo, início, inizio, początek, başlangıç")
_END = spelt("end, ende, fin, término, fim, fine, koniec, bitiş")
_TASK_NUMBER = spelt(
    """
    task number, aufgabennummer, numéro de tâche, número de tarea, número da tarefa, número de tarefa,
    numero attività, numer zadania, görev numarası"""
)
_DURATION = spelt("duration, dauer, durée, duración, duração, durata, czas trwania, süre")
_COLUMNS = {
    **dict.fromkeys(_CONFIGURATION_ITEM, "configuration_items"),
    **dict.fromkeys(_BEGIN, "started_at"),
    **dict.fromkeys(_END, "ended_at"),
    **dict.fromkeys(_TASK_NUMBER | TYPE, ""),
}

OUTAGES: tuple[Source, ...] = (
    Source(
        "ServiceNow outages",
        "incidents",
        (NUMBER, spelt("starttime, start time, begin"), spelt("endtime, end time, end, cleared")),
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
        _COLUMNS,
    ),
    Source(
        "ServiceNow outages",
        "incidents",
        (NUMBER | _TASK_NUMBER, _CONFIGURATION_ITEM, _BEGIN, _END, TYPE),
        NUMBER | _TASK_NUMBER | SHORT_DESCRIPTION | _DURATION,
        _COLUMNS,
    ),
)
"""Those in other languages than English are known by more of their headers: plans begin and end as well."""
