"""What a tracker's own column of categories says of its states: to do, in progress or done."""

from __future__ import annotations

from dataclasses import replace

from app.importing.mapping import Mapping
from app.importing.spool import chunks_of
from app.importing.table import Table
from app.importing.words.spelling import plain, plain_value, spellings, spelt
from app.importing.words.values import choose

_CATEGORY = spelt("""
    status category, state category, status status category, status status category name, statuskategorie,
    zustandskategorie, categoría de estado, categoría del estado, catégorie d'état, catégorie de statut,
    catégorie du statut, categoria de status, categoria do status, categoria de estado, categoria do estado,
    categoria stato, categoria di stato, categoria dello stato, kategoria statusu, kategoria stanu,
    durum kategorisi""")

_REVIEW = spelt(
    """
    review, überprüfen, überprüfung, revue, réviser, revoir, revisión, revisar, revisão, revisione, riesamina,
    rivedi, przegląd, przejrzyj, gözden geçir, incele"""
)
"""States after the work on a service desk, but while it lasts on a board."""

_BOARDS = ("Jira", "Azure DevOps", "Redmine", "GitHub", "GitLab", "YouTrack", "Trello", "ClickUp", "Linear")
"""Programs on whose boards a review is of the work, never of a change that was made."""

_DONE = spelt("listo, hecho, pronto, prêt, hazır")
"""Done, as the name of a category; as a state some of these are ready."""


def with_categories(table: Table, mapping: Mapping) -> Mapping:
    """The mapping with the desk's value for states that the list's column of categories explains: those not
    known, those called as their category is, and reviews, which are no end where it says they are none, nor
    on a board that shows no categories."""
    told = told_by_categories(table, mapping)
    if not told:
        return mapping
    settled = mapping.own_words("state")
    new = {word: value for word, (value, _) in told.items() if plain_value(word) not in settled}
    states = {**new, **mapping.value_maps.get("state", {})}
    return replace(mapping, value_maps={**mapping.value_maps, "state": states})


def told_by_categories(table: Table, mapping: Mapping) -> dict[str, tuple[str, str]]:
    """The words of the state column that a category explains, or that the program is a board, each with its
    value and the reason."""
    states = mapping.headers_of("state")
    categories = [header for header in table.headers if not _CATEGORY.isdisjoint(spellings(header))]
    if len(states) == 1 and not categories and mapping.source.startswith(_BOARDS):
        reviews = {cell.strip() for cell in table.cells(states[0]) if plain(cell) in _REVIEW}
        return dict.fromkeys(sorted(reviews), ("intake", "On a board, a review is of work that goes on."))
    if len(states) != 1 or len(categories) != 1:
        return {}
    places = table.positions()
    place, beside = places[states[0]][0], places[categories[0]][0]
    pairs = {(row[place].strip(), row[beside].strip()) for rows in chunks_of(table.rows) for row in rows}
    found: dict[str, set[str]] = {}
    for word, category in pairs:
        if word and category:
            found.setdefault(word, set()).add(category)
    alone = {word: named.pop() for word, named in sorted(found.items()) if len(named) == 1}
    return {
        word: (value, f'"{categories[0]}" says "{category}".')
        for word, category in alone.items()
        if (value := _value(word, category))
    }


def _value(word: str, category: str) -> str:
    """The value the category gives a state; "" where the state's own word says it better."""
    said = "closed" if plain(category) in _DONE else choose("state", category)
    known = choose("state", word)
    if not isinstance(said, str) or said == known:
        return ""
    is_better = known is None or plain(word) in _REVIEW or plain(word) == plain(category)
    return said if is_better else ""
