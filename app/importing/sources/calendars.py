"""Calendars as tables: how the lists that Outlook and Google export are known."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.of_kinds import WHOLE_DAY
from app.importing.words.spelling import spelt

_SUBJECTS = spelt("subject, betreff, objet, asunto, assunto, oggetto, temat, konu, onderwerp")
_STARTS = spelt(
    """
    start, start date, begin date, beginnt am, startdatum, début, date de début, fecha de comienzo,
    fecha de inicio, data de início, data inizio, data di inizio, data rozpoczęcia, başlangıç tarihi"""
)
_ENDS = spelt(
    """
    end, end date, endet am, enddatum, fin, date de fin, fecha de finalización, fecha de fin,
    data de término, data de fim, data fine, data di fine, data zakończenia, bitiş tarihi, einddatum"""
)
_WHOLE_DAYS = WHOLE_DAY | spelt("show time as, location, private")
"""What such lists say besides, whole days above all."""

CALENDARS: tuple[Source, ...] = (
    Source(
        "Nagios downtimes",
        "windows",
        (spelt("downtime id"), spelt("host name, host, hostname"), spelt("start time"), spelt("end time")),
        spelt("author, comment, entry time, type, duration, trigger id, service, fixed"),
        {"comment": "title", "downtime id": "uid", "host name": "", "host": "", "type": ""},
    ),
    Source(
        "Icinga downtimes",
        "windows",
        (
            spelt("host name, host, hostname"),
            spelt("scheduled start time"),
            spelt("scheduled end time"),
            spelt("comment, author"),
        ),
        spelt("service description, entry time, is fixed, duration, object type"),
        {
            "comment": "title",
            "scheduled start time": "starts_at",
            "scheduled end time": "ends_at",
            **dict.fromkeys(spelt("host name, host, hostname"), ""),
        },
    ),
    Source(
        "PagerDuty maintenance windows",
        "windows",
        (
            spelt("start time"),
            spelt("end time"),
            spelt("services, services summary"),
            spelt("sequence number"),
        ),
        spelt("id, summary, description, created by, teams, type, html url"),
        {"summary": "title", "id": "uid", "type": ""},
    ),
    Source(
        "SharePoint calendar",
        "windows",
        (spelt("title"), spelt("start time"), spelt("end time"), spelt("all day event")),
        spelt("location, category, recurrence, workspace, description"),
        {"title": "title", "start time": "starts_at", "end time": "ends_at", "category": ""},
    ),
    Source(
        "Outlook or Google calendar",
        "windows",
        (_SUBJECTS, _STARTS, _ENDS, _WHOLE_DAYS),
        spelt(
            """
            start date, start time, end date, end time, all day event, reminder on off, meeting organizer,
            required attendees, optional attendees, location, private, show time as, categories,
            beginnt am, beginnt um, endet am, endet um, ganztägiges ereignis"""
        ),
        {
            **dict.fromkeys(_SUBJECTS, "title"),
            **dict.fromkeys(_STARTS, "starts_at"),
            **dict.fromkeys(_ENDS, "ends_at"),
        },
    ),
)
