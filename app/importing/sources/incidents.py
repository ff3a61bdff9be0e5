"""Programs that call people when something fails: how their lists of incidents are known."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_RECOVERED = spelt(
    """
    recovery time, wiederherstellungszeit, wiederherstellungszeitpunkt, temps de récupération,
    heure de récupération, heure de rétablissement, tiempo de recuperación, hora de recuperación,
    hora da recuperação, hora de recuperação, tempo de recuperação, ora di ripristino, tempo di ripristino,
    czas odzyskania, czas przywrócenia, kurtarma zamanı, kurtarılma zamanı, düzelme zamanı"""
)
_SEVERITY = spelt(
    """
    severity, schweregrad, sévérité, gravité, severidad, gravedad, severidade, gravidade, risco, gravità,
    ważność, önem derecesi, önem"""
)
_OF_STATUSPAGE = {
    "id": "key",
    "incident id": "key",
    "name": "title",
    "incident name": "title",
    "started at": "started_at",
    "resolved at": "ended_at",
    "resolved": "ended_at",
    "impact override": "",
    "duration": "",
    **dict.fromkeys(spelt("components, affected components, components affected"), "applications"),
    **dict.fromkeys(spelt("shortlink, link"), "url"),
    "scheduled for": "",
}

INCIDENTS: tuple[Source, ...] = (
    Source(
        "PagerDuty",
        "incidents",
        (
            spelt("incident number, id"),
            spelt("title, description, summary"),
            spelt("incident key, escalation policy, escalation policy name, urgency, service name"),
            spelt("created at, created on, service, service name"),
        ),
        spelt(
            """
            incident number, incident key, urgency, status, service, created at, created on, resolved at,
            resolved on, assignments, teams, escalation policy, acknowledgements, html url, service name,
            seconds to resolve"""
        ),
        {
            "incident number": "key",
            "id": "",
            "type": "",
            "summary": "",
            "self": "",
            "teams": "",
            "created at": "started_at",
            "created on": "started_at",
            "resolved at": "ended_at",
            "resolved on": "ended_at",
            "service": "applications",
            "service name": "applications",
            "urgency": "impact",
            "assignments": "owner",
            "assigned user names": "owner",
            "teams name": "team",
            "last status change at": "updated_in_source",
        },
    ),
    Source(
        "incident.io",
        "incidents",
        (
            spelt("reference, id"),
            spelt("incident lead, permalink, incident type"),
            spelt("impact started at, fixed at, reported at"),
        ),
        spelt(
            "name, status, severity, created at, closed at, affected services, summary, fixed at, permalink"
        ),
        {
            "reference": "key",
            "id": "",
            "name": "title",
            "summary": "description",
            "incident lead": "owner",
            "impact started at": "started_at",
            "fixed at": "ended_at",
            "closed at": "closed_in_source",
            "permalink": "url",
        },
    ),
    Source(
        "Rootly",
        "incidents",
        (
            spelt("sequential id, id"),
            spelt("title"),
            spelt("mitigated at, detected at, acknowledged at"),
            spelt("slack channel, slack channel name, started at"),
        ),
        spelt("severity, status, started at, resolved at, services, environments, teams, created by, kind"),
        {
            "sequential id": "key",
            "started at": "started_at",
            "resolved at": "ended_at",
            "services": "applications",
            "teams": "team",
            "created by": "requester",
            "mitigated at": "",
        },
        {"state": {"started": "intake"}, "impact": {"SEV0": "5"}},
    ),
    Source(
        "FireHydrant",
        "incidents",
        (spelt("number, id"), spelt("name"), spelt("current milestone, milestone, customer impact summary")),
        spelt(
            "severity, started at, mitigated at, resolved at, services, opened by, incident url, environments"
        ),
        {
            "number": "key",
            "name": "title",
            "current milestone": "state",
            "started at": "started_at",
            "resolved at": "ended_at",
            "services": "applications",
            "opened by": "requester",
            "mitigated at": "",
        },
    ),
    Source(
        "Zabbix",
        "incidents",
        (
            spelt("problem, problème, problema, incidente, sorun"),
            spelt("host, hosts, hôte, sunucu, equipo"),
            _RECOVERED | spelt("duration"),
            spelt("time, zeit, temps, heure, hora, ora, czas, zaman"),
        ),
        _SEVERITY
        | _RECOVERED
        | spelt("status, info, ack, actions, tags, duration, host, acquitté, reconocido"),
        {
            **dict.fromkeys(spelt("problem, problème, problema, incidente, sorun"), "title"),
            **dict.fromkeys(spelt("time, zeit, temps, heure, hora, ora, czas, zaman"), "started_at"),
            **dict.fromkeys(_RECOVERED, "ended_at"),
            **dict.fromkeys(spelt("host, hosts, hôte, sunucu, equipo"), "configuration_items"),
            **dict.fromkeys(_SEVERITY, "impact"),
            "info": "",
            "tags": "labels",
        },
    ),
    Source(
        "Dynatrace",
        "incidents",
        (
            spelt("display id, problem id"),
            spelt("title, problem"),
            spelt("impact level"),
            spelt("affected entities, root cause, root cause entity, impacted entities"),
        ),
        spelt("severity level, status, start time, end time, management zones"),
        {
            "display id": "key",
            "problem id": "key",
            "problem": "title",
            "start time": "started_at",
            "end time": "ended_at",
            "affected entities": "configuration_items",
            "impacted entities": "configuration_items",
            "impact level": "",
        },
    ),
    Source(
        "SolarWinds",
        "incidents",
        (
            spelt("alert name"),
            spelt("trigger time, triggered, time triggered, triggered at"),
            spelt("related node, object that triggered this alert, triggering object, node"),
        ),
        spelt("message, active time, severity, acknowledged by, reset time"),
        {
            "alert name": "title",
            "message": "description",
            **dict.fromkeys(spelt("trigger time, triggered, time triggered, triggered at"), "started_at"),
            **dict.fromkeys(spelt("reset time, time reset"), "ended_at"),
            **dict.fromkeys(
                spelt("related node, object that triggered this alert, triggering object, node"),
                "configuration_items",
            ),
        },
        second=spelt("object that triggered this alert, triggering object"),
    ),
    Source(
        "Opsgenie",
        "incidents",
        (
            spelt("alert id, tiny id, alias"),
            spelt("message"),
            spelt("is seen, tiny id, acknowledged, count, integration name"),
        ),
        spelt("status, priority, created at, updated at, owner, teams, tags, source, is seen, alias, entity"),
        {
            "alert id": "key",
            "tiny id": "key",
            "message": "title",
            "created at": "started_at",
            "created at date": "started_at",
            "closed at date": "ended_at",
            "owner team": "team",
            "teams": "team",
            "entity": "configuration_items",
            "source": "",
            "priority": "impact",
        },
        second=spelt("tiny id, created at date"),
    ),
    Source(
        "Statuspage",
        "incidents",
        (
            spelt("name, incident name"),
            spelt("status, incident status"),
            spelt("impact, incident impact"),
            spelt("resolved at, resolved"),
            spelt("affected components, components affected, components"),
        ),
        spelt("created at, created, started at, duration, duration minutes, link"),
        _OF_STATUSPAGE,
    ),
    Source(
        "Statuspage",
        "incidents",
        (
            spelt("incident id, id, name, title"),
            spelt("status, incident status"),
            spelt("impact, impact override, incident impact"),
            spelt("monitoring at, postmortem published at, shortlink, scheduled until, page id"),
        ),
        spelt(
            """
            created at, updated at, resolved at, started at, components, affected components, scheduled for,
            scheduled until, monitoring at, shortlink, postmortem body, postmortem published at"""
        ),
        _OF_STATUSPAGE,
    ),
)
