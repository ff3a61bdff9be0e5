"""Lists that scripts make of what trackers' interfaces answer: fields by the names they have inside."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_JIRA = Source(
    "Jira",
    "changes",
    (
        spelt("key"),
        spelt("fields summary"),
        spelt("fields status name, fields created, fields issuetype name"),
    ),
    spelt(
        """
        expand, id, self, fields status name, fields created, fields updated, fields issuetype name,
        fields project key, fields priority name, fields labels, fields assignee, fields reporter,
        fields assignee displayname, fields reporter displayname, fields resolution name"""
    ),
    {
        "id": "",
        "self": "",
        "key": "key",
        "fields issuetype name": "",
        "fields duedate": "deployment_on",
        "fields resolutiondate": "closed_in_source",
        "fields parent key": "links",
        "fields issuelinks": "links",
        "fields customfield 10014": "links",
        "fields customfield 10020": "release",
        "fields creator displayname": "",
        "fields assignee emailaddress": "",
        "fields category name": "",
    },
)
"""Of Jira Cloud's custom fields those that every site has: 10014 is the epic, 10020 the sprint."""
_GITLAB = Source(
    "GitLab",
    "changes",
    (
        spelt("iid"),
        spelt("title"),
        spelt("web url"),
        spelt("project id, issue type, user notes count, time stats, references"),
    ),
    spelt(
        """
        id, iid, project id, description, state, created at, updated at, closed at, labels, milestone,
        assignees, author, assignee, due date, upvotes, downvotes, confidential, merged at, source branch"""
    ),
    {
        "id": "",
        "iid": "key",
        "web url": "url",
        "links": "",
        "references": "",
        "closed by": "",
        "type": "",
        "severity": "",
        "author": "requester",
        "author name": "requester",
        "assignees": "owner",
        "assignee": "owner",
        "assignee name": "owner",
        "milestone": "release",
        "milestone title": "release",
        "merged at": "closed_in_source",
    },
    second=spelt("assignee"),
)
_CLICKUP = Source(
    "ClickUp",
    "changes",
    (spelt("id"), spelt("name"), spelt("status status"), spelt("date created, list name, list id, space id")),
    spelt(
        """
        custom id, text content, date created, date updated, date closed, creator username, assignees, tags,
        parent, priority priority, due date, start date, list name, folder name, space id, url, team id"""
    ),
    {
        "id": "key",
        "custom id": "",
        "name": "title",
        "text content": "description",
        "status status": "state",
        "status type": "",
        "status color": "",
        "date created": "created_in_source",
        "date updated": "updated_in_source",
        "date closed": "closed_in_source",
        "date done": "",
        "due date": "deployment_on",
        "start date": "",
        "creator username": "requester",
        "list name": "",
        "folder name": "",
        "project name": "",
    },
)

INTERFACES: tuple[Source, ...] = (_JIRA, _GITLAB, _CLICKUP)
