"""Calendars as tables: how the lists that Outlook and Google export are known."""

from __future__ import annotations

from app.importing.source import Source, spelt

CALENDARS: tuple[Source, ...] = (
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
        (
            spelt("subject, betreff, objet, asunto, assunto, oggetto, temat, konu, onderwerp"),
            spelt("start"),
            spelt("end"),
            spelt(
                """
                all day event, ganztagiges ereignis, journee entiere, todo el dia, dia inteiro,
                tutto il giorno, giornata intera, wydarzenie calodniowe, tum gun suren etkinlik,
                evento de todo el dia, gebeurtenis duurt hele dag, show time as, location, private"""
            ),
        ),
        spelt(
            """
            start date, start time, end date, end time, all day event, reminder on off, meeting organizer,
            required attendees, optional attendees, location, private, show time as, categories,
            beginnt am, beginnt um, endet am, endet um, ganztagiges ereignis"""
        ),
        {
            "subject": "title",
            "betreff": "title",
            "objet": "title",
            "asunto": "title",
            "assunto": "title",
            "oggetto": "title",
            "temat": "title",
            "konu": "title",
            "onderwerp": "title",
            "start": "starts_at",
            "end": "ends_at",
            "start date": "",
            "start time": "",
            "end date": "",
            "end time": "",
            "beginnt am": "",
            "beginnt um": "",
            "endet am": "",
            "endet um": "",
        },
    ),
)
