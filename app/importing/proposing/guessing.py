"""What each column of a list of one kind seems to mean, by its header and its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.fields import KEEPING, Field, field_named
from app.importing.mapping import Mapping
from app.importing.proposing.fitting import fit
from app.importing.proposing.guess import REMEMBERED, Guess
from app.importing.proposing.naming import fields_of_repeat, possible_fields
from app.importing.proposing.samples import Samples
from app.importing.proposing.times_beside import times_beside
from app.importing.sources.source import Source
from app.importing.words.concepts_things import CHANGE
from app.importing.words.concepts_traits import PLAN
from app.importing.words.names_of_kinds import is_of_databases
from app.importing.words.spelling import plain
from app.importing.words.values import choose

_LEVEL = re.compile(r"^(?:title|titel|titre|titulo|titolo|tytul|baslik) \d$")
_SURE = 1.0
_NOT_FITTING = 0.3
_OF_A_TWIN = 0.9
"""How sure a column is by its cells that is called something akin, as a share."""
_OF_EVERY_ROW = ("key", "title", "state")
_SELDOM_FILLED = 0.6
"""How well a column suits that should hold something in every row, and mostly does not."""
_HALF = 0.5


def guess_columns(
    samples: Samples, kind: str, source: Source, known: Mapping | None = None
) -> tuple[Guess, ...]:
    """A guess a column. Each field goes to the column that suits it best, but for those that collect several;
    a `known` mapping stands where its headers are there, also where their columns were to feed none."""
    headers = list(dict.fromkeys(samples.table.headers))
    candidates: list[tuple[float, int, str, str, str]] = []
    settled: dict[str, Guess] = {}
    paired = {header for pair in times_beside(headers, samples.of).items() for header in pair}
    for place, header in enumerate(headers):
        if known is not None and header in known.columns:
            settled[header] = Guess(header, known.columns[header], _SURE, REMEMBERED)
        if known is not None and header in known.settled:
            continue
        found = possible_fields(header, kind, source, is_paired=header in paired)
        if kind == "changes":
            found = (*found, *_twins(header, found, samples.of(header)))
        for field, confidence, reason in found or fields_of_repeat(header, headers, kind, source):
            fitting = fit(samples.of(header), field)
            if place == 0 and field.name == "name" and is_of_databases(header):
                confidence = _SURE
            if field.name == "backout_plan" and not PLAN.isdisjoint(plain(header).split()):
                fitting = 1.0  # also where it says just that there is a plan
            if field.name in _OF_EVERY_ROW and samples.of(header):
                fitting *= _suited_by_rows(samples.share_filled(header))
            candidates.append((confidence * fitting, -place, header, field.name, reason))
    taken = {guess.field for guess in settled.values()}
    for confidence, _, header, name, reason in sorted(candidates, reverse=True):
        field_found = field_named(kind, name)
        is_shared = field_found is not None and (field_found.collects or _is_level(header))
        if header in settled or field_found is None or (name in taken and not is_shared):
            continue
        if confidence < _NOT_FITTING:
            continue
        settled[header] = Guess(header, name, round(confidence, 2), reason)
        taken.add(name)
    without = "Kept as it is, without a field." if kind in KEEPING else "Left out: no field of that name."
    return tuple(settled.get(header, Guess(header, "", 0.0, without)) for header in headers)


def with_freed(
    before: tuple[Guess, ...], after: tuple[Guess, ...], samples: Samples, kind: str, source: Source
) -> tuple[Guess, ...]:
    """The guesses after columns stood in for others; a field that such a column left goes to the next that
    is called so: where the description is the title, the notes are the description."""
    freed = {guess.field for guess in before} - {guess.field for guess in after}
    if not freed:
        return after
    columns = {guess.header: guess.field for guess in after if guess.field}
    again = guess_columns(samples, kind, source, Mapping(kind, columns))
    return tuple(
        new if not old.field and new.field in freed else old for old, new in zip(after, again, strict=True)
    )


def _twins(
    header: str, found: Sequence[tuple[Field, float, str]], cells: Sequence[str]
) -> list[tuple[Field, float, str]]:
    """The class of a change where a column is called its kind, and the kind where it is called a "type of
    change", if all cells are such: a "category" may be either."""
    twins = {"change_kind": "change_class"}
    if not CHANGE.isdisjoint(plain(header).split()):
        twins["change_class"] = "change_kind"
    return [
        (twin, _OF_A_TWIN * sure, f'Its cells are those of "{twin.label}".')
        for field, sure, _ in found
        if field.name in twins and (twin := field_named("changes", twins[field.name]))
        if cells and all(choose(twin.choices, cell) is not None for cell in cells)
    ]


def _suited_by_rows(share: float) -> float:
    """How well a column suits that should hold something in every row, by the share of those where it does:
    a title that some rows lack gives way to one that all have."""
    return _SELDOM_FILLED if share < _HALF else _SELDOM_FILLED + (1 - _SELDOM_FILLED) * share


def _is_level(header: str) -> bool:
    """Whether this is one of the titles of a tree, of which each row fills one: "Title 1", "Title 2"."""
    return bool(_LEVEL.match(plain(header)))
