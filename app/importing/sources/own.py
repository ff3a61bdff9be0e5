"""The desk's own lists of changes and of incidents, exported, edited in a spreadsheet and imported again.

The sheets of the audit workbook are such lists, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.importing.errors import UnreadableList
from app.importing.sources.source import Source
from app.importing.words.spelling import spellings, spelt

OWN_CHANGES = "Lockstep changes"
OWN_INCIDENTS = "Lockstep incidents"
OWN_LISTS = (OWN_CHANGES, OWN_INCIDENTS)

OWN: tuple[Source, ...] = (
    Source(
        OWN_CHANGES,
        "changes",
        (
            spelt("key, change"),
            spelt("planned digest"),
            spelt("state in the source"),
            spelt("window starts"),
        ),
        spelt(
            "title, kind, class, state, impact, likelihood, owner, team, window, deployment on, source, link"
        ),
        {
            "key": "key",
            "change": "key",
            "title": "title",
            "kind": "change_kind",
            "class": "change_class",
            "state": "state",
            "impact": "impact",
            "likelihood": "likelihood",
            "owner": "owner",
            "requester": "requester",
            "team": "team",
            "deployment on": "deployment_on",
            "date approved": "deployment_approved",
            "expected downtime": "expected_downtime_minutes",
            "backout plan": "backout_plan",
            "verification plan": "verification_plan",
            "source": "source_system",
            "link": "url",
        },
        left_out=spelt("window, window starts, planned digest, state in the source, made"),
    ),
    Source(
        OWN_INCIDENTS,
        "incidents",
        (spelt("incident"), spelt("what happened"), spelt("counts as downtime"), spelt("analysis asked for")),
        spelt("began, ended, lasted, where, impact, change, analysis due, concluded, timeline, whys"),
        {
            "incident": "key",
            "what happened": "title",
            "began": "started_at",
            "ended": "ended_at",
            "impact": "description",
            "change": "change_key",
        },
        left_out=spelt(
            """kind, lasted, where, counts as downtime, analysis asked for, analysis due, concluded,
            concluded by, timeline, whys, contributing factors, root cause, gate, step"""
        ),
    ),
)
"""Their columns are the record's own, so that what they say is an edit of the desk."""

_ONLY_SHOWN = (
    (spelt("fix, still owes, signed content"), "production fixes", "Document them on the screen Fixes."),
    (spelt("seen, standing, settled, explained by"), "detected changes", "Settle them on Reconciliation."),
    (spelt("incident, action, what came of it"), "follow-up actions", "Edit them on the screen Incidents."),
    (spelt("record, before, after, hash"), "audit events", "Nothing changes what was recorded."),
    (
        spelt("deployed, change, environment, stage, outcome, build, digest, by, issues"),
        "deployments",
        "Record others on the board, with their changes.",
    ),
)
"""Headers of own lists that are exported to be read, what they are lists of, and what to do instead."""


def refuse_what_is_only_shown(headers: Sequence[str]) -> None:
    """Raise `UnreadableList` for an own list of records that no list may change."""
    said = {words for header in headers for words in spellings(header)}
    for needed, what, instead in _ONLY_SHOWN:
        if needed <= said:
            raise UnreadableList(f"This is Lockstep's own list of {what}, exported to be read", mend=instead)
