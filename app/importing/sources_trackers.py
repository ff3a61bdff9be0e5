"""Lists of trackers other than Jira, from Azure DevOps to Zendesk, in the languages they speak."""

from __future__ import annotations

from dataclasses import replace

from app.importing.source import Source, spelt
from app.importing.sources_glpi import GLPI

_TITLE = spelt("title, titel, titre, título, titolo, tytuł, başlık")
_AZURE_DEVOPS = Source(
    "Azure DevOps",
    "changes",
    (
        spelt("id, identyfikator, kimlik"),
        spelt(
            """
            work item type, arbeitselementtyp, arbeitsaufgabentyp, typ der arbeitsaufgabe,
            type d'élément de travail, tipo de elemento de trabajo,
            tipo de item de trabalho, tipo di elemento di lavoro, typ elementu roboczego, iş öğesi türü,
            iş öğesi tipi"""
        ),
    ),
    _TITLE
    | spelt(
        """
        title 1, title 2, state, tags, assigned to, area path, iteration path, parent, created date,
        closed date, activated date, changed date, zugewiesen an, affecté à, asignado a, atribuído a,
        assegnato a, przypisane do, atanan, status, état, estado, stato, stan, durum, markierungen, balises,
        etiquetas, marcas, tag, tagi, etiketler, bereichspfad, iterationspfad"""
    ),
    {
        "id": "key",
        "identyfikator": "key",
        "kimlik": "key",
        "parent": "links",
        "area path": "team",
        "bereichspfad": "team",
        "tags": "labels",
        "markierungen": "labels",
        "balises": "labels",
        "marcas": "labels",
        "tagi": "labels",
        "affecte a": "owner",
        "title 1": "title",
        "title 2": "title",
        "title 3": "title",
        "title 4": "title",
        "title 5": "title",
        "iteration path": "release",
        "iterationspfad": "release",
        "zugewiesen zu": "owner",
        "activated date": "",
        "resolved date": "",
    },
)
_REDMINE = Source(
    "Redmine",
    "changes",
    (
        spelt("#, id, nr, num, nº, n"),
        spelt("tracker, typ zagadnienia, iş tipi, rastreador, トラッカー, 跟踪"),
        spelt("subject, thema, sujet, asunto, título, assunto, oggetto, soggetto, temat, konu, 題名, 主题"),
        spelt(
            """
            プロジェクト, 项目, project, projekt, projet, proyecto, projeto, progetto, proje, author,
            autor, auteur, autore, yazar, done, target version, zielversion, % done,
            parent task, due date, estimated time, status, start date"""
        ),
    ),
    spelt(
        """
        status, priority, author, assignee, updated, created, start date, due date, target version, project,
        category, done, estimated time, spent time, parent task, related issues, closed, private, files,
        ステータス, 担当者, 更新日, 作成日, 対象バージョン, priorität, autor, zugewiesen an,
        aktualisiert, kategorie, zielversion, beginn, abgabedatum, erledigt,
        angelegt, geschlossen, statut, priorité, auteur, assigné à, mis à jour, catégorie, version cible,
        début, échéance, réalisé, créé, estado, prioridad, asignado a, actualizado, categoría,
        versión prevista, fecha de inicio, fecha fin, realizado, creado, situação, prioridade,
        atribuído para, alterado em, categoria, versão, terminado, criado, stato, priorità, autore,
        assegnato a, assegnatario, aggiornato, versione prevista, completato, creato, priorytet,
        przypisany do, przydzielony do, zaktualizowane, kategoria, wersja docelowa, data oddania, wykonania,
        utworzone, durum, öncelik, yazar, atanan, güncellendi, hedef sürüm, tamamlandı, oluşturulma"""
    ),
    {
        "start date": "",
        "beginn": "",
        "debut": "",
        "fecha de inicio": "",
        "inicio": "",
        "inizio": "",
        "data rozpoczecia": "",
        "baslangic": "",
        "category": "applications",
        "kategorie": "applications",
        "categorie": "applications",
        "categoria": "applications",
        "kategoria": "applications",
        "kategori": "applications",
        "product owner": "",
        "tracker": "",
        "peticiones relacionadas": "links",
        "tarefas relacionadas": "links",
        "zugehorige tickets": "links",
        "powiazane zagadnienia": "links",
        "iliskili is": "links",
        "attivita principale": "links",
        "親チケット": "links",
        "関連するチケット": "links",
        "version prevista": "release",
        "versao": "release",
        "aktualizacja": "updated_in_source",
        "parent task": "links",
        "ubergeordnetes ticket": "links",
        "tache parente": "links",
        "tarea padre": "links",
        "tarefa pai": "links",
        "zagadnienie nadrzedne": "links",
        "ust is": "links",
        "related issues": "links",
        "abgabedatum": "deployment_on",
        "fecha fin": "deployment_on",
        "data prevista": "deployment_on",
        "data oddania": "deployment_on",
        "angelegt": "created_in_source",
        "alterado em": "updated_in_source",
        "atribuido para": "owner",
        "przypisany do": "owner",
        "przydzielony do": "owner",
        "yazar": "requester",
    },
)
_BUGZILLA = Source(
    "Bugzilla",
    "changes",
    (spelt("bug id"), spelt("short desc, summary, short short desc")),
    spelt(
        """
        bug status, product, component, assigned to, assigned to realname, reporter, resolution, op sys,
        rep platform, bug severity, target milestone, status, assignee, changed, changeddate, opendate,
        opened, severity, priority, hardware, keywords, version"""
    ),
    {
        "component": "",
        "short short desc": "title",
        "bug id": "key",
        "short desc": "title",
        "product": "applications",
        "opened": "created_in_source",
        "opendate": "created_in_source",
        "changeddate": "updated_in_source",
        "bug severity": "impact",
        "severity": "impact",
        "assigned to realname": "",
    },
)
_GITLAB = Source(
    "GitLab",
    "changes",
    (
        spelt("issue id, iid, id"),
        _TITLE,
        spelt("url, web url"),
        spelt("author username, locked, weight, time estimate, epic id, confidential, assignee username"),
    ),
    spelt(
        """
        description, state, author, author username, assignee, assignee username, confidential, locked,
        due date, created at utc, updated at utc, closed at utc, milestone, labels, weight, time spent"""
    ),
    {
        "issue id": "key",
        "iid": "key",
        "created at utc": "created_in_source",
        "updated at utc": "updated_in_source",
        "closed at utc": "closed_in_source",
        "author username": "",
        "assignee username": "",
        "milestone": "release",
    },
)
_GITHUB = Source(
    "GitHub",
    "changes",
    (
        spelt("number, id, issue number"),
        _TITLE,
        spelt("html url, repository, repo, author association, user, user login, labels, url, comments url"),
        spelt("state, created at, createdat, body, user, user login, state reason"),
    ),
    spelt(
        """
        state, state reason, assignees, assignee, labels, milestone, created at, createdat, updated at,
        updatedat, closed at, closedat, body, html url, user, user login, node id, comments, locked, author"""
    ),
    {
        "number": "key",
        "issue number": "key",
        "body": "description",
        "user": "requester",
        "user login": "requester",
        "createdat": "created_in_source",
        "updatedat": "updated_in_source",
        "closedat": "closed_in_source",
        "milestone": "release",
        "comments": "",
        "author association": "",
    },
)
_GITHUB_PROJECT = Source(
    "GitHub project",
    "changes",
    (_TITLE, spelt("url"), spelt("linked pull requests, sub issues progress, reviewers, repository")),
    spelt("assignees, status, labels, milestone, repository, reviewers, linked pull requests"),
    {"url": "key", "milestone": "release", "repository": "applications", "reviewers": ""},
)
_CLICKUP = Source(
    "ClickUp",
    "changes",
    (
        spelt("task id, task custom id"),
        spelt("task name"),
        spelt("list name, space name, folder name, task content, task type, status"),
    ),
    spelt(
        """
        task custom id, task content, status, date created, date created text, due date, due date text,
        start date, parent id, assignees, assignee, tags, priority, list name, folder name, space name,
        time estimated, checklists, attachments"""
    ),
    {
        "task id": "key",
        "task custom id": "",
        "task name": "title",
        "task content": "description",
        "date created": "created_in_source",
        "date updated": "updated_in_source",
        "date closed": "closed_in_source",
        "due date": "deployment_on",
        "parent id": "links",
        "task type": "",
        "list name": "",
        "space name": "",
        "folder name": "",
    },
)
_OTHERS: tuple[Source, ...] = (
    Source(
        "Mantis",
        "changes",
        (spelt("id"), spelt("summary"), spelt("reproducibility, view status, product version")),
        spelt(
            "project, reporter, assigned to, priority, severity, category, date submitted, status, resolution"
        ),
        {
            "category": "",
            "date submitted": "created_in_source",
            "severity": "impact",
            "os": "",
            "project": "",
        },
    ),
    Source(
        "YouTrack",
        "changes",
        (
            spelt("issue id, id"),
            spelt("summary"),
            spelt("fix versions, subsystem, fixed in build, spent time, sprints"),
        ),
        spelt("project, state, assignee, reporter, type, priority, created, updated, resolved, tags"),
        {"issue id": "key", "type": "", "project": "", "subsystem": "applications"},
    ),
    Source(
        "Asana",
        "changes",
        (spelt("task id"), spelt("name"), spelt("section column, projects, parent task, last modified")),
        spelt("created at, completed at, assignee, assignee email, start date, due date, tags, notes"),
        {
            "task id": "key",
            "name": "title",
            "notes": "description",
            "last modified": "updated_in_source",
            "completed at": "closed_in_source",
            "section column": "state",
            "start date": "",
            "parent task": "",
        },
    ),
    Source(
        "Linear",
        "changes",
        (spelt("id"), _TITLE, spelt("cycle name, cycle number, triaged, project milestone, initiatives")),
        spelt(
            "team, description, status, estimate, priority, project, creator, assignee, labels, created, "
            "updated"
        ),
        {"id": "key", "priority": "", "creator": "requester"},
    ),
    Source(
        "OTRS",
        "changes",
        (
            spelt("ticket number, ticket, ticketnummer, tn"),
            spelt("queue"),
            spelt("title, subject, titel, betreff"),
        ),
        spelt(
            "state, priority, owner, responsible, created, changed, close time, customerid, customer user,"
            " age"
        ),
        {"queue": "team", "ticket": "key", "ticket number": "key", "responsible": "", "owner": "owner"},
    ),
    Source(
        "Trello",
        "changes",
        (spelt("card id"), spelt("card name"), spelt("list name, board name, card url")),
        spelt("card description, labels, members, due date, last activity date, list name, archived"),
        {
            "card id": "key",
            "card name": "title",
            "card description": "description",
            "card url": "url",
            "list name": "state",
            "members": "owner",
            "last activity date": "updated_in_source",
        },
    ),
    Source(
        "Zendesk",
        "changes",
        (
            spelt("id, ticket id"),
            spelt("subject"),
            spelt("requester, requester id"),
            spelt("group, brand, channel, via"),
        ),
        spelt("status, priority, assignee, created at, updated at, tags, ticket type, satisfaction score"),
        {"ticket type": "", "id": "key"},
    ),
)

TRACKERS: tuple[Source, ...] = (
    _AZURE_DEVOPS,
    _REDMINE,
    replace(_REDMINE, needed=(spelt("#"), spelt("tipo, type, typ"), *_REDMINE.needed[2:])),
    *GLPI,
    _BUGZILLA,
    _GITLAB,
    _GITHUB,
    _GITHUB_PROJECT,
    _CLICKUP,
    *_OTHERS,
)
