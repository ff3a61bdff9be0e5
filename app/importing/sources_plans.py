"""Cutover plans and calendars, as Excel and calendar programs export them."""

from __future__ import annotations

from app.importing.source import Source, spelt

PLANS: tuple[Source, ...] = (
    Source(
        "Cutover plan",
        "activities",
        (
            spelt("activity, task, task name, activity name, step"),
            spelt("""
        workstream, phase group, phase, predecessors, cutover phase, responsible, executor, duration"""),
            spelt("""
               expected start date, expected end date, planned start, start, start time, duration,
               planned end, finish"""),
        ),
        spelt("""
               workstream, phase group, task classification, application, status, responsible, people,
               description and notes, expected end date, comments, executor"""),
        {
            "workstream": "workstream",
            "responsible": "responsible",
            "phase group": "phase",
            "people": "players",
            "executor": "players",
            "description and notes": "title",
            "task classification": "classification",
            "comments and notes": "instructions",
            "comments": "instructions",
        },
    ),
    Source(
        "iCalendar",
        "windows",
        (spelt("uid"), spelt("start"), spelt("end"), spelt("categories")),
        spelt("title, time zone, description, location"),
        {"uid": "uid", "description": "", "location": "", "categories": ""},
    ),
    Source(
        "iCalendar",
        "freezes",
        (spelt("uid"), spelt("freeze"), spelt("start"), spelt("end"), spelt("categories")),
        spelt("time zone, description, location"),
        {"uid": "uid", "description": "reason", "location": "", "categories": ""},
    ),
    Source(
        "Microsoft Project",
        "activities",
        (
            spelt(
                "task name, name, vorgangsname, nom de la tâche, nombre de tarea, nome da tarefa, "
                "nome attività"
            ),
            spelt("duration, dauer, durée, duración, duração, durata"),
            spelt(
                "predecessors, vorgänger, prédécesseurs, predecesoras, predecessoras, predecessori, "
                "outline level"
            ),
        ),
        spelt(
            """
            id, unique id, task mode, active, start, finish, resource names, outline level, wbs, notes,
            complete, ressourcennamen, anfang, ende, début, fin, comienzo, início, término"""
        ),
        {
            "task name": "title",
            "name": "title",
            "vorgangsname": "title",
            "nom de la tache": "title",
            "nombre de tarea": "title",
            "nome da tarefa": "title",
            "nome attivita": "title",
            "resource names": "players",
            "ressourcennamen": "players",
            "anfang": "start",
            "comienzo": "start",
            "termino": "finish",
            "active": "",
            "task mode": "",
            "notes": "instructions",
            "unique id": "",
        },
    ),
)
