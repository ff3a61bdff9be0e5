"""The dependencies a plan brings to a sequence: added, or dropped as in the plan, never a circle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.importing.converting.dryrun import DryRun
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

    Links drawn on the desk stay, and so do those of two steps that were changed or removed there, whatever
    the plan says of these two now. A link that would close a circle is left out; the dry run has told it.
    """
    linked_otherwise = [
        changed.row for changed in outcome.changed if any(one.field == _LINKS for one in changed.changes)
    ]
    kept = _between(links)
    for row in (*outcome.created, *linked_otherwise):
        was = _between(_links_of(row.key, said_before.get(row.key, {}), ids))
        says = _between(_links_of(row.key, row.values, ids))
        for ends in dict.fromkeys((*was, *says)):
            if was.get(ends) != says.get(ends) and kept.get(ends) == was.get(ends):
                kept[ends] = says.get(ends, {})
    return without_circles(tuple(link for some in kept.values() for link in some.values()))[0]


def _between(links: Iterable[Link]) -> dict[tuple[str, str], dict[LinkKind, Link]]:
    """The links by the two steps that they are between, and by kind."""
    found: dict[tuple[str, str], dict[LinkKind, Link]] = {}
    for link in links:
        found.setdefault((link.predecessor, link.successor), {})[link.kind] = link
    return found


def _links_of(own_key: str, said: Mapping[str, Any], ids: Mapping[str, str]) -> list[Link]:
    return [
        Link(ids[key], ids[own_key], LinkKind(kind), int(lag))
        for key, kind, lag in said.get(_LINKS) or ()
        if key in ids and own_key in ids and ids[key] != ids[own_key]
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
