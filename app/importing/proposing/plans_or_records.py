"""Plans told from lists of changes and of things that happened, which have times as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.importing.cells.keys_within import names_a_key
from app.importing.proposing.guess import Cells
from app.importing.proposing.nameless import KEY
from app.importing.proposing.passing import known_as_lines
from app.importing.times.dates import DateReader
from app.importing.times.orders import is_numeric_date
from app.importing.words.names_of_kinds import names_one
from app.importing.words.of_records import names_a_change, put_in_front, told_by_keys
from app.importing.words.spelling import spellings, spelt

_OF_A_SEQUENCE = ("predecessors", "actual_start", "actual_finish", "phase")
_CLOSED_AS = spelt(
    """
    close code, closure code, closing code, resolution code, root cause, abschlusscode, lösungscode, ursache,
    code de fermeture, code de clôture, cause racine, clave cierre, clave de cierre, código de cierre, causa
    raíz, código de fechamento, código de encerramento, causa raiz, codice di chiusura, causa radice, kod
    zamknięcia, przyczyna źródłowa, kapatma kodu, kapanış kodu, kök neden"""
)
"""Headers of how and why records were closed, which no step of a plan is."""
_TIMES = ("start", "finish", "day")
_BY_THEIR_TIMES = ("windows", "incidents", "activities")
_MOST = 0.5
_LONGEST_PLAN_DAYS = 31
_DATES = DateReader("dmy", "UTC")


def are_records(columns: Mapping[str, str], headers: Sequence[str], cells_of: Cells) -> bool:
    """Whether what could be the steps of a plan are changes, one a row, or happened on days of many months.

    `columns` has the header of each field of an activity. What says how long a step takes or what it waits
    for, or calls it a step, is a plan; so is what says when each ends, but for a list that has its changes in
    front, each in one row.
    """
    change = columns.get("change_key", "")
    changes = cells_of(change) if change else []
    are_apart = len(changes) > 1 and len(set(changes)) == len(changes)
    if _is_sequence(columns, headers):
        return False
    if any(not _CLOSED_AS.isdisjoint(spellings(header)) for header in headers):
        return True
    if are_apart and are_texts(changes):
        return True
    if "duration_minutes" in columns:
        return False
    if are_apart and ("finish" not in columns or _is_in_front(change, columns, headers)):
        return True
    if "finish" in columns:
        return False
    days = cells_of(columns["day"]) if "day" in columns else []
    known = [day for cell in days if not is_numeric_date(cell) and (day := _DATES.day(cell.strip()))]
    return bool(known) and (max(known) - min(known)).days > _LONGEST_PLAN_DAYS


def are_changes(kind: str, columns: Mapping[str, str], headers: Sequence[str], cells_of: Cells) -> bool:
    """Whether what could be windows or incidents by their times alone, or steps of which none waits for
    another, are changes: a column of these, or of keys as changes have, stands in front, but for numbers of
    the lines, with a key of its own in each row.

    `columns` has the header of each field of that kind.
    """
    front = next((one for one in headers if not put_in_front(one) and not known_as_lines(one)), "")
    if kind not in _BY_THEIR_TIMES or (kind == "activities" and _is_sequence(columns, headers)):
        return False
    keys = [cell.strip() for cell in cells_of(front)] if front else []
    if not names_a_change(front) and told_by_keys("", keys) != "changes":
        return False
    built = sum(map(bool, map(KEY.match, keys)))
    return built > 1 and built > _MOST * len(keys) and len(set(keys)) == len(keys)


def are_texts(cells: Sequence[str]) -> bool:
    """Whether a column called by changes says in words what each is, and so has no keys of others."""
    return bool(cells) and all(" " in cell.strip() and not names_a_key(cell) for cell in cells)


def _is_sequence(columns: Mapping[str, str], headers: Sequence[str]) -> bool:
    """Whether a list has what only a plan has: what waits for what, when it was really done, or steps."""
    return any(field in columns for field in _OF_A_SEQUENCE) or any(
        names_one("activities", header) for header in headers
    )


def _is_in_front(header: str, columns: Mapping[str, str], headers: Sequence[str]) -> bool:
    """Whether no column with a field of an activity stands before this one, but for times put together."""
    times = {columns[field] for field in _TIMES if field in columns}
    before = list(headers)[: list(headers).index(header)]
    return not (set(before) & set(columns.values())) - times
