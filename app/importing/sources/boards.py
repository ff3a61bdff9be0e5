"""Boards of work whose lists name few things of their own: OpenProject, Linear, monday.com, Azure, Taiga."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_SUBJECT = spelt("subject, thema, sujet, asunto, assunto, oggetto, temat, konu")
_FINISH = spelt(
    """
    finish date, endtermin, date de fin, fecha de finalización, data de término, data de conclusão,
    data di fine, data fine, data zakończenia, bitiş tarihi"""
)
_PARENT = spelt(
    """
    parent, übergeordnetes arbeitspaket, übergeordnet, lot de travaux parent, parent, padre, superior,
    paquete de trabajo padre, pai, pacote de trabalho pai, macro attività padre, genitore, nadrzędny,
    nadrzędne zadanie, üst öge, üst iş paketi"""
)
_PERSON = spelt("persona, pessoa, personne, osoba, kişi")
"""What teams rename the column of who does the work to, in a list of theirs."""

BOARDS: tuple[Source, ...] = (
    Source(
        "Microsoft Planner",
        "changes",
        (spelt("task id"), spelt("task name"), spelt("bucket name"), spelt("progress")),
        spelt(
            "priority, assigned to, created by, created date, start date, due date, is recurring, late, "
            "completed date, completed by, checklist items, labels, description, completed checklist items"
        ),
        {"task id": "key", "task name": "title", "progress": "state", "assigned to": "owner", "late": ""},
    ),
    Source(
        "OpenProject",
        "activities",
        (
            spelt("id"),
            _SUBJECT,
            _FINISH,
            _PARENT,
            spelt("duration, dauer, durée, duración, duração, durata, czas trwania, süre"),
        ),
        spelt("type, status, assignee, start date, version, typ, zugewiesen an, beginn, priority, priorität"),
        {
            "id": "source_id",
            **dict.fromkeys(_SUBJECT, "title"),
            **dict.fromkeys(_FINISH, "finish"),
            **dict.fromkeys(_PARENT, "parent"),
            **dict.fromkeys(spelt("assignee, zugewiesen an, assigné à, asignado a, assegnato a"), "players"),
        },
    ),
    Source(
        "OpenProject",
        "changes",
        (
            spelt("id"),
            _SUBJECT,
            _FINISH,
            _PARENT
            | spelt("accountable, verantwortlich, responsable, work, aufwand, travail, trabajo, lavoro"),
        ),
        spelt(
            """
            type, status, assignee, accountable, priority, version, work, remaining work, spent time,
            complete, typ, zugewiesen an, priorität, abgeschlossen, aufwand, autor, statut, assigné à"""
        ),
        {
            "id": "key",
            **dict.fromkeys(_SUBJECT, "title"),
            **dict.fromkeys(_FINISH, "deployment_on"),
            **dict.fromkeys(_PARENT, "links"),
            **dict.fromkeys(spelt("version, versión, versione, wersja, sürüm, versão"), "release"),
            **dict.fromkeys(spelt("assignee, zugewiesen an, assigné à, asignado a, assegnato a"), "owner"),
            **dict.fromkeys(spelt("accountable, verantwortlich, responsable, type, typ"), ""),
        },
    ),
    Source(
        "Azure DevOps",
        "changes",
        (
            spelt("work item id, id"),
            spelt("type, work item type, workitem type"),
            spelt("title"),
            spelt("iteration, iteration path, area, area path"),
        ),
        spelt("state, last state, assigned to, created date, tags, estimate, story points, url, priority"),
        {
            "id": "key",
            "work item id": "key",
            "type": "",
            "last state": "state",
            "area": "team",
            "area path": "team",
            "iteration": "release",
            "iteration path": "release",
            "tags": "labels",
        },
    ),
    Source(
        "Linear",
        "changes",
        (spelt("id"), spelt("team"), spelt("title"), spelt("canceled, estimate, parent issue, sla status")),
        spelt(
            """
            description, status, estimate, priority, project, creator, assignee, labels, created, updated,
            started, completed, canceled, archived, due date, parent issue, cycle number"""
        ),
        {"id": "key", "priority": "", "creator": "requester"},
    ),
    Source(
        "monday.com",
        "changes",
        (
            spelt("item id, item id auto generated, pulse id"),
            spelt("name"),
            spelt("subitems, person, owner, people, status"),
        ),
        spelt(
            "person, owner, people, status, date, priority, timeline, last updated, creation log, subitems"
        ),
        {
            "item id": "key",
            "item id auto generated": "key",
            "pulse id": "key",
            "name": "title",
            "person": "owner",
            "people": "owner",
            **dict.fromkeys(_PERSON, "owner"),
            "date": "deployment_on",
            "due date": "deployment_on",
            "timeline": "",
        },
    ),
    Source(
        "Shortcut",
        "changes",
        (
            spelt("id"),
            spelt("name"),
            spelt("requester, requester name, requested by"),
            spelt("epic, workflow, iteration, is blocked, estimate"),
        ),
        spelt(
            """
            type, owners, description, is completed, created at, started at, updated at, moved at,
            completed at, estimate, external ticket count, labels, epic, state, iteration, project, workflow,
            due date"""
        ),
        {
            "id": "key",
            "name": "title",
            "type": "",
            "owners": "owner",
            "started at": "",
            "completed at": "closed_in_source",
            "project": "",
            "epic labels": "",
            "iteration": "release",
        },
    ),
    Source(
        "Rally",
        "changes",
        (spelt("formatted id"), spelt("name"), spelt("schedule state, plan estimate, task estimate total")),
        spelt(
            """
            iteration, release, owner, project, defects, tags, blocked, creation date, last update date,
            accepted date, description, to do total, state"""
        ),
        {
            "formatted id": "key",
            "name": "title",
            "schedule state": "state",
            "accepted date": "closed_in_source",
            "project": "",
        },
        {"state": {"Completed": "in_test", "Accepted": "closed"}},
    ),
    Source(
        "Taiga",
        "changes",
        (spelt("ref"), spelt("subject"), spelt("owner full name"), spelt("assigned to full name")),
        spelt(
            """
            id, description, sprint, sprint estimated start, sprint estimated finish, owner, assigned to,
            status, severity, priority, type, is closed, external reference, tags, watchers, voters,
            created date, modified date, finished date, finish date, due date, due date reason, swimlane"""
        ),
        {
            "ref": "key",
            "id": "",
            "owner": "",
            "owner full name": "requester",
            "assigned to": "",
            "assigned to full name": "owner",
            "finish date": "closed_in_source",
            "finished date": "closed_in_source",
        },
    ),
)
