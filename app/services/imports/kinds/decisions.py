"""Go/no-go points of plans without a column for them: told by what steps are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.importing.converting.rows import ImportRow
from app.importing.words.decisions import is_decision
from app.importing.words.spelling import shortened, spellings, spelt

_MARK = "is_go_no_go"
_SORTING = ("classification", "phase", "group")
"""Fields that may say of one step alone that it is a decision; of several, it is what they lead to."""
_SORTS = spelt(
    """
    type, task type, step type, activity type, milestone, kind, category, typ, aufgabentyp, meilenstein, art,
    jalon, type de tâche, tipo, tipo de tarea, hito, marco, tipo de tarefa, pietra miliare, rodzaj,
    kamień milowy, tür, kilometre taşı"""
)
"""Headers of columns without a field that say what sort of step each is."""
_MOST_TOLD = 5


def with_decisions(rows: Sequence[ImportRow]) -> tuple[list[ImportRow], list[str]]:
    """The steps of a plan with those marked that are called go/no-go points, and a sentence that names them.

    Where a column says of any whether it is, it alone counts.
    """
    if any(row.values.get(_MARK) is not None for row in rows):
        return list(rows), []
    counts = Counter((name, row.values.get(name)) for row in rows for name in _SORTING)
    marked = {row.row_number for row in rows if _is_called_so(row, counts)}
    found = [
        replace(row, values={**row.values, _MARK: True}) if row.row_number in marked else row for row in rows
    ]
    titles = [
        f'row {row.row_number} "{shortened(str(row.values.get("title")))}"'
        for row in found
        if row.values.get(_MARK)
    ]
    if not titles:
        return found, []
    more = f" and {len(titles) - _MOST_TOLD} more" if len(titles) > _MOST_TOLD else ""
    return found, [
        f"Taken for go/no-go points, as they are called so: {', '.join(titles[:_MOST_TOLD])}{more}."
    ]


def _is_called_so(row: ImportRow, counts: Counter[tuple[str, object]]) -> bool:
    if is_decision(str(row.values.get("title") or "")):
        return True
    alone = [str(row.values.get(name) or "") for name in _SORTING if counts[name, row.values.get(name)] == 1]
    sorts = [
        str(text)
        for header, text in dict(row.values.get("extra") or {}).items()
        if not _SORTS.isdisjoint(spellings(header))
    ]
    return any(map(is_decision, (*alone, *sorts)))
