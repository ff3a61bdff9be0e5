"""The desk's own list of changes, exported, edited in a spreadsheet and imported again.

The sheet of changes in the audit workbook is such a list, too.
"""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

OWN_CHANGES = "Lockstep changes"

OWN: tuple[Source, ...] = (
    Source(
        OWN_CHANGES,
        "changes",
        (spelt("key"), spelt("planned digest"), spelt("state in the source"), spelt("window starts")),
        spelt(
            "title, kind, class, state, impact, likelihood, owner, team, window, deployment on, source, link"
        ),
        {
            "key": "key",
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
)
"""Its columns are the record's own, so that what they say is an edit of the desk."""
