"""Lists of help desks: Zendesk, Freshservice, Autotask, Cherwell, Ivanti, Halo."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

HELPDESKS: tuple[Source, ...] = (
    Source(
        "Zendesk",
        "changes",
        (
            spelt("id, ticket id"),
            spelt("subject"),
            spelt("requester, requester id"),
            spelt("group, brand, channel, via, via channel, group id, brand id, ticket form id"),
        ),
        spelt("status, priority, assignee, created at, updated at, tags, ticket type, satisfaction score"),
        {"ticket type": "", "id": "key"},
    ),
    Source(
        "Zendesk",
        "changes",
        (
            spelt("ticket id"),
            spelt("ticket subject, subject"),
            spelt("requester name, ticket requester, requester"),
            spelt("ticket status, ticket group, ticket channel, ticket form, ticket brand"),
            spelt(
                "ticket tags, ticket priority, satisfaction score, ticket satisfaction rating, assignee name"
            ),
        ),
        spelt(
            """
            ticket status, ticket group, assignee name, ticket priority, ticket type, ticket channel,
            ticket tags, requester name, requester email, first reply time, full resolution time"""
        ),
        {
            "ticket id": "key",
            "ticket type": "",
            "ticket group": "team",
            "ticket tags": "labels",
            "ticket created timestamp": "created_in_source",
            "ticket updated timestamp": "updated_in_source",
            "ticket solved timestamp": "closed_in_source",
        },
    ),
    Source(
        "Zendesk",
        "changes",
        (
            spelt("id"),
            spelt("ticket status, estado del ticket, status do ticket, ticketstatus, statut du ticket"),
            spelt("requested, solicitado, angefordert, demandé"),
            spelt("requester, solicitante, anfragender, demandeur"),
        ),
        spelt(
            """
            subject, assignee, group, organization, solved, asunto, agente asignado, grupo, organización,
            resuelto, assunto, atribuído, organização, resolvido, betreff, gruppe, organisation, gelöst,
            sujet, groupe, résolu"""
        ),
        {"organizacion": "", "organizacao": "", "organisation": "", "organization": ""},
    ),
    Source(
        "Freshservice tickets",
        "changes",
        (
            spelt("ticket id"),
            spelt("subject"),
            spelt("requester name, requester email, requester"),
            spelt(
                """
                agent interactions, first response status, resolution status, initial response time,
                due by time"""
            ),
        ),
        spelt(
            """
            status, priority, source, type, assigned to, agent, group, created time, resolved time,
            closed time, last updated time, due by time, tags, category, impact, urgency, department,
            time tracked"""
        ),
        {"ticket id": "key", "source": "", "type": "", "agent": "owner", "category": ""},
    ),
    Source(
        "Autotask",
        "changes",
        (
            spelt("ticket number, ticketnumber"),
            spelt("title"),
            spelt("queue id, queueid, queue"),
            spelt("assigned resource id, assignedresourceid, company id, companyid, ticket category"),
        ),
        spelt(
            """
            create date, createdate, completed date, completeddate, due date time, last activity date, status,
            priority, ticket type, issue type, sub issue type, source, contact id, contract id,
            description"""
        ),
        {
            "ticket number": "key",
            "ticketnumber": "key",
            "id": "",
            "source": "",
            "completed date": "closed_in_source",
            "resolved date time": "closed_in_source",
            "queue id": "",
            "problem ticket id": "",
            "project id": "",
        },
        {
            "state": {
                "1": "intake",
                "5": "closed",
                "7": "deferred",
                "8": "intake",
                "9": "deferred",
                "10": "intake",
                "11": "intake",
                "12": "deferred",
            }
        },
        second=spelt("resolved date time"),
    ),
    Source(
        "Cherwell",
        "incidents",
        (
            spelt("incident id"),
            spelt("short description, description"),
            spelt("owned by, owned by team"),
            spelt("customer display name, created date time, last modified date time, call source"),
        ),
        spelt(
            """
            status, priority, service, category, subcategory, owned by, owned by team, impact, urgency,
            created date time, last modified date time, closed date time, primary ci name"""
        ),
        {"incident id": "key", "priority": ""},
    ),
    Source(
        "Cherwell",
        "changes",
        (
            spelt("change id"),
            spelt("title, short description, description"),
            spelt("owned by, owned by team"),
            spelt("customer display name, created date time, last modified date time, proposed start date"),
        ),
        spelt(
            """
            status, type, change type, risk, impact, urgency, owned by, owned by team, created date time,
            last modified date time, proposed start date, proposed end date, scheduled start date"""
        ),
        {
            "change id": "key",
            "scheduled start date": "deployment_on",
            "proposed start date": "deployment_on",
            "priority": "",
        },
        second=spelt("proposed start date"),
    ),
    Source(
        "Ivanti changes",
        "changes",
        (
            spelt("change number, change #, changenumber, changeid, change id"),
            spelt("subject"),
            spelt("cab vote expiration, owner team, scheduled start, ownerteam, scheduledstartdate"),
            spelt("type, typeofchange, risk level, risklevel, urgency"),
        ),
        spelt(
            """
            status, owner, team, owner team, requestor, risk level, impact, urgency, priority, category,
            scheduled start, scheduled end, created on, modified on, scheduled start date, scheduled end date,
            requested by, service, closed on, ci name, backout plan"""
        ),
        {
            "change #": "key",
            "changeid": "key",
            "change number": "key",
            "changenumber": "key",
            "category": "change_kind",
            "scheduled start date": "deployment_on",
            "created date time": "created_in_source",
            "last mod date time": "updated_in_source",
            "type of change": "change_class",
        },
    ),
    Source(
        "Halo",
        "changes",
        (
            spelt("ticket id, faultid, fault id"),
            spelt("summary, symptom"),
            spelt("date occurred, dateoccurred"),
            spelt("sla hold, fix target, last action date, agent, ticket type, response target"),
        ),
        spelt(
            """
            details, status, ticket type, priority, agent, team, user, site, client, date occurred,
            last action date, date closed, response target, fix target, category 1"""
        ),
        {
            "ticket id": "key",
            "fault id": "key",
            "faultid": "key",
            "agent": "owner",
            "user": "requester",
            "client": "",
            "site": "",
            "ticket type": "",
        },
    ),
)
