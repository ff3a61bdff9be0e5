"""Lists of windows and outages that say how long each lasts instead of when it ends,
given a column for that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.proposing.composed import field_composed
from app.importing.proposing.composed_times import time_composed
from app.importing.reading.delimited import Records
from app.importing.reading.places import cell_at, cells_at
from app.importing.reading.recurring import RULE
from app.importing.times.spans import is_clock
from app.importing.words.durations import minutes_in, minutes_of
from app.importing.words.names_of_kinds import names_one
from app.importing.words.of_records import names_a_window, tells_of_an_outage
from app.importing.words.spelling import plain, spellings
from app.importing.words.synonyms import SYNONYMS

START, END = "Start", "End"
_CLOCKS = frozenset({"time", "uhrzeit", "zeit", "hora", "heure", "ora", "godzina", "godz", "saat", "horario"})
"""What clocks show when something starts, where it has a length."""
_STARTS = frozenset((*SYNONYMS["starts_at"], *SYNONYMS["started_at"]))
_ENDS = frozenset((*SYNONYMS["ends_at"], *SYNONYMS["ended_at"]))
_LENGTHS = frozenset((*SYNONYMS["duration_minutes"], *SYNONYMS["expected_downtime_minutes"]))
_OF_A_PLAN = frozenset(SYNONYMS["predecessors"])
_IN_MINUTES = re.compile(r"\b(?:min|mins|minutes?|minuten|minutos?|minuti|minuty|dk|dakika)$")
_BARE = re.compile(r"^\d+(?:[.,]\d+)?$")
_SAMPLED = 300
_LEAST_SHARE = 0.8
_LONGEST_MINUTES = 9_999
"""More is no length of a window, and no distance that a cell can say."""


def with_ends_by_length(parsed: Records) -> Records:
    """A list of windows or outages with a start and a length of each, and no end, with `END` in front: its
    cells say how long after the start, which is put there, too,
    where only a clock tells it. Any other list is given back as it is, and so is one whose lengths do
    not tell what they count."""
    if len(parsed.records) < 2 or not _is_of_spans(parsed.records[0]):
        return parsed
    header, rows = parsed.records[0], parsed.records[1:]
    length, clock = _length_of(header, rows), _clock_of(header, rows)
    start = _place_of(header, _STARTS, 0) if clock is None else clock
    if length is None or start is None or _place_of(header, _ENDS, 1) is not None:
        return parsed
    names = [END] if clock is None else [START, END]
    made = [
        [
            *([] if clock is None else [cell_at(row, clock)]),
            _after(cell_at(row, length), header[length]),
            *row,
        ]
        if row
        else []
        for row in rows
    ]
    width = parsed.width + len(names)
    return Records(parsed.delimiter, [[*names, *header], *made], width, parsed.regularity, parsed.warnings)


def _is_of_spans(header: Sequence[str]) -> bool:
    """Whether a header is of a window or an outage, and none of a plan or of windows that recur."""
    if RULE in header or not any(names_a_window(one) or tells_of_an_outage(one) for one in header):
        return False
    return not any(names_one("activities", one) or _OF_A_PLAN & set(spellings(one)) for one in header)


def _clock_of(header: Sequence[str], rows: Sequence[list[str]]) -> int | None:
    """The first column called a time of day, and no more, that holds nothing else."""
    for place, name in enumerate(header):
        cells = cells_at(rows[:_SAMPLED], place) if _CLOCKS & set(spellings(name)) else []
        if cells and all(map(is_clock, cells)):
            return place
    return None


def _length_of(header: Sequence[str], rows: Sequence[list[str]]) -> int | None:
    """The first column that is called a length, nearly all of whose cells are one, in units that are told."""
    for place, name in enumerate(header):
        if not _LENGTHS & set(spellings(name)):
            continue
        cells = cells_at(rows[:_SAMPLED], place)
        known = [cell for cell in cells if minutes_of(cell) is not None]
        is_told = minutes_in(name) != 1 or bool(_IN_MINUTES.search(plain(name)))
        if not is_told and any(_BARE.match(cell.strip()) for cell in known):
            continue
        if known and len(known) >= _LEAST_SHARE * len(cells):
            return place
    return None


def _place_of(header: Sequence[str], words: frozenset[str], end: int) -> int | None:
    fields = ("starts_at", "ends_at")[end], ("started_at", "ended_at")[end]
    return next(
        (
            place
            for place, name in enumerate(header)
            if words & set(spellings(name))
            or field_composed(name, "windows") == fields[0]
            or fields[1] in (field_composed(name, "incidents"), time_composed(name, "incidents")[0])
        ),
        None,
    )


def _after(cell: str, header: str) -> str:
    """How long after its start something ends, as cells say distances; "" for what is no length."""
    minutes = minutes_of(cell, minutes_in(header)) if cell.strip() else None
    return f"+{minutes} min" if minutes is not None and minutes <= _LONGEST_MINUTES else ""
