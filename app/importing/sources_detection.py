"""Programs that watch production for changes: how their exports are known, and what their headers mean."""

from __future__ import annotations

from app.importing.source import Source, spelt

_OF_A_REPORT = {"detected at": "detected_at", "system": "ci", "object": "what", "change": ""}

DETECTION: tuple[Source, ...] = (
    Source(
        "auditd",
        "detected",
        (spelt("event kind"), spelt("obj prime"), spelt("serial num")),
        spelt("node, event, subj prime, subj sec, action, result, obj kind, how, session, detected at"),
        {
            "detected at": "detected_at",
            "node": "ci",
            "obj prime": "what",
            "subj prime": "who",
            "serial num": "event_id",
            "event": "",
            "date": "",
            "time": "",
            "result": "",
        },
    ),
    Source(
        "AIDE or Tripwire",
        "detected",
        (spelt("detected at"), spelt("system"), spelt("object"), spelt("change")),
        spelt("detected at, system, object, change, source system"),
        _OF_A_REPORT,
    ),
    Source(
        "Tripwire",
        "detected",
        (spelt("node name, node"), spelt("element name, element"), spelt("change type, severity, rule name")),
        spelt("change time, detected time, policy, rule name, user, version time, severity"),
        {
            "node name": "ci",
            "node": "ci",
            "element name": "what",
            "element": "what",
            "change time": "detected_at",
            "detected time": "detected_at",
            "version time": "detected_at",
            "user": "who",
            "change type": "",
        },
    ),
    Source(
        "Windows events",
        "detected",
        (
            spelt("timecreated, date and time, time created"),
            spelt("event id, id"),
            spelt("machinename, computer, source, providername"),
        ),
        spelt("level, task category, taskdisplayname, message, logname, recordid, userid, keywords, opcode"),
        {
            "timecreated": "detected_at",
            "date and time": "detected_at",
            "machinename": "ci",
            "computer": "ci",
            "message": "what",
            "task category": "",
            "taskdisplayname": "",
            "userid": "who",
            "user": "who",
            "recordid": "event_id",
            "event id": "",
            "id": "",
            "source": "",
        },
    ),
)
