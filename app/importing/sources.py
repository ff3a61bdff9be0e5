"""Which program a list comes from, told by its headers, and what that program's headers mean here."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.importing.words import plain


def _set(text: str) -> frozenset[str]:
    return frozenset(plain(word) for word in text.replace("\n", ",").split(",") if word.strip())


@dataclass(frozen=True, slots=True)
class Source:
    """A known program. A list is its when all `needed` groups have a header there; `typical` ones add to it.

    `columns` are headers whose meaning here differs from what the word alone says ("" leaves them unmapped).
    """

    name: str
    kind: str
    needed: tuple[frozenset[str], ...]
    typical: frozenset[str]
    columns: dict[str, str] = field(default_factory=dict)


_JIRA_COLUMNS = {
    "issue id": "",
    "issue type": "",
    "parent": "",
    "priority": "",
    "id de la incidencia": "",
    "creator": "",
    "change type": "change_class",
    "change risk": "likelihood",
    "affected services": "applications",
    "key": "key",
    "category": "change_kind",
    "name": "",
    "project name": "",
    "team": "team",
}


def _jira(language: str, key: str, summary: str, typical: str) -> Source:
    name = "Jira" if language == "en" else f"Jira ({language})"
    return Source(name, "changes", (_set(key), _set(summary)), _set(typical), _JIRA_COLUMNS)


SOURCES: tuple[Source, ...] = (
    _jira(
        "en",
        "issue key",
        "summary",
        """
        issue id, issue type, status, project key, assignee, reporter, created, updated""",
    ),
    _jira(
        "es",
        "clave de incidencia, clave",
        "resumen",
        """
        id de la incidencia, estado, creada, tipo de incidencia, persona asignada, informador,
        actualizada""",
    ),
    _jira(
        "de",
        "vorgangsschlüssel, schlüssel",
        "zusammenfassung",
        """
        vorgangs id, status, vorgangstyp, zugewiesene person, erstellt, autor, aktualisiert""",
    ),
    _jira(
        "fr",
        "clé de ticket, clé de demande, clé",
        "résumé",
        """
        id de ticket, état, statut, type de ticket, personne assignée, responsable, rapporteur, création,
        mise à jour""",
    ),
    _jira(
        "pt",
        "chave da item, chave do item, chave da ocorrência, chave",
        "resumo",
        """
        id da item, status, tipo de item, responsável, relator, criado, atualizado""",
    ),
    _jira(
        "it",
        "chiave segnalazione, chiave ticket, chiave",
        "riepilogo",
        """
        id segnalazione, stato, tipo segnalazione, assegnatario, segnalante, creato, creata, aggiornato""",
    ),
    _jira(
        "pl",
        "klucz zgłoszenia, klucz",
        "podsumowanie",
        """
        id zgłoszenia, stan, status, typ zgłoszenia, osoba przypisana, zgłaszający, utworzono,
        zaktualizowano""",
    ),
    _jira(
        "tr",
        "talep anahtarı, sorun anahtarı, anahtar",
        "özet",
        """
        talep no, durum, sorun tipi, talep türü, atanan, raporlayan, oluşturuldu, güncellendi""",
    ),
    Source(
        "ServiceNow changes",
        "changes",
        (
            _set("number"),
            _set("short description"),
            _set("""
        type, chg stage, chg model, risk, cab required, backout plan"""),
        ),
        _set("""
               assignment group, assigned to, requested by, sys class name, closed, closed at, work end,
               start date, end date, completion code, customer impact, priority, state, sys created by"""),
        {
            "type": "change_class",
            "chg stage": "state",
            "stage": "state",
            "customer impact": "impact",
            "work end": "deployment_on",
            "start date": "deployment_on",
            "planned start date": "deployment_on",
            "risk": "likelihood",
            "priority": "",
            "sys created by": "",
            "sys class name": "",
            "business service": "applications",
            "cmdb ci": "configuration_items",
        },
    ),
    Source(
        "ServiceNow incidents",
        "incidents",
        (
            _set("number"),
            _set("short description"),
            _set("""
        caller, caller id, incident state, opened by, severity"""),
        ),
        _set("""
               assignment group, assigned to, opened, opened at, priority, state, category, urgency,
               impact"""),
        {"caller id": "requester"},
    ),
    Source(
        "ServiceNow outages",
        "incidents",
        (_set("number"), _set("starttime, start time, begin"), _set("endtime, end time, end, cleared")),
        _set("""
               short description, om type, affected nodes, mttr, duration, resolution group,
               resolution code, affected services, priority"""),
        {
            "affected nodes": "configuration_items",
            "affected services": "",
            "resolution group": "team",
            "cleared": "closed_in_source",
        },
    ),
    Source(
        "Azure DevOps",
        "changes",
        (_set("id"), _set("work item type")),
        _set("""
        title, state, tags, assigned to, area path, iteration path, parent, created date, closed date,
        activated date"""),
        {"parent": "links", "area path": "team", "tags": "labels"},
    ),
    Source(
        "Redmine",
        "changes",
        (_set("#, id"), _set("tracker"), _set("subject")),
        _set("""
        status, priority, author, assignee, updated, created, start date, due date, target version,
        project, category"""),
        {
            "start date": "",
            "category": "applications",
            "product owner": "",
            "parent task": "links",
            "related issues": "links",
        },
    ),
    Source(
        "GLPI",
        "changes",
        (
            _set("id"),
            _set("título, title, titre, titel, titolo, tytuł, başlık"),
            _set("""
        entidade, entity, entité, entidad, einheit, entità"""),
        ),
        _set("""
               localização, status, data de abertura, última atualização, requerente requerente,
               atribuído técnico, categoria, prioridade, opening date, last update, category, priority,
               requester requester"""),
        {
            "requester requester": "requester",
            "assigned to technician": "owner",
            "demandeur demandeur": "requester",
            "attribue a technicien": "owner",
            "atribuido tecnico": "owner",
            "categoria": "",
            "category": "",
        },
    ),
    Source(
        "Bugzilla",
        "changes",
        (_set("bug id"), _set("short desc, summary, short short desc")),
        _set("""
        bug status, product, component, assigned to, reporter, resolution, op sys, target milestone,
        status, assignee, changed"""),
        {
            "component": "",
            "short short desc": "",
            "bug id": "key",
            "short desc": "title",
            "product": "applications",
            "opened": "created_in_source",
        },
    ),
    Source(
        "GitLab",
        "changes",
        (
            _set("issue id, iid"),
            _set("title"),
            _set("url, web url"),
            _set("""
        state, author username, locked, weight, time estimate"""),
        ),
        _set("""
               description, author, author username, assignee, assignee username, confidential, due date,
               created at utc, updated at utc, closed at utc, milestone, labels"""),
        {
            "issue id": "key",
            "created at utc": "created_in_source",
            "updated at utc": "updated_in_source",
            "closed at utc": "closed_in_source",
            "author username": "",
            "assignee username": "",
            "milestone": "",
        },
    ),
    Source(
        "GitHub",
        "changes",
        (
            _set("number, id, issue number"),
            _set("title"),
            _set("""
        html url, repository, repo, author association, user, user login, labels"""),
        ),
        _set("""
               state, assignees, assignee, labels, milestone, created at, updated at, closed at, body,
               url, author"""),
        {
            "number": "key",
            "id": "",
            "body": "description",
            "user": "requester",
            "user login": "requester",
            "milestone": "",
            "author association": "",
        },
    ),
    Source(
        "Cutover plan",
        "activities",
        (
            _set("activity, task, task name, activity name, step"),
            _set("""
        workstream, phase group, phase, predecessors, cutover phase, responsible, executor, duration"""),
            _set("""
               expected start date, expected end date, planned start, start, start time, duration,
               planned end, finish"""),
        ),
        _set("""
               workstream, phase group, task classification, application, status, responsible, people,
               description and notes, expected end date, comments, executor"""),
        {
            "workstream": "workstream",
            "responsible": "responsible",
            "phase group": "phase",
            "people": "players",
            "executor": "players",
            "description and notes": "title",
            "task classification": "classification",
            "comments and notes": "instructions",
            "comments": "instructions",
        },
    ),
    Source(
        "iCalendar",
        "windows",
        (_set("uid"), _set("start"), _set("end"), _set("categories")),
        _set("title, time zone, description, location"),
        {"uid": "uid", "description": "", "location": "", "categories": ""},
    ),
    Source(
        "iCalendar",
        "freezes",
        (_set("uid"), _set("freeze"), _set("start"), _set("end"), _set("categories")),
        _set("time zone, description, location"),
        {"uid": "uid", "description": "reason", "location": "", "categories": ""},
    ),
)
"""Programs whose lists are known, asked in this order; the surest wins."""

GENERIC = Source("", "", (), frozenset())
"""A list from nowhere in particular."""


def recognise(headers: tuple[str, ...]) -> tuple[Source, float]:
    """The program a list comes from and how sure that is, from 0 to 1; `GENERIC` with 0 when none fits."""
    have = {plain(header) for header in headers}
    best, best_score = GENERIC, 0.0
    for source in SOURCES:
        if not all(have & group for group in source.needed):
            continue
        typical = len(have & source.typical)
        score = min(1.0, 0.5 + 0.1 * typical)
        rank = score + 0.01 * len(source.needed) + 0.001 * typical
        if rank > best_score:
            best, best_score = source, rank
    return best, min(1.0, best_score) if best is not GENERIC else 0.0
