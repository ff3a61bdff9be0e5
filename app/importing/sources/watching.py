"""Watchers of clouds, networks and files: how the changes they export are known."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

WATCHING: tuple[Source, ...] = (
    Source(
        "NetBox changelog",
        "detected",
        (spelt("time"), spelt("action"), spelt("type, object type"), spelt("object"), spelt("request id")),
        spelt("user name, full name, message, related object"),
        {
            "time": "detected_at",
            "object": "ci",
            "action": "what",
            "full name": "who",
            "user name": "who",
            "request id": "",
        },
        second=spelt("user name"),
    ),
    Source(
        "AWS Config",
        "detected",
        (
            spelt("resource id, resourceid"),
            spelt("resource type, resourcetype"),
            spelt("configuration item capture time, configurationitemcapturetime, capture time"),
        ),
        spelt(
            "change type, changetype, aws region, awsregion, account id, accountid, configuration item status"
        ),
        {
            **dict.fromkeys(spelt("resource id, resourceid"), "ci"),
            **dict.fromkeys(
                spelt("configuration item capture time, configurationitemcapturetime, capture time"),
                "detected_at",
            ),
            **dict.fromkeys(spelt("change type, changetype"), "what"),
            "resource type": "what",
            "resourcetype": "what",
        },
        second=spelt("resource type, resourcetype"),
    ),
    Source(
        "Wazuh",
        "detected",
        (
            spelt("agent name, source agent name"),
            spelt("rule description, source rule description, rule id, rule level, syscheck path"),
            spelt("timestamp, time, source timestamp, syscheck path"),
        ),
        spelt("rule description, rule level, rule id, syscheck path, syscheck event, agent id, agent ip"),
        {
            "agent name": "ci",
            "source agent name": "ci",
            "timestamp": "detected_at",
            "source timestamp": "detected_at",
            "time": "detected_at",
            "syscheck path": "what",
            "source syscheck path": "what",
            "rule description": "what",
            "source rule description": "what",
            "syscheck uname after": "who",
            "source syscheck uname after": "who",
        },
        second=spelt("rule description, source rule description"),
    ),
)
