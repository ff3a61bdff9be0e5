"""Lists of people whose first and last names stand apart, given one column for the whole name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.importing.reading.delimited import Records
from app.importing.words.names_of_people import FIRST, LAST, WHOLE, names_a_person
from app.importing.words.spelling import spellings

WHOLE_NAME = "Full name"
_GERMAN_FIRST = "vorname"
"""Beside it, "Name" is the last name."""
_OF_TICKETS = frozenset(
    {"subject", "summary", "short description", "ticket", "ticket id", "issue key", "priority"}
)


def with_whole_names(parsed: Records) -> Records:
    """A list of people with a first and a last name, and no column for both, with one in front.

    Any other list is given back as it is.
    """
    if not parsed.records:
        return parsed
    header = [spellings(name) for name in parsed.records[0]]
    first = _place_of(header, FIRST)
    last = _place_of(header, LAST)
    whole = _place_of(header, WHOLE)
    if last is None and first is not None and _GERMAN_FIRST in header[first]:
        last, whole = whole, None
    if any(map(names_a_person, parsed.records[0])):
        return parsed
    if first is None or last is None or whole is not None or _place_of(header, _OF_TICKETS) is not None:
        return parsed
    names = [*parsed.records[0]]
    if _place_of(header, LAST) is None:
        names[last] = "Nachname"
    rows = [[WHOLE_NAME, *names]]
    for record in parsed.records[1:]:
        if not record:
            rows.append([])
            continue
        parts = [record[place].strip() for place in (first, last) if place < len(record)]
        rows.append([" ".join(part for part in parts if part), *record])
    return Records(parsed.delimiter, rows, parsed.width + 1, parsed.regularity, parsed.warnings)


def surnames_come_first(cells: Iterable[str]) -> bool:
    """Whether a column of people writes "Meier, Hans" for one of them, not for two.

    That is so where every cell is two words, some with a comma between them and some without: who is named
    by one word in the first would be by one in the others. It is so, too, where all have one, and several
    come again with never another word beside the first or the second: pairs of people change.
    """
    without = 0
    pairs: Counter[tuple[str, str]] = Counter()
    for cell in cells:
        halves = [half.split() for half in cell.split(",")]
        if len(halves) == 2 and all(len(half) == 1 for half in halves):
            pairs[halves[0][0], halves[1][0]] += 1
        elif len(halves) == 1 and len(halves[0]) > 1:
            without += 1
        else:
            return False
    words = {word for pair in pairs for word in pair}
    again = sum(count > 1 for count in pairs.values())
    return bool(pairs) and (without > 0 or (again > 1 and len(words) == 2 * len(pairs)))


def are_surname_first(cells: Iterable[str]) -> bool:
    """Whether every name of a list of people is written "Meier, Hans", as directories have them."""
    names = list(cells)
    return bool(names) and all(
        len(halves := name.split(",")) == 2 and all(half.strip() for half in halves) for name in names
    )


def surname_last(name: str) -> str:
    """A name of such a list as it is said."""
    return first_name_first(name)[0]


def first_name_first(text: str) -> tuple[str, ...]:
    """The one person of a cell of such a column."""
    return (" ".join(half.strip() for half in reversed(text.split(","))),)


def _place_of(header: list[tuple[str, ...]], words: frozenset[str]) -> int | None:
    return next((place for place, names in enumerate(header) if set(names) & words), None)
