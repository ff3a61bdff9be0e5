"""Cells that name several records where a record has but one: the first is meant, and that is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.importing.converting.rows import ImportRow
from app.services.imports.matches import told_list
from app.services.imports.names import Directory

_BETWEEN = re.compile(r"\s*[,;|\n]\s*|\s+[&+/]\s+")


def first_of_several(
    rows: Sequence[ImportRow], field: str, words: str, directory: Directory
) -> tuple[list[ImportRow], tuple[str, ...]]:
    """The rows with one name under `field`, and a sentence about those that named several.

    Several are named where the register does not have the text as it is, and has each of its parts; anything
    else is one name. `words` is what such records are called.
    """
    meant = {said: _first(said, directory) for said in {_said(row, field) for row in rows}}
    several = [said for said, first in meant.items() if said != first]
    if not several:
        return list(rows), ()
    found = [
        replace(row, values={**row.values, field: meant[said]}) if (said := _said(row, field)) else row
        for row in rows
    ]
    told = f"More than one {words} where there is but one: {told_list(sorted(several))}; the first is taken."
    return found, (told,)


def _said(row: ImportRow, field: str) -> str:
    said = row.values.get(field)
    return said if isinstance(said, str) else ""


def _first(said: str, directory: Directory) -> str:
    parts = [part for part in _BETWEEN.split(said) if part]
    if len(parts) < 2 or directory.knows(said):
        return said
    ids = {directory.id_of(part) for part in parts}
    return parts[0] if None not in ids and len(ids) > 1 else said
