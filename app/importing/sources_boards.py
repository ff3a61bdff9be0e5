"""Boards of work whose lists name few things of their own: Linear, monday.com, plain exports of Azure."""

from __future__ import annotations

from app.importing.source import Source, spelt

BOARDS: tuple[Source, ...] = (
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
)
