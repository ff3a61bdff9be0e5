"""Lists of windows and freezes together: which entry is which, told by a column or by its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.importing.mapping import Mapping
from app.importing.table import Table
from app.importing.words.spelling import plain, spellings, spelt
from app.importing.words.values import choose

CALENDAR = "calendar"
"""The kind of list that holds windows and freezes together."""
ENTRY = "entry"
"""The field that says whether an entry of such a list is a window or a freeze."""
HEADER, WINDOW, FREEZE = "Entry", "Window", "Freeze"
STRENGTH = "Strength"
_ENTRIES = {"window": WINDOW, "freeze": FREEZE}
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_NAMED = 3
_LEAST_SHARE = 0.5
_SPAN = {"starts_at", "ends_at"}
_FREEZE = re.compile(
    r"\b(?:(?!anti)\w*freezes?|frozen|blackouts?|moratori\w*|embargo|no[ -]changes?|changes? ?stopp?|"
    r"keine (?:änderungen|changes|deployments)|aucune? (?:changement|déploiement|mise en production)|"
    r"sin (?:cambios|despliegues)|sem (?:mudanças|implantações|deploys?)|nessun[ao]? (?:modifica|rilascio)|"
    r"(?:brak|bez|zakaz) (?:zmian|wdrożeń)|değişiklik (?:yok|yasağı)|"
    r"(?:change|deployment|release|produktions)[ -]?sperre|einfrieren|eingefroren|einfrierung|"
    r"änderungss(?:topp?|perre)|gel|veda|"
    r"congelaci\w*|congelad[oa]s?|congelamento|congelamiento|congélation|blocco|zamroż\w*|blokada|dondur\w*)\b",
    re.IGNORECASE,
)
_WINDOW = re.compile(
    r"\b(?:\w*windows?|maintenance|wartung\w*|\w*fenster|fenêtres?|ventanas?|janelas?|finestr[ae]|okn[oa]|"
    r"pencere\w*|bakım\w*|mantenimientos?|manutenç\w+|manutenzion[ei]|konserwac\w+|prace|patch\w*)\b",
    re.IGNORECASE,
)
_CATEGORIES = spelt("categories, category, kategorien, kategorie, catégories, categorías, categorias")
_SORTS = _CATEGORIES | spelt(
    """
    type, kind, entry, entry type, event type, type of event, type of entry, class, category, art, typ,
    ereignisart, art des ereignisses, eintragsart, type d événement, nature, tipo, clase, tipo de evento,
    tipo di evento, categoria, classe, genere, rodzaj, kategoria, typ wydarzenia, tür, tur, kategori,
    etkinlik türü, catégorie, categoría, calendar, window type, label"""
)
"""Headers of columns that say of what sort an entry is."""


def says_freeze(words: str) -> bool:
    """Whether an entry's own words call it a freeze."""
    return _FREEZE.search(words) is not None


def says_window(words: str) -> bool:
    """Whether an entry's own words call it a window, and not a freeze."""
    return not says_freeze(words) and _WINDOW.search(words) is not None


def entry_said(words: str) -> str:
    """What an entry's own words call it: `FREEZE`, `WINDOW`, or "" for neither."""
    return FREEZE if says_freeze(words) else WINDOW if says_window(words) else ""


def with_entries(table: Table, mapping: Mapping, *, by_words: bool = True) -> Table:
    """A list read as one of windows, with a column more where it holds freezes too: it says which are which.

    A column of sorts tells them where at least half of its cells speak of either; where there is none, with
    `by_words`, those that call themselves freezes are told from the others. A warning names them. Every other
    list stays as it is, also one whose sorts name no freeze.
    """
    fed = set(mapping.columns.values())
    if mapping.kind != "windows" or ENTRY in fed or not fed >= _SPAN:
        return table
    sorts = _Sorts.of(table)
    if sorts is not None:
        entries = sorts.entries(table) if sorts.names_freezes else None
    else:
        entries = _by_their_words(table, mapping.headers_of("title")) if by_words else None
    if entries is None:
        return table
    added = {HEADER: entries}
    if sorts is not None and STRENGTH not in table.headers and (said := sorts.strengths(table, entries)):
        added[STRENGTH] = said
    rows = [(*row, *more) for row, more in zip(table.rows, zip(*added.values(), strict=True), strict=True)]
    named = mapping.headers_of("title")[:1] or table.headers[:1]
    return replace(
        table,
        headers=(*table.headers, *added),
        rows=rows,
        warnings=(*table.warnings, _told(table, entries, named[0])),
        as_it_stands=False,
    )


@dataclass(frozen=True, slots=True)
class _Sorts:
    """The place of the column that says of each entry whether it is a window or a freeze, and whether it
    names freezes."""

    place: int
    names_freezes: bool

    @classmethod
    def of(cls, table: Table) -> _Sorts | None:
        """The first column of sorts that speaks of both in at least half of its filled cells; else the first
        that speaks of one so."""
        alone: _Sorts | None = None
        for place, header in enumerate(table.headers):
            if _SORTS.isdisjoint(spellings(header)):
                continue
            said = [_sort_said(row[place]) for row in table.rows if row[place].strip()]
            if not said or len(said) - said.count("") < _LEAST_SHARE * len(said):
                continue
            found = cls(place, FREEZE in said)
            if {WINDOW, FREEZE} <= set(said):
                return found
            alone = alone or found
        return alone

    def entries(self, table: Table) -> list[str]:
        """What each row's cell calls it; its own word where that is neither, "" where it is empty."""
        cells = (row[self.place].strip() for row in table.rows)
        return [_sort_said(cell) or cell for cell in cells]

    def strengths(self, table: Table, entries: Sequence[str]) -> list[str]:
        """The cells of freezes that say how strong these are; none where no cell calls one soft."""
        cells = [
            row[self.place] if entry == FREEZE else "" for row, entry in zip(table.rows, entries, strict=True)
        ]
        said = [choose("strength", cell) for cell in cells]
        is_told = "with_signatures" in said
        return [cell if one else "" for cell, one in zip(cells, said, strict=True)] if is_told else []


def _sort_said(cell: str) -> str:
    """What a cell of a column of sorts calls its entry; there a word is enough that says less elsewhere."""
    return entry_said(cell) or _ENTRIES.get(str(choose("entry", _BRACKETS.sub("", cell))), "")


def _by_their_words(table: Table, titles: Sequence[str]) -> list[str] | None:
    """Entries as titles and categories call them; None where not some are freezes and others windows.

    Where most are freezes, those that do not say so count as windows only where one of them says that.
    """
    places = table.positions()
    telling = [
        place
        for header in places
        if header in titles or plain(header) in _CATEGORIES
        for place in places[header]
    ]
    if not titles:
        return None
    words = [" ".join(row[place] for place in telling) for row in table.rows]
    entries = [FREEZE if says_freeze(one) else WINDOW for one in words]
    count = entries.count(FREEZE)
    if count > len(entries) / 2:
        entries = [entry_said(one) or FREEZE for one in words]
        count = entries.count(FREEZE)
    return entries if 0 < count < len(entries) else None


def _told(table: Table, entries: Sequence[str], title: str) -> str:
    at = table.headers.index(title)
    of_freezes = (row[at] for row, entry in zip(table.rows, entries, strict=True) if entry == FREEZE)
    named = list(dict.fromkeys(of_freezes))
    names = ", ".join(f"“{' '.join(name.split())[:60]}”" for name in named[:_NAMED])
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    count = entries.count(FREEZE)
    are = "is a freeze" if count == 1 else "are freezes"
    return (
        f"{count:,} of the {len(entries):,} entries {are}: {names}{more}. A list of windows and freezes "
        "brings both at once; “Words of the list” can say otherwise."
    )
