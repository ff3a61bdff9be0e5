"""Lists of trackers other than Jira, from Bugzilla to Trac."""

from __future__ import annotations

from dataclasses import replace

from app.importing.sources.azure import AZURE_DEVOPS
from app.importing.sources.bugzilla import BUGZILLA
from app.importing.sources.glpi import GLPI
from app.importing.sources.interfaces import INTERFACES
from app.importing.sources.mantis import MANTIS
from app.importing.sources.redmine import REDMINE
from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_TITLE = spelt("title, titel, titre, título, titolo, tytuł, başlık")
_ISSUE = spelt(
    """
    ticket id, id de la incidencia, id de incidencia, id do issue, id da issue, id do tíquete, id du ticket,
    identifiant du ticket, id issue, id segnalazione, id zgłoszenia, konu kimliği"""
)
_GITLAB = Source(
    "GitLab",
    "changes",
    (
        _ISSUE | spelt("issue id, iid, id"),
        _TITLE,
        spelt("url, web url"),
        spelt(
            """
            author username, locked, weight, time estimate, epic id, confidential, assignee username,
            benutzername des autors, nombre de usuario del autor, nome de usuário do autor,
            nom d'utilisateur de l'auteur, nome utente dell'autore, nazwa użytkownika autora,
            yazar kullanıcı adı, assignee s username s"""
        ),
    ),
    spelt(
        """
        description, state, author, author username, assignee, assignee username, confidential, locked,
        due date, created at utc, updated at utc, closed at utc, milestone, labels, weight, time spent"""
    ),
    {
        "issue id": "key",
        **dict.fromkeys(_ISSUE, "key"),
        **dict.fromkeys(spelt("meilenstein, hito, marco, jalon, kamień milowy"), "release"),
        **dict.fromkeys(
            spelt("creado a las utc, creado el utc, criado em utc, créé le utc, creato il utc"),
            "created_in_source",
        ),
        **dict.fromkeys(
            spelt("actualizado a las utc, actualizado el utc, atualizado em utc, mis à jour le utc"),
            "updated_in_source",
        ),
        **dict.fromkeys(
            spelt("cerrado a las utc, cerrado el utc, fechado em utc, fermé le utc, chiuso il utc"),
            "closed_in_source",
        ),
        "iid": "key",
        "parent iid": "links",
        "parent id": "",
        "parent title": "",
        "created at utc": "created_in_source",
        "updated at utc": "updated_in_source",
        "closed at utc": "closed_in_source",
        "author username": "",
        "assignee username": "",
        "assignee s": "owner",
        "assignee s username s": "",
        "milestone": "release",
    },
)
_GITLAB_MERGES = Source(
    "GitLab",
    "changes",
    (
        spelt("merge request iid, mr iid, iid, id"),
        _TITLE,
        spelt("source branch"),
        spelt("target branch, merged at utc, merged at"),
    ),
    spelt("url, web url, state, author, author username, reviewers, merged at utc, created at utc, labels"),
    {
        "merge request iid": "key",
        "mr iid": "key",
        "created at utc": "created_in_source",
        "updated at utc": "updated_in_source",
        "iid": "key",
        "author username": "",
        "assignee username": "",
        "assignee s": "owner",
        "assignee s username s": "",
        "merged at utc": "closed_in_source",
        "merged at": "closed_in_source",
        "web url": "url",
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
        "author login": "requester",
        "assignee login": "owner",
        "assignees login": "owner",
        "milestone title": "release",
        "labels name": "labels",
        "html url": "url",
        "url": "url",
        "createdat": "created_in_source",
        "updatedat": "updated_in_source",
        "closedat": "closed_in_source",
        "mergedat": "closed_in_source",
        "merged at": "closed_in_source",
        "milestone": "release",
        "comments": "",
        "author association": "",
    },
    second=frozenset({"url", "mergedat", "merged at"}),
)
_GITHUB_PROJECT = Source(
    "GitHub project",
    "changes",
    (_TITLE, spelt("url"), spelt("linked pull requests, sub issues progress, reviewers, repository")),
    spelt("assignees, status, labels, milestone, repository, reviewers, linked pull requests"),
    {"url": "key", "milestone": "release", "repository": "applications", "reviewers": ""},
)
_CLICKUP_TASK = (spelt("task id, task custom id"), spelt("task name"))
_CLICKUP = Source(
    "ClickUp",
    "changes",
    (
        *_CLICKUP_TASK,
        spelt(
            "list name, space name, folder name, task content, task custom id, date created text, "
            "subtask ids, description content"
        ),
    ),
    spelt(
        """
        task custom id, task content, status, date created, date created text, due date, due date text,
        start date, parent id, assignees, assignee, tags, priority, list name, folder name, space name, list,
        folder, space, custom id, date updated, date closed, time estimate, time estimated, checklists,
        attachments, subtask ids, checklist, description content, task assignee"""
    ),
    {
        "task id": "key",
        "description content": "description",
        "task assignee": "owner",
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
_CLICKUP_PLACES = replace(_CLICKUP, needed=(*_CLICKUP_TASK, spelt("list"), spelt("folder, space")))
_OTHERS: tuple[Source, ...] = (
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
        "Trac",
        "changes",
        (
            spelt("id, ticket"),
            spelt("summary"),
            spelt("milestone"),
            spelt("component"),
            spelt("resolution, cc, keywords"),
        ),
        spelt(
            """
            status, owner, type, priority, version, severity, reporter, keywords, resolution, created,
            modified, cc, blocked by, blocking, changetime, time"""
        ),
        {
            "ticket": "key",
            "type": "",
            "priority": "",
            "time": "created_in_source",
            "changetime": "updated_in_source",
        },
        {"state": {"accepted": "intake"}},
    ),
)

TRACKERS: tuple[Source, ...] = (
    *AZURE_DEVOPS,
    *REDMINE,
    *GLPI,
    *BUGZILLA,
    _GITLAB,
    _GITLAB_MERGES,
    _GITHUB,
    _GITHUB_PROJECT,
    _CLICKUP,
    _CLICKUP_PLACES,
    *MANTIS,
    *INTERFACES,
    *_OTHERS,
)
