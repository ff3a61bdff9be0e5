"""Plans that show what is part of what by blanks before the names, given a column of levels."""

from __future__ import annotations

from bisect import bisect_left

from app.importing.reading.delimited import Records
from app.importing.words.spelling import spellings
from app.importing.words.synonyms import SYNONYMS

_LEVEL = "Outline level"
_LEVELS = frozenset(SYNONYMS["outline"])
_NAMES = frozenset({*SYNONYMS["title"], *SYNONYMS["source_id"]})
_OF_A_PLAN = frozenset({*SYNONYMS["predecessors"], *SYNONYMS["duration_minutes"]})
_BLANKS = " \t\u00a0\u2003\u3000"


def with_levels(parsed: Records) -> Records:
    """A plan whose names, or ids, stand further in the deeper they are, with their levels in front.

    Any other list is given back as it is.
    """
    if not parsed.records:
        return parsed
    header = [set(spellings(name)) for name in parsed.records[0]]
    called = set().union(*header)
    if _LEVELS & called or not _OF_A_PLAN & called:
        return parsed
    for place, words in enumerate(header):
        if _NAMES & words and (levels := _levels(parsed.records[1:], place)):
            rows = [[level, *record] if record else [] for level, record in levels]
            return Records(
                parsed.delimiter,
                [[_LEVEL, *parsed.records[0]], *rows],
                parsed.width + 1,
                parsed.regularity,
                parsed.warnings,
            )
    return parsed


def _levels(records: list[list[str]], place: int) -> list[tuple[str, list[str]]]:
    """The level of each record by how far in its cell stands; none where all stand alike, the first does not
    stand outermost, or one stands in by more than a step."""
    blanks = [_blanks(record[place]) if place < len(record) else None for record in records]
    filled = [one for one in blanks if one is not None]
    steps = sorted(set(filled))
    if len(steps) < 2 or filled[0] != 0:
        return []
    levels = [bisect_left(steps, one) + 1 if one is not None else None for one in blanks]
    last = 1
    for level in levels:
        if level is not None and level > last + 1:
            return []
        last = level or last
    return [(str(level or ""), record) for level, record in zip(levels, records, strict=True)]


def _blanks(cell: str) -> int | None:
    bare = cell.lstrip(_BLANKS)
    return len(cell) - len(bare) if bare.strip() else None
