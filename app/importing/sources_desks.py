"""Lists of other service desks and project trackers: Freshservice, ServiceDesk Plus, TOPdesk, OpenProject."""

from __future__ import annotations

from app.importing.source import Source, spelt

DESKS: tuple[Source, ...] = (
    Source(
        "Freshservice changes",
        "changes",
        (
            spelt("change id"),
            spelt("subject"),
            spelt("requester, requester name"),
            spelt("agent, agent name"),
        ),
        spelt(
            """
            status, priority, impact, risk, change type, group, category, department, planned start date,
            planned end date, created date, last updated date, approval status"""
        ),
        {
            "agent": "owner",
            "agent name": "owner",
            "approval status": "",
            "planned end date": "",
            "last updated date": "updated_in_source",
        },
    ),
    Source(
        "ServiceDesk Plus changes",
        "changes",
        (
            spelt("change id"),
            spelt("title"),
            spelt("change requester, change owner, change manager"),
            spelt("stage"),
        ),
        spelt(
            """
            status, change type, risk, urgency, impact, scheduled start time, scheduled end time,
            services affected, assets involved, created time, completed time, change requester, change owner,
            change manager"""
        ),
        {"stage": "", "change type": "change_class"},
    ),
    Source(
        "TOPdesk changes",
        "changes",
        (
            spelt("wijzigingsnummer, change number"),
            spelt("korte omschrijving, brief description"),
            spelt("behandelaar, aanmelder, operator, caller, simple extensive"),
        ),
        spelt(
            """
            status, type, impact, geplande startdatum, geplande einddatum, aanmaakdatum, object, operator,
            planned start date, planned end date, creation date, category, coordinator"""
        ),
        {
            "brief description": "title",
            "operator": "owner",
            "caller": "requester",
            "object": "configuration_items",
            "einddatum": "",
        },
    ),
    Source(
        "OpenProject",
        "changes",
        (
            spelt("id"),
            spelt("subject"),
            spelt("accountable, remaining work, derived start date, story points"),
        ),
        spelt(
            """
            type, status, assignee, priority, project, version, parent, start date, finish date, due date,
            created on, updated on, work, % complete, progress"""
        ),
        {"version": "release", "finish date": "deployment_on", "start date": "", "type": "", "project": ""},
    ),
)
