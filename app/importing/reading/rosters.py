"""Rosters with a row a week and a column a duty, as a list of the people in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from app.importing.reading.delimited import Records
from app.importing.times.dates import DateReader
from app.importing.words.names_of_kinds import is_of_doers
from app.importing.words.spelling import plain, spellings, spelt
from app.importing.words.synonyms import SYNONYMS

HEADER = ("Full name", "Roles")
_PERIODS = spelt(
    """
    week, week of, week starting, week beginning, week commencing, week no, week number, calendar week, wk,
    date, day, from, start, period, month, kw, monat, mois, mes, mês, mese, miesiąc, ay, woche,
    kalenderwoche, datum, tag, ab, von, semaine, du, jour, semana, desde, fecha, data, dia, dal,
    settimana, giorno, od, tydzień, dzień, hafta, tarih, gün"""
)
_MONTHS = spelt("month, monat, mois, mes, mês, mese, miesiąc, ay")
_ENDS = spelt("to, end, until, bis, ende, au, fin, hasta, até, fim, al, fine, do, koniec, bitiş, week ending")
_NO_DUTIES = frozenset(
    {
        *SYNONYMS["state"], *SYNONYMS["predecessors"], *SYNONYMS["title"],
        *SYNONYMS["description"], *SYNONYMS["key"],
    }
)  # fmt: skip
_BESIDES = frozenset({*SYNONYMS["email"], *SYNONYMS["phone"]})
"""How to reach those who stand beside."""
_FOR_WHAT = frozenset({*SYNONYMS["applications"], *SYNONYMS["team"]})
"""What they are on duty for."""
_NOTES = spelt("notes, note, comment, comments, remarks, bemerkung, commentaire, notas, uwagi, notlar")
_WEEK = re.compile(r"^(?:\d{4} ?w|kw|week|wk|w|s|sem|semaine|semana|settimana|tydzien|tydz|hafta) ?(?=\d)")
_ON_CALL = re.compile(r"\bon ?call\b|bereitschaft|astreinte|guardia|plantao|sobreaviso|reperibil|dyzur|nobet")
"""What duties are called whose people need not come again to be known as such."""
_LEAST_DUTIES = 2
_LOOKED_AT = 50
_LEAST_REPEATED = 0.3
_DAYS = DateReader("dmy", "UTC")


def with_people_of_a_roster(parsed: Records) -> Records:
    """The people of a roster, each once with the columns under which they stand as their roles.

    Any other list is given back as it is.
    """
    if len(parsed.records) < 3:
        return parsed
    header, rows = parsed.records[0], [row for row in parsed.records[1:] if any(map(str.strip, row))]
    words = [set(spellings(name)) for name in header]
    if (
        not words
        or not _PERIODS & words[0]
        or any(_NO_DUTIES & one and not _NOTES & one for one in words[1:])
    ):
        return parsed
    duties = [
        place
        for place, one in enumerate(words)
        if place
        and header[place].strip()
        and not one & (_PERIODS | _ENDS | _NOTES | _BESIDES)
        and not (one & _FOR_WHAT and not all(map(_is_a_person, _people(rows, [place]))))
        and not all(map(_is_a_way_to_reach, _people(rows, [place])))
    ]
    if any(_BESIDES & one for one in words) and any(is_of_doers(header[place]) for place in duties):
        return parsed  # of those who are called so the list says how to reach them
    least = 0.0 if any(map(_ON_CALL.search, map(plain, header[1:]))) else _LEAST_REPEATED
    if (
        len(duties) < _LEAST_DUTIES
        or not _is_roster(rows[:_LOOKED_AT], duties, header[0], least)
        or not _is_roster(rows, duties, header[0], least)
    ):
        return parsed
    people = _people(rows, duties)
    roles: dict[str, dict[str, None]] = {name: {} for name in people}
    for row in rows:
        for place in duties:
            if name := _cell(row, place):
                roles[name][header[place].strip()] = None
    made = [[name, "; ".join(said)] for name, said in roles.items()]
    told = (
        f"The list is a roster of {len(rows)} periods: the {len(made)} people in it come in, with their "
        "columns as roles; when each is on duty is not kept."
    )
    return Records(parsed.delimiter, [list(HEADER), *made], len(HEADER), 1.0, (*parsed.warnings, told))


def _is_roster(rows: Sequence[Sequence[str]], duties: Sequence[int], header: str, least: float) -> bool:
    return _are_periods(rows, header) and _are_people(_people(rows, duties), least)


def _people(rows: Sequence[Sequence[str]], duties: Sequence[int]) -> list[str]:
    return [cell for row in rows for place in duties if (cell := _cell(row, place))]


def _cell(row: Sequence[str], place: int) -> str:
    return " ".join(row[place].split()) if place < len(row) else ""


def _are_periods(rows: Sequence[Sequence[str]], header: str) -> bool:
    """Whether every first cell says a week or a date, and none twice."""
    cells = [_cell(row, 0) for row in rows]
    said = [_WEEK.sub("", plain(cell)) for cell in cells]
    if _MONTHS & set(spellings(header)):
        return len(set(cells)) == len(cells)
    are_dates = all(_DAYS.day(cell.split(" - ")[0]) is not None for cell in cells)
    return len(set(cells)) == len(cells) and (are_dates or all(one.isdecimal() for one in said))


def _are_people(names: Sequence[str], least: float) -> bool:
    """Whether these are names: of two words or three without digits, and at least this share of them more
    than once."""
    counts = Counter(names)
    repeated = sum(1 for count in counts.values() if count > 1)
    return bool(names) and all(map(_is_a_person, counts)) and repeated >= least * len(counts)


def _is_a_person(name: str) -> bool:
    return 1 < len(name.split()) < 4 and not any(letter.isdigit() for letter in name)


def _is_a_way_to_reach(cell: str) -> bool:
    return "@" in cell or (any(map(str.isdecimal, cell)) and not any(map(str.isalpha, cell)))
