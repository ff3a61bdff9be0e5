"""Programs that watch production for changes: how their exports are known, and what their headers mean."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_OF_A_REPORT = {"detected at": "detected_at", "system": "ci", "object": "what", "change": ""}

_PATCH = spelt(
    """
    hot fix id, hotfixid, kb, kb number, kb id, kb article, kb artikel, kb article id, article kb,
    artículo kb, artigo kb, articolo kb, artykuł kb, bulletin id, security bulletin, patch id, package name,
    package"""
)
_PATCH_TITLE = spelt(
    "patch, patch name, patch title, update, update title, update name, mise à jour, aggiornamento"
)
_INSTALLED = spelt(
    """
    date, installed on, installedon, install date, installation date, installed date, date installed,
    install time, installed at, installationsdatum, installiert am, date d'installation, installé le,
    fecha de instalación, data de instalação, data di installazione, data instalacji, yükleme tarihi"""
)
_PATCHED = spelt(
    """
    cs name, csname, ps computer name, pscomputername, computer, computer name, hostname, host name, host,
    server, server name, machine, machine name, device, device name, system, rechner, ordinateur, equipo,
    computador, komputer, bilgisayar, serveur, servidor, serwer, sunucu, source"""
)

DETECTION: tuple[Source, ...] = (
    Source(
        "auditd",
        "detected",
        (spelt("event kind"), spelt("obj prime"), spelt("serial num")),
        spelt("node, event, subj prime, subj sec, action, result, obj kind, how, session, detected at"),
        {
            "detected at": "detected_at",
            "node": "ci",
            "obj prime": "what",
            "subj prime": "who",
            "serial num": "event_id",
            "event": "",
            "date": "",
            "time": "",
            "result": "",
        },
    ),
    Source(
        "AIDE or Tripwire",
        "detected",
        (spelt("detected at"), spelt("system"), spelt("object"), spelt("change")),
        spelt("detected at, system, object, change, source system"),
        _OF_A_REPORT,
    ),
    Source(
        "Tripwire",
        "detected",
        (spelt("node name, node"), spelt("element name, element"), spelt("change type, severity, rule name")),
        spelt("change time, detected time, policy, rule name, user, version time, severity"),
        {
            "node name": "ci",
            "node": "ci",
            "element name": "what",
            "element": "what",
            "change time": "detected_at",
            "detected time": "detected_at",
            "version time": "detected_at",
            "user": "who",
            "change type": "",
        },
    ),
    Source(
        "osquery",
        "detected",
        (
            spelt("host identifier, hostidentifier"),
            spelt("calendar time, calendartime"),
            spelt("action, name"),
        ),
        spelt("name, action, unix time, unixtime, epoch, counter, columns"),
        {
            "host identifier": "ci",
            "hostidentifier": "ci",
            "calendar time": "detected_at",
            "calendartime": "detected_at",
            **dict.fromkeys(
                spelt("columns path, columns target path, target path, path, name, columns"), "what"
            ),
            **dict.fromkeys(spelt("columns user, columns username, username"), "who"),
            "unix time": "",
            "unixtime": "",
            "action": "",
        },
        second=spelt("name, columns"),
    ),
    Source(
        "Installed updates",
        "detected",
        (_PATCH | _PATCH_TITLE, _INSTALLED, _PATCHED),
        spelt("installed by, reboot, severity, classification, description, fix comments, install status"),
        {
            **dict.fromkeys(_PATCH | _PATCH_TITLE, "what"),
            **dict.fromkeys(_INSTALLED, "detected_at"),
            **dict.fromkeys(_PATCHED, "ci"),
            "installed by": "who",
            "installedby": "who",
            "name": "",
            "status": "",
            "install date": "detected_at",
        },
        second=_PATCH | spelt("ps computer name, pscomputername, install date, source"),
    ),
    Source(
        "Azure activity log",
        "detected",
        (
            spelt("operation name, operation"),
            spelt("time, event timestamp, time stamp"),
            spelt("resource, resource id, resource name"),
            spelt("event initiated by, caller, correlation id"),
        ),
        spelt("event category, level, subscription, resource type, resource group, correlation id, caller"),
        {
            "time": "detected_at",
            "event timestamp": "detected_at",
            "time stamp": "detected_at",
            "operation name": "what",
            "operation": "what",
            "resource": "ci",
            "resource name": "ci",
            "event initiated by": "who",
            "caller": "who",
            "correlation id": "event_id",
            "status": "",
        },
    ),
    Source(
        "GitLab audit events",
        "detected",
        (
            spelt("author name, author id"),
            spelt("entity path, entity type"),
            spelt("target details, target type"),
            spelt("action"),
        ),
        spelt("id, author id, entity id, target id, ip address, created at utc, created at"),
        {
            "id": "event_id",
            "author name": "who",
            "entity path": "ci",
            "entity type": "",
            "target details": "",
            "action": "what",
            "created at utc": "detected_at",
            "created at": "detected_at",
        },
    ),
    Source(
        "AWS CloudTrail",
        "detected",
        (
            spelt("event name, eventname"),
            spelt("event time, eventtime"),
            spelt("event source, eventsource"),
            spelt("user name, username, user identity, useridentity"),
        ),
        spelt("aws region, source ip address, event id, read only, resources, request id, error code"),
        {
            "event name": "what",
            "eventname": "what",
            "event time": "detected_at",
            "eventtime": "detected_at",
            "user name": "who",
            "username": "who",
            "resources": "ci",
            "resource name": "ci",
            "event id": "event_id",
            "event source": "",
        },
    ),
    Source(
        "Windows events",
        "detected",
        (
            spelt(
                """
                timecreated, date and time, time created, logged, datum und uhrzeit, date et heure,
                fecha y hora, data e hora, data e ora, data i godzina, tarih ve saat"""
            ),
            spelt(
                """
                event id, id, ereignis id, id de l'événement, id. del evento, id del evento,
                identificação do evento, id do evento, id evento, identyfikator zdarzenia, olay kimliği"""
            ),
            spelt(
                """
                machinename, computer, source, providername, provider name, level display name,
                leveldisplayname, quelle, origen, fonte, origine, źródło, kaynak"""
            ),
        ),
        spelt(
            """
            level, task category, taskdisplayname, message, logname, recordid, userid, keywords, opcode,
            leveldisplayname, machinename, ebene, aufgabenkategorie, niveau, catégorie de la tâche, nivel,
            categoría de la tarea, nível, categoria da tarefa, livello, categoria attività, poziom,
            kategoria zadania, düzey, görev kategorisi"""
        ),
        {
            "timecreated": "detected_at",
            "date and time": "detected_at",
            "logged": "detected_at",
            "datum und uhrzeit": "detected_at",
            "date et heure": "detected_at",
            "fecha y hora": "detected_at",
            "data e hora": "detected_at",
            "data e ora": "detected_at",
            "data i godzina": "detected_at",
            "tarih ve saat": "detected_at",
            "machinename": "ci",
            "machine name": "ci",
            "computer": "ci",
            "rechner": "ci",
            "ordinateur": "ci",
            "equipo": "ci",
            "computador": "ci",
            "komputer": "ci",
            "bilgisayar": "ci",
            "message": "what",
            "column 6": "what",
            "task category": "",
            "taskdisplayname": "",
            "userid": "who",
            "user": "who",
            "recordid": "event_id",
            "event id": "",
            "ereignis id": "",
            "id": "",
            "source": "",
        },
    ),
)
