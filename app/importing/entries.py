"""Lists of windows that name freezes among them: which entry is which, told by its words in a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.importing.mapping import Mapping
from app.importing.table import Table
from app.importing.words import plain

ENTRY = "entry"
"""The field that says whether an entry of such a list is a window or a freeze."""
HEADER, WINDOW, FREEZE = "Entry", "Window", "Freeze"
_NAMED = 3
_FREEZE = re.compile(
    r"\b(?:freeze|freezes|frozen|blackouts?|moratori\w*|embargo|no[ -]changes?|changes? ?stopp?|"
    r"change[ -]?sperre|einfrieren|eingefroren|einfrierung|änderungss(?:topp?|perre)|gel|veda|"
    r"congelaci\w*|congelad[oa]s?|congelamento|congelamiento|congélation|blocco|zamroż\w*|blokada|dondur\w*)\b",
    re.IGNORECASE,
)
_CATEGORIES = frozenset(
    plain(one)
    for one in ("categories", "category", "kategorien", "kategorie", "catégories", "categorías", "categorias")
)


def says_freeze(words: str) -> bool:
    """Whether an entry's own words call it a freeze."""
    return _FREEZE.search(words) is not None


def with_entries(table: Table, mapping: Mapping) -> Table:
    """A list of windows with a column more, where some of its entries, not most, call themselves freezes.

    The column and a warning say which are which; every other list stays as it is.
    """
    titles = mapping.headers_of("title")
    if mapping.kind != "windows" or not titles or ENTRY in mapping.columns.values():
        return table
    places = table.positions()
    telling = [place for header in places if _tells(header, titles) for place in places[header]]
    freezes = [says_freeze(" ".join(row[place] for place in telling)) for row in table.rows]
    count = sum(freezes)
    if not 0 < count <= len(freezes) / 2:
        return table
    rows = [
        (*row, FREEZE if is_freeze else WINDOW) for row, is_freeze in zip(table.rows, freezes, strict=True)
    ]
    at = table.headers.index(titles[0])
    named = list(dict.fromkeys(row[at] for row in rows if row[-1] == FREEZE))
    return replace(
        table,
        headers=(*table.headers, HEADER),
        rows=rows,
        warnings=(*table.warnings, _told(count, len(rows), named)),
    )


def _tells(header: str, titles: Sequence[str]) -> bool:
    return header in titles or plain(header) in _CATEGORIES


def _told(count: int, rows: int, named: Sequence[str]) -> str:
    names = ", ".join(f"“{' '.join(name.split())[:60]}”" for name in named[:_NAMED])
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    verb = "calls itself a freeze" if count == 1 else "call themselves freezes"
    they_are = "It is no window" if count == 1 else "They are no windows"
    return (
        f"{count} of the {rows:,} entries {verb}: {names}{more}. {they_are}: import this list "
        f"once more as a list of freezes, or say under “Words of the list” that {FREEZE} means a window."
    )
