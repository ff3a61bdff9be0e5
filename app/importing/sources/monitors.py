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
_LOGGED = spelt("date time, datum zeit, datum uhrzeit, date heure, fecha hora, data hora, time, zeit")
_SENSORS = spelt("sensor, capteur")
_DEVICES = spelt("device, gerät, équipement, périphérique, dispositivo, appareil")
_STATES = spelt("status, état, statut, estado")
_MESSAGES = spelt("message, nachricht, meldung, mensaje, mensagem")
_SAID_BY_SENSORS = {
    **dict.fromkeys(("Fehler", "Warnung", "Erreur", "Avertissement", "Fallo", "Falha", "Down"), "intake"),
    **dict.fromkeys(("OK", "Up", "Aktiv"), "closed"),
}

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
        "PRTG",
        "incidents",
        (_SENSORS, _DEVICES, _STATES, _MESSAGES, _LOGGED),
        spelt("group, gruppe, groupe, grupo, parent, probe, type, priority"),
        {
            **dict.fromkeys(_LOGGED, "started_at"),
            **dict.fromkeys(_DEVICES, "configuration_items"),
            **dict.fromkeys(_STATES, "state"),
            **dict.fromkeys(_MESSAGES, "title"),
            **dict.fromkeys(_SENSORS | spelt("group, gruppe, groupe, grupo"), ""),
        },
        values={"state": _SAID_BY_SENSORS},
    ),
    Source(
        "Checkmk",
        "incidents",
        (spelt("log time"), _HOSTS, spelt("log state"), spelt("log plugin output")),
        spelt("service description, log type, log state type, log attempt"),
        {
            "log time": "started_at",
            **dict.fromkeys(_HOSTS, "configuration_items"),
            "log state": "state",
            "log plugin output": "title",
            "service description": "",
        },
        values={
            "state": {"OK": "closed", "UP": "closed", **dict.fromkeys(("CRIT", "WARN", "UNKN"), "intake")}
        },
    ),
    Source(
        "SCOM",
        "incidents",
        (spelt("resolution state"), spelt("source, path"), spelt("name"), spelt("created, age")),
        spelt("severity, last modified, owner, path, maintenance mode, repeat count"),
        {
            "name": "title",
            "resolution state": "state",
            "created": "started_at",
            "source": "configuration_items",
            "path": "",
        },
        values={"state": {"New": "intake", "Closed": "closed"}},
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
