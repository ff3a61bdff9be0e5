"""Steps whose numbers count the rows of their plan: known again by title when those are counted anew."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Any

from app.importing.converting.dryrun import same
from app.importing.converting.rows import ImportRow, content_hash

_NUMBERS = re.compile(r"\d+")
_LEAST_ROWS = 3
"""How many rows a plan has at least for its titles to tell whose numbers they are."""
_LEAST_SHARE = 4
"""One in so many rows at least is titled as before, or the plan is another one, unless it is as before
otherwise."""
_OTHERWISE = (
    "start", "duration_minutes", "players", "team", "responsible", "application", "workstream", "change_key",
    "instructions",
)  # fmt: skip
"""What tells steps whose titles were all put in other words, but for what they follow: most plans count on
from one to the next."""
_BESIDE, _LONGEST_TITLE = " / ", 200
"""What stands in a key between a number that is another step's and the title."""


def keys_known_again(
    rows: Sequence[ImportRow], says: Mapping[str, Mapping[str, Any]], removed: Collection[str] = ()
) -> dict[str, str]:
    """The key that each step is stored under, by its key in the list.

    `says` is what the plans of the window said of their steps when last imported, the title at least, by the
    key the steps are stored under; those `removed` are not there any more, and known by their titles alone.
    A number that counts rows is no identity: with a row put in or taken out, those below have others. So the
    title goes first where a number is that of a step of another title; a title that is new has its number,
    unless that is another step's. The steps of another plan come beside those here; where nearly all titles
    are new and most of all else is as before, it is the same plan in other words.
    """
    titles = {key: str(one["title"]) for key, one in says.items()}
    said = {row.key: _title(row) for row in rows}
    own = {key: key for key in said}
    if len(said) < _LEAST_ROWS or not counts_rows(list(said)):
        return own
    beside = {key: f"{key}{_BESIDE}{title[:_LONGEST_TITLE]}" for key, title in said.items()}
    is_beside = sum(one in titles for one in beside.values()) > sum(
        titles.get(key) == title for key, title in said.items()
    )
    if not is_beside and all(titles.get(key, title) == title for key, title in said.items()):
        return own
    found = _by_title(rows, says, beside if is_beside else own, is_beside)
    taken = set(found.values())
    if len(found) * _LEAST_SHARE >= len(said):
        taken.update(removed)
    elif not _is_in_other_words(rows, says):
        return beside
    free = {key: key for key in said if key not in taken and not is_beside}
    return {key: found.get(key) or free.get(key) or beside[key] for key in said}


def told_beside(known: Mapping[str, str], titles: Mapping[str, str]) -> list[str]:
    """That a plan's numbers are those of another plan's steps, where its own all come in anew."""
    is_other = bool(known) and all(key != own and key not in titles for own, key in known.items())
    if not is_other:
        return []
    return [
        "The window has a plan with the same numbers and other titles; the steps of this one come in beside "
        "it. Undo the import of the other if this one replaces it."
    ]


def _is_in_other_words(rows: Sequence[ImportRow], says: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether most rows say of the step of their number what it was said to be, but for the title, and not
    all the same."""
    alike = [content_hash(_told(row)) for row in rows if _is_as_before(row, says.get(row.key, {}))]
    return 2 * len(alike) > len(rows) and len(set(alike)) >= _LEAST_ROWS


def _told(row: ImportRow) -> dict[str, Any]:
    return {name: row.values[name] for name in _OTHERWISE if row.values.get(name)}


def _is_as_before(row: ImportRow, last: Mapping[str, Any]) -> bool:
    """Whether a row says what was said of a step, but for its title."""
    told = _told(row)
    return bool(told) and all(same(one, last.get(name)) for name, one in told.items())


def counts_rows(keys: Sequence[str]) -> bool:
    """Whether keys may be numbers of rows: each is higher than the one before, and alike but for numbers."""
    numbers = [_numbers(key) for key in keys]
    return (
        all(numbers)
        and len({_NUMBERS.split(key)[0] for key in keys}) == 1
        and all(before < after for before, after in pairwise(numbers))
    )


def _numbers(key: str) -> tuple[int, ...]:
    return tuple(int(one) for one in _NUMBERS.findall(key))


def _by_title(
    rows: Sequence[ImportRow],
    says: Mapping[str, Mapping[str, Any]],
    likely: Mapping[str, str],
    is_beside: bool,
) -> dict[str, str]:
    """The stored key of each step whose title is there: the likely ones of all steps called so, or else those
    that are there of which the same is said, and then the others in their order."""
    stored: dict[str, list[str]] = {}
    for key in sorted(says, key=lambda key: ((_BESIDE in key) != is_beside, _numbers(key))):
        stored.setdefault(str(says[key]["title"]), []).append(key)
    called: dict[str, list[ImportRow]] = {}
    for row in rows:
        called.setdefault(_title(row), []).append(row)
    found: dict[str, str] = {}
    for title, some in called.items():
        there, wanted = stored.get(title, []), {row.key: likely[row.key] for row in some}
        found |= wanted if set(wanted.values()) <= set(there) else _paired(some, there, says)
    return found


def _paired(
    rows: Sequence[ImportRow], there: Sequence[str], says: Mapping[str, Mapping[str, Any]]
) -> dict[str, str]:
    """Rows of one title with the steps of it."""
    left, found = list(there), dict[str, str]()
    for row in rows:
        if key := next((one for one in left if _is_as_before(row, says[one])), ""):
            found[row.key] = key
            left.remove(key)
    others = (row.key for row in rows if row.key not in found)
    return found | dict(zip(others, left, strict=False))


def _title(row: ImportRow) -> str:
    return str(row.values.get("title") or row.key)
