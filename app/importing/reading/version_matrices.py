"""Lists with a column of versions for each environment, as a list with a row for each version in one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.reading.delimited import Records
from app.importing.reading.places import cell_at
from app.importing.words.spelling import spellings
from app.importing.words.stages import stage_of
from app.importing.words.synonyms import SYNONYMS

HEADER = ("Environment", "Version")
_APPLICATIONS = frozenset(SYNONYMS["applications"])
_VERSION = re.compile(r"^[vV]?\d+(?:[._-]\w+)+(?:[ +-]\S+)*$|^(?:n/?a|-+|–|—)$", re.IGNORECASE)
_LEAST_ENVIRONMENTS = 2
_LEAST_SHARE = 0.8


def with_versions_apart(parsed: Records) -> Records:
    """A list of applications with the versions of each in several environments, with a row for each of these
    and its version; what else a row says is said in each. Any other list is given back as it is."""
    if len(parsed.records) < 2:
        return parsed
    header, rows = parsed.records[0], parsed.records[1:]
    places = [place for place, name in enumerate(header) if place and stage_of(name) is not None]
    if len(places) < _LEAST_ENVIRONMENTS or not _are_applications(header, places):
        return parsed
    cells = [cell for row in rows for place in places if (cell := cell_at(row, place))]
    if not cells or sum(map(bool, map(_VERSION.match, cells))) < _LEAST_SHARE * len(cells):
        return parsed
    others = [place for place in range(len(header)) if place not in places]
    made = [[*(header[place] for place in others), *HEADER]]
    for row in rows:
        said = [cell_at(row, place) for place in others]
        made += [
            [*said, header[place].strip(), version]
            for place in places
            if any(map(str.isalnum, version := cell_at(row, place)))
        ]
    told = f"{len(rows)} rows with a column for each environment come in as {len(made) - 1} versions in one."
    return Records(parsed.delimiter, made, len(made[0]), parsed.regularity, (*parsed.warnings, told))


def _are_applications(header: Sequence[str], places: Sequence[int]) -> bool:
    """Whether another column names what has the versions."""
    return any(
        _APPLICATIONS & set(spellings(name)) for place, name in enumerate(header) if place not in places
    )
