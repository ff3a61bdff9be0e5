"""Programs that call people when something fails: how their lists of incidents are known."""

from __future__ import annotations

from app.importing.source import Source, spelt

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
            "assignments": "",
        },
    ),
    Source(
        "Zabbix",
        "incidents",
        (spelt("problem"), spelt("host, hosts"), spelt("recovery time, duration"), spelt("time")),
        spelt("severity, recovery time, status, info, ack, actions, tags, duration, host"),
        {
            "problem": "title",
            "time": "started_at",
            "recovery time": "ended_at",
            "host": "configuration_items",
            "severity": "impact",
            "info": "",
            "tags": "labels",
        },
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
            "tiny id": "",
            "message": "title",
            "created at": "started_at",
            "teams": "team",
            "entity": "configuration_items",
            "source": "",
        },
    ),
)
