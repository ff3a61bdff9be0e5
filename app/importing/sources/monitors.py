"""Monitors of hosts and services: how the lists of what they saw go down are known."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_CHECKS = spelt("check, check name, monitor, monitor name, sensor, probe")
_DOWN = spelt("from, start, started, down since, start time")
_UP = spelt("to, end, ended, up since, end time")
_EVENTS = spelt("event, type, status")
_MONITORS = spelt("monitor, monitor name, friendly name")
_MOMENTS = spelt("date time, datetime, date and time")
_HOSTS = spelt("host, host name, hostname")
_SAID = spelt("information, status information, plugin output, output")

MONITORS: tuple[Source, ...] = (
    Source(
        "Uptime checks",
        "incidents",
        (
            _CHECKS,
            spelt("state, status"),
            _DOWN,
            _UP,
            spelt("duration, downtime, dauer"),
        ),
        spelt("device, host, coverage, reason, cause, dauer, duration"),
        {
            **dict.fromkeys(_CHECKS, "title"),
            **dict.fromkeys(_DOWN, "started_at"),
            **dict.fromkeys(_UP, "ended_at"),
            **dict.fromkeys(spelt("device, host"), "configuration_items"),
            "downtime": "",
        },
    ),
    Source(
        "UptimeRobot",
        "incidents",
        (
            _EVENTS,
            _MONITORS,
            _MOMENTS,
            spelt("reason, duration, duration in mins, duration in seconds"),
        ),
        spelt("event, monitor, date time, reason, duration, duration in mins, monitor url"),
        {
            **dict.fromkeys(_EVENTS, "state"),
            **dict.fromkeys(_MONITORS, "title"),
            **dict.fromkeys(_MOMENTS, "started_at"),
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
            _HOSTS,
            spelt("service, service description"),
            spelt("state type, current attempt, attempt, check attempt"),
            _SAID,
        ),
        spelt("state, status, date, time, duration, last check, last state change"),
        {
            **dict.fromkeys(_HOSTS, "configuration_items"),
            **dict.fromkeys(_SAID, "title"),
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
