"""Lists whose days and clock times stand in columns apart, given one column for each whole time.

Calendars exported by Outlook and Google, and many forms kept by hand, have "Start Date" and "Start Time".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from app.importing.delimited import Records
from app.importing.source import spelt
from app.importing.words import spellings

_PAIRS: tuple[tuple[str, str, str], ...] = (
    ("start date", "start time", "Start"),
    ("end date", "end time", "End"),
    ("finish date", "finish time", "Finish"),
    ("begin date", "begin time", "Start"),
    ("planned start date", "planned start time", "Planned start"),
    ("planned end date", "planned end time", "Planned end"),
    ("beginnt am", "beginnt um", "Start"),
    ("endet am", "endet um", "End"),
    ("startdatum", "startzeit", "Start"),
    ("enddatum", "endzeit", "End"),
    ("date de debut", "heure de debut", "Start"),
    ("date de fin", "heure de fin", "End"),
    ("fecha de comienzo", "hora de comienzo", "Start"),
    ("fecha de comienzo", "comienzo", "Start"),
    ("fecha de finalizacion", "finalizacion", "End"),
    ("fecha de inicio", "hora de inicio", "Start"),
    ("fecha de finalizacion", "hora de finalizacion", "End"),
    ("fecha de fin", "hora de fin", "End"),
    ("data de inicio", "hora de inicio", "Start"),
    ("data de termino", "hora de termino", "End"),
    ("data de fim", "hora de fim", "End"),
    ("data inizio", "ora inizio", "Start"),
    ("data di inizio", "ora di inizio", "Start"),
    ("data fine", "ora fine", "End"),
    ("data di fine", "ora di fine", "End"),
    ("data rozpoczecia", "czas rozpoczecia", "Start"),
    ("data rozpoczecia", "godzina rozpoczecia", "Start"),
    ("data zakonczenia", "czas zakonczenia", "End"),
    ("data zakonczenia", "godzina zakonczenia", "End"),
    ("baslangic tarihi", "baslangic saati", "Start"),
    ("bitis tarihi", "bitis saati", "End"),
    ("startdatum", "starttijd", "Start"),
    ("einddatum", "eindtijd", "End"),
)
"""Plain headers of a day and of a clock time, and what their whole is called."""


_BEGINNINGS = spelt("début, start, beginn, inicio, comienzo, início, inizio, początek, başlangıç")
_ENDS = spelt("fin, end, ende, fim, término, fine, koniec, bitiş")
_CLOCK = re.compile(r"^\s*\d{1,2}[:.h]\d{2}")


def with_whole_times(parsed: Records) -> Records:
    """A list with a day and a clock time in two columns, with one for both in front.

    Any other list is given back as it is, and so is one with a column that is called as the whole would be.
    """
    if not parsed.records:
        return parsed
    header = [spellings(name) for name in parsed.records[0]]
    found: dict[str, tuple[int, int]] = {}
    for day, clock, whole in _PAIRS:
        first, second = _place_of(header, day), _place_of(header, clock)
        if first is not None and second is not None and _place_of(header, whole.lower()) is None:
            found.setdefault(whole, (first, second))
    for place, whole in _doubled(header):
        if _CLOCK.match(_first_filled(parsed.records, place + 1)):
            found.setdefault(whole, (place, place + 1))
    if not found:
        return parsed
    rows = [[*found, *parsed.records[0]]]
    for record in parsed.records[1:]:
        joined = [_joined(record, *places) for places in found.values()]
        rows.append([*joined, *record] if record else [])
    return Records(parsed.delimiter, rows, parsed.width + len(found), parsed.regularity, parsed.warnings)


def _doubled(header: list[tuple[str, ...]]) -> Iterator[tuple[int, str]]:
    """Places of days whose clock times stand beside them under the same name, and what is begun or ended."""
    for place, (names, after) in enumerate(pairwise(header)):
        if names and names == after:
            for words, whole in ((_BEGINNINGS, "Start"), (_ENDS, "End")):
                if words & set(names):
                    yield place, whole


def _first_filled(records: list[list[str]], place: int) -> str:
    return next((row[place] for row in records[1:] if place < len(row) and row[place].strip()), "")


def _joined(record: list[str], day: int, clock: int) -> str:
    return " ".join(record[place].strip() for place in (day, clock) if place < len(record)).strip()


def _place_of(header: list[tuple[str, ...]], words: str) -> int | None:
    return next((place for place, names in enumerate(header) if words in names), None)
