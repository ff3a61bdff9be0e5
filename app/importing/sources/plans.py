"""Cutover plans and calendars, as Excel and calendar programs export them."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

PLANS: tuple[Source, ...] = (
    Source(
        "Cutover plan",
        "activities",
        (
            spelt("activity, task, task name, activity name, step"),
            spelt(
                "workstream, phase group, phase, predecessors, cutover phase, responsible, executor, duration"
            ),
            spelt(
                "expected start date, expected end date, planned start, start, start time, duration, "
                "planned end, finish"
            ),
        ),
        spelt(
            "workstream, phase group, task classification, application, status, responsible, people, "
            "description and notes, expected end date, comments, executor"
        ),
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
        "Primavera P6",
        "activities",
        (
            spelt("activity id"),
            spelt("activity name"),
            spelt("activity status, original duration, original duration h, original duration d, wbs code"),
        ),
        spelt(
            "start, finish, predecessors, resources, remaining duration, total float, budgeted units, "
            "delete this row, wbs name, actual start, actual finish, resource names"
        ),
    ),
    Source(
        "GanttProject",
        "activities",
        (
            spelt("name, nome, nom, nombre, nazwa"),
            spelt(
                "begin date, anfang, beginn, data d'inizio, date de début, fecha de inicio, data de início, "
                "data rozpoczęcia"
            ),
            spelt("end date, ende, data di fine, date de fin, fecha de fin, data de fim, data zakończenia"),
            spelt(
                "completion, abgeschlossen, fertigstellung, completamento, avancement, avancée, "
                "finalización, progreso, "
                "conclusão, zakończono"
            ),
            spelt("duration, dauer, durata, durée, duración, duração, czas trwania"),
        ),
        spelt(
            "id, coordinator, predecessors, outline number, resources, web link, notes, task color, cost, "
            "assignments, koordinator, gliederungsnummer, ressourcen, vorgänger, kosten, notizen"
        ),
        {
            "id": "source_id",
            **dict.fromkeys(spelt("name, nome, nom, nombre, nazwa"), "title"),
            "begin date": "start",
            "end date": "finish",
            **dict.fromkeys(
                spelt(
                    "coordinator, koordinator, coordinateur, coordinador, coordinatore, coordenador, "
                    "koordynator"
                ),
                "responsible",
            ),
            "notes": "instructions",
            "web link": "",
            "assignments": "",
        },
    ),
    Source(
        "Microsoft Project",
        "activities",
        (
            spelt(
                "task name, name, nom, nombre, nome, nazwa, vorgangsname, "
                "taaknaam, nom de la tâche, nombre de tarea, nome da tarefa, "
                "nome attività, nazwa zadania, görev adı, タスク名, 任务名称, название задачи"
            ),
            spelt(
                "duration, dauer, durée, duración, duração, durata, czas trwania, süre, duur, 期間, 工期, "
                "длительность"
            ),
            spelt(
                "predecessors, vorgänger, prédécesseurs, predecesoras, predecessoras, antecessoras, "
                "predecessori, "
                "voorafgaande taken, poprzedniki, poprzednicy, öncüller, outline level, 先行タスク, "
                "前置任务, предшественники"
            ),
        ),
        spelt(
            """
            id, unique id, task mode, active, start, finish, resource names, outline level, wbs, notes,
            complete, ressourcennamen, anfang, ende, début, fin, comienzo, início, término, inizio, fine,
            noms ressources, nombres de los recursos, nomes dos recursos, nomi risorse, nazwy zasobów,
            kaynak adları, rozpoczęcie, zakończenie, başlangıç, bitiş, 開始日, 終了日, リソース名, 开始时间,
            完成时间, 资源名称, начало, окончание, названия ресурсов"""
        ),
        {
            "task name": "title",
            "taaknaam": "title",
            "duur": "duration_minutes",
            "voorafgaande taken": "predecessors",
            "begindatum": "start",
            "einddatum": "finish",
            "resourcenamen": "players",
            **dict.fromkeys(spelt("name, nom, nombre, nome, nazwa"), "title"),
            "vorgangsname": "title",
            "nom de la tache": "title",
            "nombre de tarea": "title",
            "nome da tarefa": "title",
            "nome attivita": "title",
            "nazwa zadania": "title",
            "gorev adi": "title",
            **dict.fromkeys(spelt("タスク名, 任务名称, название задачи"), "title"),
            **dict.fromkeys(spelt("期間, 工期, длительность"), "duration_minutes"),
            **dict.fromkeys(spelt("poprzedniki, 先行タスク, 前置任务, предшественники"), "predecessors"),
            **dict.fromkeys(spelt("開始日, 开始时间, начало, rozpoczęcie, inizio"), "start"),
            **dict.fromkeys(spelt("終了日, 完成时间, окончание, zakończenie"), "finish"),
            **dict.fromkeys(spelt("リソース名, 资源名称, названия ресурсов"), "players"),
            **dict.fromkeys(spelt("標識番号, 标识号, ид, идентификатор"), "source_id"),
            "resource names": "players",
            "ressourcennamen": "players",
            "anfang": "start",
            "comienzo": "start",
            "termino": "finish",
            "active": "",
            "task mode": "",
            "notes": "instructions",
        },
    ),
)
