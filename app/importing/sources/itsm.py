"""Lists of desks with change management: iTop, OpenText, SolarWinds; and of osTicket, RT, Zoho, Pivotal."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_CALLER = "caller name, caller full name, caller friendlyname, caller id friendlyname"
_AGENT = "agent name, agent full name, agent friendlyname, agent id friendlyname"

_REF = spelt("ref, référence, referencia, referans, powiązanie, nummer, riferimento")
_TITLE = spelt("titel, titre, título, titolo, tytuł, başlık")
_ORGANISATION = spelt(
    """
    organisation, organización, nome da organização, organização, organizzazione, organizacja,
    nazwa organizacji, organizasyon, organizasyon adı"""
)
_FALLBACK = spelt(
    """
    backupplan, plan de secours, plan de repli, plan de emergencia, plano de contingência, piano alternativo,
    plan awaryjny, geridönüş planı"""
)
_AGENTS = spelt(
    "agent, agente, nom de l'agent, nome do agente, nome dell'agente, nazwa agenta, temsilci, temsilci adı"
)
_BEGUN = spelt("startdatum, date de début, fecha de inicio, data di inizio, data rozpoczęcia")
_STATES = {
    **dict.fromkeys(
        ("Validé", "Validado", "Validada", "Convalidato", "Sprawdzona", "Kontrol edilen"), "intake"
    ),
    **dict.fromkeys(("Pianificato e programmato", "Planejada e agendada", "Planowana i odłożona"), "ready"),
    **dict.fromkeys(("Monitorato", "Monitorada", "Monitorowana", "İzlenen"), "deployed"),
}
"""A change is validated before anybody works at it here, and watched once it is in."""

ITSM: tuple[Source, ...] = (
    Source(
        "iTop changes",
        "changes",
        (_REF, _TITLE, _ORGANISATION, _FALLBACK),
        _AGENTS
        | _BEGUN
        | spelt(
            """
            supervisor, superviseur, supervisore, kierownik, supervizör, status, statut, stato, durumu,
            outage, interruption, interruzione, awaria, servis kesilmesi, impact, impacto, impatto, etkisi,
            manager, yönetici, menedżer, gerente, caller, demandeur, solicitante, richiedente, zgłaszający,
            çağrı sahibi"""
        ),
        {
            **dict.fromkeys(_REF, "key"),
            **dict.fromkeys(_FALLBACK, "backout_plan"),
            **dict.fromkeys(_AGENTS, "owner"),
            **dict.fromkeys(_BEGUN, "deployment_on"),
            **dict.fromkeys(
                spelt(
                    """
                    outage, interruption, interruzione, awaria, servis kesilmesi, impact, impacto, impatto,
                    etkisi, dotyczy, manager, yönetici, menedżer, gerente, enddatum, date de fin,
                    fecha de fin, data di fine, data zakończenia"""
                ),
                "",
            ),
            "ostatnia data": "updated_in_source",
            "data de abertura": "created_in_source",
        },
        {"state": _STATES},
    ),
    Source(
        "iTop changes",
        "changes",
        (
            spelt("ref"),
            spelt("title"),
            spelt("fallback plan, outage, supervisor full name, change manager full name, impact"),
            spelt("requestor full name, requestor name, creation date, supervisor full name"),
        ),
        spelt(f"status, start date, end date, last update, team name, organization name, {_AGENT}"),
        {
            "start date": "deployment_on",
            "end date": "",
            "outage": "",
            "impact": "",
            "fallback": "backout_plan",
            **dict.fromkeys(spelt(_AGENT), "owner"),
        },
    ),
    Source(
        "iTop tickets",
        "incidents",
        (spelt("ref"), spelt("title"), spelt(_CALLER), spelt(_AGENT + ", team name")),
        spelt(
            """
            status, operational status, impact, urgency, priority, start date, last update, resolution date,
            close date, service name, organization name, origin, parent change ref"""
        ),
        {
            "start date": "started_at",
            "resolution date": "ended_at",
            "close date": "closed_in_source",
            "operational status": "",
            "parent change ref": "change_key",
            **dict.fromkeys(spelt(_AGENT), "owner"),
            **dict.fromkeys(spelt(_CALLER), "requester"),
        },
    ),
    Source(
        "OpenText Service Manager",
        "changes",
        (
            spelt("change id, id"),
            spelt("title"),
            spelt("phase"),
            spelt("initiated by, risk assessment, change model, completion code, change coordinator"),
            spelt("planned start, scheduled start time, planned start date"),
        ),
        spelt(
            """
            status, category, subcategory, assignment group, planned end, scheduled end time, impact, urgency,
            affected services, closure code, requested by, owner, service, risk, create time"""
        ),
        {
            "phase": "",
            "initiated by": "requester",
            "change coordinator": "owner",
            "risk assessment": "likelihood",
            "change model": "change_class",
            "scheduled start time": "deployment_on",
        },
    ),
    Source(
        "SolarWinds Service Desk",
        "changes",
        (
            spelt("number"),
            spelt("name"),
            spelt("planned start, planned start date"),
            spelt("change plan, rollback plan, test plan"),
            spelt("created at timestamp, updated at timestamp, created at, site"),
        ),
        spelt("state, priority, requester, assigned to, planned end, department, category, cab"),
        {"name": "title", "department": ""},
    ),
    Source(
        "osTicket",
        "changes",
        (
            spelt("ticket number"),
            spelt("subject"),
            spelt("help topic"),
            spelt("from, from email, agent assigned, current status"),
        ),
        spelt(
            """
            date created, priority, department, source, last updated, due date, sla due date, overdue,
            answered, team assigned, thread count"""
        ),
        {"from": "requester", "due date": "", "agent assigned": "owner", "department": "team"},
    ),
    Source(
        "Request Tracker",
        "changes",
        (spelt("id"), spelt("subject"), spelt("queue, queuename"), spelt("requestors, requestor")),
        spelt("status, owner, priority, created, lastupdated, due, resolved, told, timeleft, last updated"),
        {"requestors": "requester", "queue": "team", "queuename": "team", "due": ""},
    ),
    Source(
        "Zoho Desk",
        "changes",
        (
            spelt("ticket id, ticket reference id ticket"),
            spelt("subject"),
            spelt("status ticket, created time ticket, ticket closed time"),
            spelt("contact name, ticket owner"),
        ),
        spelt("channel, department, due date, priority ticket, modified time ticket, category ticket"),
        {
            "ticket id": "key",
            "due date": "",
            "category ticket": "",
            "ticket owner": "owner",
            "contact name": "requester",
        },
    ),
    Source(
        "Pivotal Tracker",
        "changes",
        (
            spelt("id"),
            spelt("title"),
            spelt("current state"),
            spelt("accepted at"),
            spelt("requested by, owned by"),
        ),
        spelt("labels, iteration, type, estimate, created at, deadline, description, url, owned by"),
        {"accepted at": "closed_in_source", "deadline": "deployment_on"},
        {
            "state": {
                "unscheduled": "intake",
                "unstarted": "intake",
                "started": "intake",
                "finished": "in_test",
                "delivered": "in_test",
                "accepted": "closed",
                "rejected": "intake",
            }
        },
    ),
)
