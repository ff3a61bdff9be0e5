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
        "Netwrix Auditor",
        "detected",
        (spelt("who"), spelt("action"), spelt("what"), spelt("where"), spelt("when")),
        spelt("object type, details, workstation, data source, monitoring plan"),
        {"who": "who", "what": "what", "where": "ci", "when": "detected_at", "action": ""},
    ),
    Source(
        "Google Cloud audit logs",
        "detected",
        (
            spelt("timestamp, receivetimestamp"),
            spelt("protopayload methodname, methodname, method name"),
            spelt("protopayload resourcename, resourcename, resource name"),
            spelt(
                "protopayload authenticationinfo principalemail, principalemail, principal email, severity"
            ),
        ),
        spelt("severity, insertid, logname, resource type, protopayload servicename"),
        {
            **dict.fromkeys(spelt("timestamp, receivetimestamp"), "detected_at"),
            **dict.fromkeys(spelt("protopayload methodname, methodname, method name"), "what"),
            **dict.fromkeys(spelt("protopayload resourcename, resourcename, resource name"), "ci"),
            **dict.fromkeys(
                spelt("protopayload authenticationinfo principalemail, principalemail, principal email"),
                "who",
            ),
            "insertid": "event_id",
        },
        second=spelt("receivetimestamp"),
    ),
    Source(
        "Microsoft 365 audit log",
        "detected",
        (
            spelt("creationdate, creation date"),
            spelt("operation, operations"),
            spelt("userid, user id, userids, user ids"),
            spelt("auditdata, audit data, recordtype, record type"),
        ),
        spelt("recordid, record id, recordtype, auditdata, identity, workload, objectid, object id"),
        {
            **dict.fromkeys(spelt("creationdate, creation date"), "detected_at"),
            **dict.fromkeys(spelt("operation, operations"), "what"),
            **dict.fromkeys(spelt("userid, user id, userids, user ids"), "who"),
            **dict.fromkeys(spelt("recordid, record id, identity"), "event_id"),
            **dict.fromkeys(spelt("recordtype, record type, auditdata, audit data"), ""),
        },
    ),
    Source(
        "Oracle audit trail",
        "detected",
        (
            spelt("action name"),
            spelt("obj name, object name"),
            spelt("username, dbusername, os username, userhost"),
            spelt("timestamp, event timestamp, extended timestamp"),
        ),
        spelt("userhost, returncode, return code, sql text, owner, obj owner, object schema, terminal"),
        {
            **dict.fromkeys(spelt("timestamp, event timestamp, extended timestamp"), "detected_at"),
            **dict.fromkeys(spelt("username, dbusername"), "who"),
            **dict.fromkeys(spelt("obj name, object name"), "what"),
            "userhost": "ci",
            "action name": "",
        },
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
