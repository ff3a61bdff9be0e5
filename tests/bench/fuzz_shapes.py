"""Made-up lists in the shapes that programs export, as texts, calendars and workbooks, for worsening."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

from tests.app.importing.mutations import damaged

_WORDS = (
    "Till", "print twice", "Größe prüfen", "l'écran clignote", "Nómina", "Forlì", "źle liczona", "Şule",
    "夜間バッチ", "发票", "Счёт", "renew, then check", "line one\nline two", "",
)  # fmt: skip
_DAYS = (
    "2026-02-17 16:12", "17.02.2026 16:12", "02/17/2026 04:12 PM", "Fr 20.02.26 22:00", "Mon 1/20/25",
    "2026-02-17T16:00:00Z", "17/févr./26 7:31 PM", "1782921599420", "", "soon",
)  # fmt: skip
_DURATIONS = ("2 h", "3 sa", "90 dk", "1 day", "2 sem", "0", "1:30", "45 min", "5d?", "2 ehrs", "", "long")
_LINKS = (
    "1",
    "1FS+30m",
    "2EA+30 Min.",
    "1;2SS",
    "A110: FS 2d, A100: SS",
    "Step 1",
    "Blocks #3, #4",
    "null",
    "",
)
_PEOPLE = ("Ana Ruiz", "[Ana Ruiz, Bo Li]", "Ana[50%];Bo", "ana@x.example", "nobody", "[]", "")
_STATES = ("New", "In Bearbeitung", "Terminé", "Concluído", "SUCCESS", "triggered", "新規", "Odd", "")

_SHAPES: tuple[str, ...] = (
    "#|Project|Tracker|Status|Subject|Author|Assignee|Updated|Target version|Due date|Related issues",
    "#|プロジェクト|トラッカー|ステータス|題名|作成者|担当者|更新日|期日|関連するチケット",
    "№|Проект|Трекер|Статус|Тема|Автор|Назначена|Обновлено",
    "ID|Work Item Type|Title|Assigned To|State|Tags|Created Date|Iteration Path|Parent",
    "Bug ID|Product|Component|Assignee|Status|Resolution|Summary|Changed",
    "number|title|user|state|created_at|merged_at|labels|milestone|body",
    "Title|Description|Issue ID|URL|State|Author|Assignee|Due Date|Created At (UTC)|Labels",
    "Task ID|Task Name|Task Content|Status|Date Created|Assignees|Tags|Parent ID|List Name",
    "ID|Team|Title|Status|Estimate|Creator|Assignee|Created|Completed|Canceled|Parent issue",
    "Issue key|Issue id|Summary|Status|Assignee|Created|Updated|Parent|Parent key|Fix versions",
    "ID|Active|Task Mode|Name|Duration|Start|Finish|Predecessors|Outline Level|Resource Names|Notes",
    "Nr.|Vorgangsname|Dauer|Anfang|Ende|Vorgänger|Ressourcennamen",
    "Görev Adı|Başlangıç|Bitiş|Süre|Öncüller|Sorumlu",
    "Step #|Activity|Owner|Planned Start (UTC)|Planned End (UTC)|Duration (h)|Depends On|Go/No-Go",
    "Ebene|Datum und Uhrzeit|Quelle|Ereignis-ID|Aufgabenkategorie|Computer|Message",
    "NODE|EVENT|DATE|TIME|SERIAL_NUM|EVENT_KIND|SUBJ_PRIME|ACTION|RESULT|OBJ_PRIME",
    "incident_number|title|created_at|status|incident_key|service|urgency",
    "hostname|ip_address|os|environment|owner|application|status",
    "Anwendung|Kritikalität|Verantwortliches Team|Fachverantwortlicher|Server",
    "Display name|User principal name|First name|Last name|Department",
    "Issue key|Build Number|Branch|Commit|Agent|Result|Finished|Artifact SHA256",
    "Change|Environment|Version|Deployed At|Deployed By|Outcome",
)
_RULE_PARTS = (
    "INTERVAL=2", "INTERVAL=0", "COUNT=3", "COUNT=-1", "UNTIL=20261231T000000Z", "UNTIL=20250101",
    "BYDAY=2TU", "BYDAY=MO,FR", "BYMONTHDAY=30", "BYMONTHDAY=-1", "BYMONTH=2", "BYMONTH=13", "BYSETPOS=-1",
    "BYSETPOS=9", "BYWEEKNO=53", "BYYEARDAY=366", "BYHOUR=25", "BYHOUR=3", "WKST=SU",
)  # fmt: skip
_ALIKE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("date|start|finish|created|updated|changed|due|anfang|ende|datum|日|baslangic|bitis|обновлено", _DAYS),
    ("duration|dauer|süre|estimate", _DURATIONS),
    ("predecessors|vorgänger|öncüller|depends|parent|related|関連", _LINKS),
    ("assign|owner|author|creator|user|担当|resource|ressource|sorumlu|people", _PEOPLE),
    ("status|state|result|outcome|ステータス|статус", _STATES),
)


def shaped(chance: random.Random) -> tuple[list[str], list[list[str]]]:
    """The headers of a program's list, and made-up rows of it that all have content."""
    headers = chance.choice(_SHAPES).split("|")
    rows = [
        [f"{place}" if column == 0 else _cell(header, chance) for column, header in enumerate(headers)]
        for place in range(1, chance.randint(6, 30))
    ]
    return headers, rows


def _cell(header: str, chance: random.Random) -> str:
    if chance.random() < 0.1:
        return chance.choice(_WORDS)
    lower = header.lower()
    if lower.endswith((" id", "_id", "number", "key")):
        return chance.choice(("10001", f"T-{chance.randrange(40)}", str(chance.randrange(40)), ""))
    for names, cells in _ALIKE:
        if any(name in lower for name in names.split("|")):
            return chance.choice(cells)
    return chance.choice(_WORDS)


def workbook(chance: random.Random) -> bytes:
    """A list as a workbook; half of them with a damaged part inside or out."""
    import openpyxl

    headers, rows = shaped(chance)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    if chance.random() < 0.3:
        sheet.append(["Report", "of the day"])
    for row in (headers, *rows):
        sheet.append(row)
    for change in chance.sample(_SHEET_CHANGES, chance.randint(0, 2)):
        change(sheet, chance)
    out = io.BytesIO()
    book.save(out)
    data = out.getvalue()
    accident = chance.random()
    if accident < 0.25:
        return damaged(data, chance)
    return _worse_member(data, chance) if accident < 0.5 else data


def _merged(sheet: object, chance: random.Random) -> None:
    sheet.merge_cells("A1:B2")  # type: ignore[attr-defined]


def _typed(sheet: object, chance: random.Random) -> None:
    for value in (3.5, True, 46_070.5, "=1/0", "#REF!", 10**18, None):
        sheet.cell(chance.randint(3, 7), chance.randint(1, 5), value)  # type: ignore[attr-defined]


def _far_away(sheet: object, chance: random.Random) -> None:
    sheet.cell(chance.choice((400, 3_000)), chance.choice((3, 60)), "far")  # type: ignore[attr-defined]


_SHEET_CHANGES: tuple[Callable[[object, random.Random], None], ...] = (_merged, _typed, _far_away)


def _worse_member(data: bytes, chance: random.Random) -> bytes:
    """The workbook with one of its parts damaged, emptied or missing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        chosen = chance.choice(names)
        for name in names:
            part = old.read(name)
            if name == chosen:
                accident = chance.randrange(4)
                if accident == 0:
                    continue
                part = b"" if accident == 1 else damaged(part, chance)
            new.writestr(name, part)
    return out.getvalue()


def calendar(chance: random.Random) -> bytes:
    """A calendar with rules, added and excluded dates, moved ones and odd ones; half of them damaged."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Made up//EN"]
    for number in range(chance.randint(1, 4)):
        lines += _event(number, chance)
    text = "\r\n".join([*lines, "END:VCALENDAR", ""])
    return damaged(text.encode(), chance) if chance.random() < 0.5 else text.encode()


def _event(number: int, chance: random.Random) -> list[str]:
    zone = chance.choice(
        ("", ";TZID=Europe/Berlin", ";TZID=No/Where", ";VALUE=DATE", ";TZID=America/New_York")
    )

    def moment() -> str:
        day = f"2026{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
        if zone == ";VALUE=DATE":
            return day
        return f"{day}T{chance.randint(0, 23):02d}0000" + ("" if zone else chance.choice(("", "Z")))

    start = moment()
    lines = [
        "BEGIN:VEVENT",
        f"UID:{number % 3}",
        f"SUMMARY:{chance.choice(_WORDS[:4])}",
        f"DTSTART{zone}:{start}",
    ]
    if chance.random() < 0.7:
        lines.append(
            chance.choice((f"DTEND{zone}:{moment()}", "DURATION:PT3H", "DURATION:P1D", "DURATION:-PT1H"))
        )
    if chance.random() < 0.6:
        lines.append("RRULE:" + _rule(chance))
    if chance.random() < 0.4:
        lines.append(f"RDATE{zone}:{moment()},{moment()}")
    if chance.random() < 0.3 and zone != ";VALUE=DATE":
        lines.append(f"RDATE;VALUE=PERIOD{zone}:{moment()}/PT2H,{moment()}/{moment()}")
    if chance.random() < 0.4:
        lines.append(f"EXDATE{chance.choice((zone, '', ';VALUE=DATE'))}:{chance.choice((start, moment()))}")
    if chance.random() < 0.2:
        lines.append(f"RECURRENCE-ID{zone}:{moment()}")
    if chance.random() < 0.1:
        lines.append(f"STATUS:{chance.choice(('CANCELLED', 'TENTATIVE'))}")
    return [*lines, "END:VEVENT"]


def _rule(chance: random.Random) -> str:
    often = chance.choice(("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY", "X"))
    return ";".join([f"FREQ={often}", *(part for part in _RULE_PARTS if chance.random() < 0.12)])
