"""The dependencies a plan brings to a sequence: added, or dropped as in the plan, never a circle."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from app.importing.converting.dryrun import DryRun
from app.sequencing.model import Activity, Link, LinkKind
from app.services.imports.names import RegisterNames

_LINKS = "predecessors"
"""The field of a plan that says them."""


def with_links(
    links: tuple[Link, ...],
    outcome: DryRun,
    said_before: Mapping[str, Mapping[str, Any]],
    ids: Mapping[str, str],
    back: Collection[str] = (),
) -> tuple[Link, ...]:
    """The sequence's links after the import. `ids` are activity ids by plan key.

    Links drawn on the desk stay, and those that were changed or removed there, where the plan says of the
    two steps what it said before. Of steps that come `back`, which the desk had removed, those come too that
    others follow them by. A link that would close a circle is left out; the dry run has told it.
    """
    linked_otherwise = [
        changed.row for changed in outcome.changed if any(one.field == _LINKS for one in changed.changes)
    ]
    kept = _between(links)
    for row in (*outcome.created, *linked_otherwise):
        was = _between(_links_of(row.key, said_before.get(row.key, {}), ids))
        says = _between(_links_of(row.key, row.values, ids))
        for ends in dict.fromkeys((*was, *says)):
            if was.get(ends) != says.get(ends):
                kept[ends] = says.get(ends, {})
    if back:
        theirs = {ids[key] for key in back}
        for row in (*outcome.unchanged, *(changed.row for changed in outcome.changed)):
            for ends, some in _between(_links_of(row.key, row.values, ids)).items():
                if ends[0] in theirs:
                    kept.setdefault(ends, some)
    return without_circles(tuple(link for some in kept.values() for link in some.values()))[0]


def links_now(
    said: Mapping[str, Any], last: Mapping[str, Any], step: Activity, names: RegisterNames
) -> dict[str, Any]:
    """What a step follows on the desk, in the words of plans, where a link is otherwise there than in the
    plan, which changed it since `last`, or as the plan says now; nothing where none was edited."""
    drawn = names.links.get(step.source_key, ())
    was, says, here = (_by_key(some) for some in (last.get(_LINKS), said.get(_LINKS), drawn))
    changed = [key for key in dict.fromkeys((*was, *says)) if was.get(key) != says.get(key)]
    if changed and all(here.get(key) == says.get(key) for key in changed):
        return {_LINKS: said.get(_LINKS, ())}
    is_contested = any(here.get(key) not in (was.get(key), says.get(key)) for key in changed)
    return {_LINKS: drawn} if is_contested else {}


def _by_key(words: Any) -> dict[str, set[tuple[str, int]]]:
    """Kinds and lags by the key of the step that is followed."""
    found: dict[str, set[tuple[str, int]]] = {}
    for key, kind, lag in words or ():
        found.setdefault(key, set()).add((str(kind), int(lag)))
    return found


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
