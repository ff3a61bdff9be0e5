"""Watchers of clouds, networks and files: how the changes they export are known."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_LOGGED = spelt("timestamp, receivetimestamp")
_METHODS = spelt("protopayload methodname, methodname, method name")
_RESOURCES = spelt("protopayload resourcename, resourcename, resource name")
_PRINCIPALS = spelt("protopayload authenticationinfo principalemail, principalemail, principal email")
_AUDITED = spelt("auditdata, audit data, recordtype, record type")
_CREATED = spelt("creationdate, creation date")
_OPERATIONS = spelt("operation, operations")
_USERS = spelt("userid, user id, userids, user ids")
_STAMPED = spelt("timestamp, event timestamp, extended timestamp")
_RESOURCE_IDS = spelt("resource id, resourceid")
_RESOURCE_TYPES = spelt("resource type, resourcetype")
_CAPTURED = spelt("configuration item capture time, configurationitemcapturetime, capture time")

_BEGUN = spelt("start time, queued for, queue time")

WATCHING: tuple[Source, ...] = (
    Source(
        "VMware vCenter",
        "detected",
        (
            spelt("date time, created time"),
            spelt("target, entity"),
            spelt("user, user name"),
            spelt("description, full formatted message"),
            spelt("task, type, event type id"),
        ),
        spelt("event type id, task, chain id"),
        {
            **dict.fromkeys(spelt("date time, created time"), "detected_at"),
            **dict.fromkeys(spelt("target, entity"), "ci"),
            **dict.fromkeys(spelt("user, user name"), "who"),
            **dict.fromkeys(spelt("description, full formatted message"), "what"),
            "chain id": "event_id",
            "type": "",
            "task": "",
        },
    ),
    Source(
        "VMware vCenter",
        "detected",
        (spelt("task name"), spelt("target"), spelt("initiator"), _BEGUN),
        spelt("status, details, queued for, completion time, server"),
        {
            "task name": "what",
            "target": "ci",
            "initiator": "who",
            **dict.fromkeys(_BEGUN, "detected_at"),
            "completion time": "",
        },
        second=spelt("queued for, queue time"),
    ),
    Source(
        "Ansible",
        "detected",
        (spelt("host, hosts, inventory hostname"), spelt("task, task name"), spelt("play, playbook, module")),
        spelt("changed, status, start, started, end, ended, duration, module, action, user"),
        {
            **dict.fromkeys(spelt("host, hosts, inventory hostname"), "ci"),
            **dict.fromkeys(spelt("task, task name"), "what"),
            **dict.fromkeys(spelt("end, ended, start, started, timestamp, date, time"), "detected_at"),
            "user": "who",
            "changed": "",
        },
        second=spelt("start, started"),
    ),
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
            _LOGGED,
            _METHODS,
            _RESOURCES,
            _PRINCIPALS | spelt("severity"),
        ),
        spelt("severity, insertid, logname, resource type, protopayload servicename"),
        {
            **dict.fromkeys(_LOGGED, "detected_at"),
            **dict.fromkeys(_METHODS, "what"),
            **dict.fromkeys(_RESOURCES, "ci"),
            **dict.fromkeys(_PRINCIPALS, "who"),
            "insertid": "event_id",
        },
        second=spelt("receivetimestamp"),
    ),
    Source(
        "Microsoft 365 audit log",
        "detected",
        (
            _CREATED,
            _OPERATIONS,
            _USERS,
            _AUDITED,
        ),
        spelt("recordid, record id, recordtype, auditdata, identity, workload, objectid, object id"),
        {
            **dict.fromkeys(_CREATED, "detected_at"),
            **dict.fromkeys(_OPERATIONS, "what"),
            **dict.fromkeys(_USERS, "who"),
            **dict.fromkeys(spelt("recordid, record id, identity"), "event_id"),
            **dict.fromkeys(_AUDITED, ""),
        },
    ),
    Source(
        "Oracle audit trail",
        "detected",
        (
            spelt("action name"),
            spelt("obj name, object name"),
            spelt("username, dbusername, os username, userhost"),
            _STAMPED,
        ),
        spelt("userhost, returncode, return code, sql text, owner, obj owner, object schema, terminal"),
        {
            **dict.fromkeys(_STAMPED, "detected_at"),
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
            _RESOURCE_IDS,
            _RESOURCE_TYPES,
            _CAPTURED,
        ),
        spelt(
            "change type, changetype, aws region, awsregion, account id, accountid, configuration item status"
        ),
        {
            **dict.fromkeys(_RESOURCE_IDS, "ci"),
            **dict.fromkeys(
                _CAPTURED,
                "detected_at",
            ),
            **dict.fromkeys(spelt("change type, changetype"), "what"),
            **dict.fromkeys(_RESOURCE_TYPES, "what"),
        },
        second=_RESOURCE_TYPES,
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
