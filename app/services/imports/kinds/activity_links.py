"""The dependencies a plan brings to a sequence: added, or dropped as in the plan, never a circle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.importing.converting.dryrun import DryRun
from app.importing.converting.rows import ImportRow
from app.sequencing.model import Link, LinkKind

_LINKS = "predecessors"
"""The field of a plan that says them."""


def with_links(
    links: tuple[Link, ...],
    outcome: DryRun,
    said_before: Mapping[str, Mapping[str, Any]],
    ids: Mapping[str, str],
) -> tuple[Link, ...]:
    """The sequence's links after the import. `ids` are activity ids by plan key.

    Links drawn on the desk stay, and those that were changed or removed there, where the plan says of them
    what it said before. A link that would close a circle is left out; the dry run has told it.
    """
    kept = {link.key: link for link in links}
    linked_otherwise = [
        changed.row for changed in outcome.changed if any(one.field == _LINKS for one in changed.changes)
    ]
    for row in (*outcome.created, *linked_otherwise):
        for key, kind, _lag in said_before.get(row.key, {}).get(_LINKS) or ():
            if key in ids and row.key in ids:
                kept.pop((ids[key], ids[row.key], LinkKind(kind)), None)
        for link in _links_of(row, ids):
            kept[link.key] = link
    return without_circles(tuple(kept.values()))[0]


def _links_of(row: ImportRow, ids: Mapping[str, str]) -> list[Link]:
    return [
        Link(ids[key], ids[row.key], LinkKind(kind), int(lag))
        for key, kind, lag in row.values.get(_LINKS) or ()
        if key in ids and ids[key] != ids[row.key]
    ]


def without_circles(links: tuple[Link, ...]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The links that leave an order, and those that would close a circle, in the order given."""
    after: dict[str, list[str]] = {}
    kept: list[Link] = []
    closing: list[Link] = []
    for link in links:
        if _reaches(after, link.successor, link.predecessor):
            closing.append(link)
            continue
        after.setdefault(link.predecessor, []).append(link.successor)
        kept.append(link)
    return tuple(kept), tuple(closing)


def _reaches(after: Mapping[str, list[str]], start: str, wanted: str) -> bool:
    seen: set[str] = set()
    open_ends = [start]
    while open_ends:
        here = open_ends.pop()
        if here == wanted:
            return True
        if here not in seen:
            seen.add(here)
            open_ends.extend(after.get(here, ()))
    return False
