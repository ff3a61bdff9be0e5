"""The links and the headings of a plan's rows: a link to a heading is one to the steps beneath it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.importing.cells.predecessors import KeyFinder, kind_of_link, links_in_words, read_predecessors
from app.importing.converting.outlines import Outline, outline_of
from app.importing.converting.rows import ImportRow
from app.sequencing.model import Link, LinkKind
from app.services.imports.kinds.activity_links import without_circles
from app.services.imports.kinds.lasting import is_of_whole_days, lag_between

MOST_TOLD = 5
"""How many examples a sentence names."""
_NAMING = ("predecessors", "successors")
"""The fields that name other steps."""
_FROM_THE_END = (LinkKind.FINISH_START, LinkKind.FINISH_FINISH)
_TO_THE_START = (LinkKind.FINISH_START, LinkKind.START_START)


@dataclass(frozen=True, slots=True)
class PlannedLinks:
    """The tree of a plan's rows, the predecessors of its steps by key, sentences about what was not
    understood or would close a circle, and which lags are of days that nothing tells the length of."""

    outline: Outline
    links: Mapping[str, tuple[tuple[str, str, int], ...]]
    told: tuple[str, ...]
    guessed_lags: tuple[str, ...] = ()


def links_of_plan(rows: Sequence[ImportRow], zone: ZoneInfo) -> PlannedLinks:
    """The links of a plan's rows, each row given once: what they wait for, and what waits for them. `zone` is
    the one its days are of.

    A heading ends with its last steps and begins with its first ones. A row that a row beneath it waits for
    is none.
    """
    keys = [row.key for row in rows]
    cells = [";".join(filter(None, (_cell(row, field) for field in _NAMING))) for row in rows]
    titles = [str(row.values.get("title") or "") for row in rows]
    find = KeyFinder(keys, [row.row_number for row in rows], cells, titles)
    found: list[Link] = []
    own: list[str] = []
    guessed: list[str] = []
    unknown: dict[str, list[str]] = {field: [] for field in _NAMING}
    values = {row.key: row.values for row in rows}
    are_whole_days = is_of_whole_days(rows, zone)
    for row in rows:
        for field in _NAMING:
            read = read_predecessors(_cell(row, field), find, row.key, find.kinds, _otherwise(row))
            for one in read.links:
                ends = (one.key, row.key) if field == "predecessors" else (row.key, one.key)
                before, after = (values[end] for end in ends)
                lag, is_guess = lag_between(one, before, after, are_whole_days=are_whole_days)
                found.append(Link(*ends, LinkKind(one.kind), lag))
                guessed += [f"row {row.row_number}, {one.lag_minutes / 1440:+g} d"] if is_guess else []
            unknown[field] += [f'row {row.row_number}, "{part[:40]}"' for part in read.unknown]
            own += [f'row {row.row_number}, "{part[:40]}"' for part in read.own]
        found += _links_in_words(row, find)
    outline = outline_of(rows)
    awaited = {link.predecessor for link in found if link.successor in outline.beneath(link.predecessor)}
    outline = outline.without(awaited) if awaited else outline
    links = _between_steps(found, outline)
    kept, closing = without_circles(_once_each(links))
    told = _told("names the step itself; no link was made", own)
    for field, names in unknown.items():
        told += _told(f"names no step of the plan as {field[:-1]}; no link was made", names)
    told += _told(
        "would close a circle; the link was left out",
        [f"{link.predecessor} before {link.successor}" for link in closing],
    )
    by_key: dict[str, tuple[tuple[str, str, int], ...]] = {}
    for link in kept:
        entry = (link.predecessor, link.kind.value, link.lag_minutes)
        by_key[link.successor] = (*by_key.get(link.successor, ()), entry)
    return PlannedLinks(outline, by_key, tuple(told), tuple(guessed))


def _cell(row: ImportRow, field: str) -> str:
    return str(row.values.get(field) or "")


def _once_each(links: Sequence[Link]) -> tuple[Link, ...]:
    """Each pair linked once a kind, with its longest lag: that of a heading holds for its steps besides
    theirs."""
    longest: dict[tuple[str, str, LinkKind], Link] = {}
    for link in links:
        known = longest.get(link.key)
        if known is None or known.lag_minutes < link.lag_minutes:
            longest[link.key] = link
    return tuple(longest.values())


def _otherwise(row: ImportRow) -> tuple[str, int]:
    """The kind and lag of a row's links that its other columns say."""
    return kind_of_link(str(row.values.get("link_kind") or "")) or "FS", int(row.values.get("lag") or 0)


def _links_in_words(row: ImportRow, find: KeyFinder) -> list[Link]:
    words = f"{row.values.get('title') or ''}\n{row.values.get('instructions') or ''}"
    after, before = links_in_words(words, find.by_id)
    links = [Link(key, row.key) for key in after if key != row.key]
    return links + [Link(row.key, key) for key in before if key != row.key]


def _between_steps(links: Sequence[Link], outline: Outline) -> list[Link]:
    """The links with each heading replaced by its last steps, where it is waited for, or its first ones,
    where it waits; what it finishes with, the other way about."""
    if not outline.headings:
        return list(links)
    ends = _Ends(links, outline)
    return [
        Link(first, second, link.kind, link.lag_minutes)
        for link in links
        for first in ends.of(link.predecessor, is_last=link.kind in _FROM_THE_END)
        for second in ends.of(link.successor, is_last=link.kind not in _TO_THE_START)
        if first != second
    ]


class _Ends:
    """The first and the last steps of headings: those that wait for none, or are awaited by none, of the
    steps of the same heading."""

    def __init__(self, links: Sequence[Link], outline: Outline) -> None:
        self._outline = outline
        self._links = links
        self._known: dict[tuple[str, bool], tuple[str, ...]] = {}

    def of(self, key: str, *, is_last: bool) -> tuple[str, ...]:
        """The steps that a row stands for at its end or its start; a step is its own."""
        if key not in self._outline.headings:
            return (key,)
        if (key, is_last) not in self._known:
            self._known[key, is_last] = self._found(key, is_last)
        return self._known[key, is_last]

    def _found(self, heading: str, is_last: bool) -> tuple[str, ...]:
        inside = self._outline.beneath(heading)
        linked = {
            step
            for link in self._links
            if link.predecessor in inside and link.successor in inside
            for step in self._steps(link.predecessor if is_last else link.successor)
        }
        steps = self._outline.headings[heading]
        return tuple(step for step in steps if step not in linked) or steps

    def _steps(self, key: str) -> tuple[str, ...]:
        return self._outline.headings.get(key, (key,))


def _told(what: str, examples: Sequence[str]) -> list[str]:
    if not examples:
        return []
    more = f" and {len(examples) - MOST_TOLD} more" if len(examples) > MOST_TOLD else ""
    return [f"{'; '.join(examples[:MOST_TOLD])}{more} {what}."]
