"""Monitors of hosts and services: how the lists of what they saw go down are known."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

MONITORS: tuple[Source, ...] = (
    Source(
        "Uptime checks",
        "incidents",
        (
            spelt("check, check name, monitor, monitor name, sensor, probe"),
            spelt("state, status"),
            spelt("from, start, started, down since, start time"),
            spelt("to, end, ended, up since, end time"),
            spelt("duration, downtime, dauer"),
        ),
        spelt("device, host, coverage, reason, cause, dauer, duration"),
        {
            **dict.fromkeys(spelt("check, check name, monitor, monitor name, sensor, probe"), "title"),
            **dict.fromkeys(spelt("from, start, started, down since, start time"), "started_at"),
            **dict.fromkeys(spelt("to, end, ended, up since, end time"), "ended_at"),
            **dict.fromkeys(spelt("device, host"), "configuration_items"),
            "downtime": "",
        },
    ),
    Source(
        "UptimeRobot",
        "incidents",
        (
            spelt("event, type, status"),
            spelt("monitor, monitor name, friendly name"),
            spelt("date time, datetime, date and time"),
            spelt("reason, duration, duration in mins, duration in seconds"),
        ),
        spelt("event, monitor, date time, reason, duration, duration in mins, monitor url"),
        {
            **dict.fromkeys(spelt("event, type, status"), "state"),
            **dict.fromkeys(spelt("monitor, monitor name, friendly name"), "title"),
            **dict.fromkeys(spelt("date time, datetime, date and time"), "started_at"),
            "reason": "description",
            "duration": "",
            "duration in mins": "",
        },
        values={"state": dict.fromkeys(("Up", "up", "UP"), "closed")},
    ),
    Source(
        "Nagios",
        "incidents",
        (
            spelt("host, host name, hostname"),
            spelt("service, service description"),
            spelt("state type, current attempt, attempt, check attempt"),
            spelt("information, status information, plugin output, output"),
        ),
        spelt("state, status, date, time, duration, last check, last state change"),
        {
            **dict.fromkeys(spelt("host, host name, hostname"), "configuration_items"),
            **dict.fromkeys(spelt("information, status information, plugin output, output"), "title"),
            **dict.fromkeys(
                spelt("detected at, last state change, last check, time, date, timestamp"), "started_at"
            ),
            "service": "",
            "service description": "",
            "state type": "",
            "current attempt": "",
        },
        values={
            "state": {
                **dict.fromkeys(("OK", "UP", "Ok", "Up", "RECOVERY"), "closed"),
                **dict.fromkeys(("CRITICAL", "WARNING", "UNKNOWN", "UNREACHABLE", "PENDING"), "intake"),
                **dict.fromkeys(("Critical", "Warning", "Unknown", "Unreachable", "Pending"), "intake"),
            }
        },
        second=spelt("last check, time, date"),
    ),
)
