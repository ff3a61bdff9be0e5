"""Which rows of a plan are headings of others, told by levels, numbers, parents or bareness."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from app.importing.converting.rows import ImportRow
from app.importing.converting.summaries import WHO, are_summaries

OUTLINE, PARENT, IS_HEADING = "outline", "parent", "is_heading"
_NUMBERED = re.compile(r"^\d+(?:[.-]\d+)*\.?$")
_DOTTED = re.compile(r"^[\w-]+(?:\.[\w-]+)+$")
_PATH = re.compile(r"^[^\d\W][\w &-]*(?:[./>|]\s?[\w &-]+)+$")
_OF_A_STEP = (
    "source_id", "duration_minutes", "start", "finish", "players", "team", "responsible", "state",
    "predecessors", "instructions", "application",
)  # fmt: skip
_ODD, _JUMPS = 4, 10
"""One in so many numbers of an outline may be none, or another row's, and one in so many levels too deep: as
typed by hand, or as spreadsheets make 1.1 of 1.10."""
_LEAST_SAID = 2
"""How many fields every step of a plan fills, for rows that fill none of them to be headings."""
Above = Sequence[int | None]
"""For each row the place of the heading right above it, None for none."""


@dataclass(frozen=True)
class Outline:
    """A plan's rows as a tree: `keys` by place, `above` the place of each one's heading."""

    keys: tuple[str, ...]
    above: tuple[int | None, ...]

    @cached_property
    def headings(self) -> dict[str, tuple[str, ...]]:
        """The key of each heading, with those of all steps beneath it, in the order of the plan."""
        places = {place for place in self.above if place is not None}
        beneath: dict[int, list[str]] = {place: [] for place in sorted(places)}
        for place, key in enumerate(self.keys):
            if place not in places:
                for heading in self._path(place):
                    beneath[heading].append(key)
        return {self.keys[place]: tuple(steps) for place, steps in beneath.items()}

    @cached_property
    def _beneath(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {key: set() for key in self.headings}
        for place, key in enumerate(self.keys):
            for heading in self._path(place):
                found[self.keys[heading]].add(key)
        return {key: frozenset(beneath) for key, beneath in found.items()}

    def beneath(self, key: str) -> frozenset[str]:
        """The keys of all rows beneath one, headings among them."""
        return self._beneath.get(key, frozenset())

    @cached_property
    def _groups(self) -> dict[str, str]:
        steps = len(self.keys) - len(self.headings)
        paths = ((key, map(self.keys.__getitem__, self._path(place))) for place, key in enumerate(self.keys))
        return {
            key: next((one for one in path if len(self.headings[one]) < steps), "") for key, path in paths
        }

    def group_of(self, key: str) -> str:
        """The key of the nearest heading of a row that does not hold the whole plan; "" for none."""
        return self._groups.get(key, "")

    def without(self, keys: Collection[str]) -> Outline:
        """The tree where these rows head nothing: what stood beneath them stands beside them."""
        flat = {place for place, key in enumerate(self.keys) if key in keys}
        paths = map(self._path, range(len(self.keys)))
        return Outline(
            self.keys, tuple(next((one for one in path if one not in flat), None) for path in paths)
        )

    def _path(self, place: int) -> list[int]:
        """The headings of a row, the nearest first; a circle of parents ends where it closes."""
        path: list[int] = []
        here = self.above[place]
        while here is not None and here not in path and here != place:
            path.append(here)
            here = self.above[here]
        return path


def outline_of(rows: Sequence[ImportRow]) -> Outline:
    """The tree of a plan's rows, each once: by levels or outline numbers, else by parents, by the numbers of
    the ids, by marks, by names in place of ids, by rows that say nothing but a title, or by times that sum up
    those below; flat where none of them tells."""
    keys = tuple(row.key for row in rows)
    trees: tuple[Callable[[Sequence[ImportRow]], Above | None], ...] = (_by_outline, _by_parents, _by_ids)
    for way in (*trees, _by_marks, _by_names, _by_bare_rows, _by_times):
        above = way(rows)
        if above is not None and any(place is not None for place in above):
            return Outline(keys, tuple(_with_marks(rows, above) if way in trees else above))
    return Outline(keys, (None,) * len(keys))


def path_said(values: Mapping[str, object]) -> str:
    """What an outline column says that holds the names of groups: "CUT.PREP"; "" for a number or level."""
    said = str(values.get(OUTLINE) or "").strip()
    return said if _PATH.match(said) else ""


def _texts(rows: Sequence[ImportRow], name: str) -> list[str]:
    return [str(row.values.get(name) or "").strip() for row in rows]


def _by_outline(rows: Sequence[ImportRow]) -> Above | None:
    said = _texts(rows, OUTLINE)
    filled = [one for one in said if one]
    numbers = [one for one in filled if _NUMBERED.match(one)]
    if not numbers or (len(filled) - len(numbers)) * _ODD > len(filled):
        return None
    if any(_parts(one)[1:] for one in numbers):
        is_tree = (len(filled) - len(set(numbers))) * _ODD <= len(filled)
        return _with_odd(_by_numbers(said), said) if is_tree else None
    levels = [int(one.rstrip(".")) if _NUMBERED.match(one) else None for one in said]
    above = _by_levels(levels)
    return None if above is None else _with_odd(above, said)


def _with_odd(above: Above, said: Sequence[str]) -> Above:
    """A tree in which a row whose number is none, and tells no heading, stands with the row after it, if that
    has a heading before them, or else with the one before."""
    found = list(above)
    for place, one in enumerate(said):
        if not one or _NUMBERED.match(one) or above[place] is not None:
            continue
        after = above[place + 1] if place + 1 < len(said) else None
        before = found[place - 1] if place else None
        found[place] = after if after is not None and after < place else before
    return found


def _by_levels(levels: Sequence[int | None]) -> Above | None:
    """None where they are no levels: one deeper at most from row to row, but for few, from the highest on.
    Numbers of a plan without headings are none, each of which is another."""
    known = [level for level in levels if level is not None]
    if len(set(known)) < 2 or known[0] != min(known) or len(known) == len(set(known)) > 2:
        return None
    if sum(later > earlier + 1 for earlier, later in pairwise(known)) * _JUMPS > len(known):
        return None
    path: list[tuple[int, int]] = []
    above: list[int | None] = []
    for place, level in enumerate(levels):
        if level is None:
            above.append(None)
            continue
        while path and path[-1][0] >= level:
            path.pop()
        above.append(path[-1][1] if path else None)
        path.append((level, place))
    return above


def _parts(number: str) -> list[str]:
    return [part for part in re.split(r"[.-]", number) if part]


def _by_numbers(numbers: Sequence[str]) -> Above:
    """1.2.1 is under 1.2, or else under 1, where that comes before it; under the last of several."""
    places: dict[tuple[str, ...], int] = {}
    above: list[int | None] = []
    for place, number in enumerate(numbers):
        own = tuple(_parts(number))
        shorter = (own[:length] for length in range(len(own) - 1, 0, -1))
        above.append(next((places[one] for one in shorter if one in places), None))
        if own:
            places[own] = place
    return above


def _by_parents(rows: Sequence[ImportRow]) -> Above | None:
    said = _texts(rows, PARENT)
    if not any(said):
        return None
    places: dict[str, int] = {}
    for names in (_texts(rows, "title"), [row.key for row in rows]):  # an id goes before a title
        places.update({name.casefold(): place for place, name in reversed(list(enumerate(names)))})
    found = [places.get(one.lstrip("#").casefold()) if one else None for one in said]
    return [None if above == place else above for place, above in enumerate(found)]


def _by_marks(rows: Sequence[ImportRow]) -> Above | None:
    return _below_last([row.values.get(IS_HEADING) is True for row in rows])


def _with_marks(rows: Sequence[ImportRow], above: Above) -> Above:
    """A tree with what stands alone beneath the last row before it that is marked and heads nothing yet."""
    heads = set(above)
    found: list[int | None] = []
    last: int | None = None
    for place, heading in enumerate(above):
        is_free = rows[place].values.get(IS_HEADING) is True and place not in heads
        last = place if is_free else last
        found.append(last if heading is None and not is_free else heading)
    return found


def _by_ids(rows: Sequence[ImportRow]) -> Above | None:
    """Ids such as 2, 2.1 and 2.2, or night, night.copy and night.test: where 2 names nobody who does it, or
    heads several."""
    ids = _texts(rows, "source_id")
    odd = sum(not _NUMBERED.match(one) for one in ids if one)
    if odd * _ODD <= len(ids):
        above = _with_odd(_by_numbers(ids), ids)
    elif any(map(_DOTTED.match, ids)):
        above = _by_numbers([one if _DOTTED.match(one) or one.isidentifier() else "" for one in ids])
    else:
        return None
    counts = Counter(above)
    return [
        place
        if place is not None and (counts[place] > 1 or not any(rows[place].values.get(name) for name in WHO))
        else None
        for place in above
    ]


def _by_names(rows: Sequence[ImportRow]) -> Above | None:
    """Rows that have a name where all others have an id, as project programs write groups."""
    names = [_is_name(row.values) for row in rows]
    others = (row.values for row, is_name in zip(rows, names, strict=True) if not is_name)
    is_titled = all(one.get("title") != one.get("source_id") for one in others)
    return _below_last(names) if is_titled and 0 < sum(names) * 2 <= len(rows) else None


def _is_name(values: Mapping[str, object]) -> bool:
    said = str(values.get("source_id") or "")
    is_worded = " " in said or not any(letter.isdigit() for letter in said)
    return is_worded and said == values.get("title") != ""


def _by_bare_rows(rows: Sequence[ImportRow]) -> Above | None:
    """Rows with a title and nothing else, where all others fill several fields that these leave empty."""
    is_bare = [_says_only_what(row.values) for row in rows]
    steps = [row.values for row, bare in zip(rows, is_bare, strict=True) if not bare]
    always = [name for name in _OF_A_STEP if steps and all(_is_said(step.get(name)) for step in steps)]
    if len(always) < _LEAST_SAID or len(steps) * 2 < len(rows):
        return None
    return _below_last(is_bare)


def _by_times(rows: Sequence[ImportRow]) -> Above | None:
    summed_up = are_summaries([row.values for row in rows])
    return None if summed_up is None else _below_last(summed_up)


def _says_only_what(values: Mapping[str, object]) -> bool:
    source_id, title = values.get("source_id"), values.get("title")
    if source_id and source_id != title:
        return False
    said = [name for name in _OF_A_STEP if name != "source_id" and _is_said(values.get(name))]
    return not said and not any(dict(values.get("extra") or {}).values())  # type: ignore[call-overload]


def _is_said(value: object) -> bool:
    return value not in (None, "", ())


def _below_last(is_heading: Sequence[bool]) -> Above:
    """Every other row is beneath the last heading before it; of headings in a row each is so, too."""
    above: list[int | None] = []
    last: int | None = None
    for place, heading in enumerate(is_heading):
        is_below = not heading or last == place - 1
        above.append(last if is_below else None)
        last = place if heading else last
    return above
