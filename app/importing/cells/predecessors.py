"""Predecessors as plans write them: ids or row numbers in lists, with a kind of link and a lag."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from app.importing.words.durations import counts_days, minutes_of
from app.importing.words.spelling import plain

_DAY_MINUTES = 1_440
_KINDS: dict[str, str] = {
    # what each spreadsheet or project program writes, by language: finish-start and its like
    "FS": "FS", "SS": "SS", "FF": "FF", "SF": "SF",
    "EA": "FS", "AA": "SS", "EE": "FF", "AE": "SF",  # German: Ende, Anfang
    "CI": "FS", "IC": "SF",  # Portuguese of Portugal: conclusão, início
    "FD": "FS", "DD": "SS", "DF": "SF",  # French: fin, début
    "FC": "FS", "CC": "SS", "CF": "SF",  # Spanish: fin, comienzo
    "TI": "FS", "II": "SS", "TT": "FF", "IT": "SF",  # Portuguese: término, início
    "FI": "FS", "IF": "SF",  # Italian: fine, inizio
    "ZR": "FS", "RR": "SS", "ZZ": "FF", "RZ": "SF",  # Polish: zakończenie, rozpoczęcie
    "TB": "FS", "BT": "SF",  # Turkish: tamamlanma, başlangıç
    "BB": "FS",  # Turkish: bitiş, başlangıç; of two beginnings where the plan has T for ends
}  # fmt: skip
_ENDS_IN_WORDS = {"S": "start", "F": "finish"}
_IN_WORDS = {f"{_ENDS_IN_WORDS[one[0]]} to {_ENDS_IN_WORDS[one[1]]}": one for one in ("FS", "SS", "FF", "SF")}
_ENDS_WITH_T = re.compile(r"\d\s*(?:TB|TT|BT)(?![^\W\d_])", re.IGNORECASE)
_ENDS_WITH_C = re.compile(r"\d\s*(?:CI|IC)(?![^\W\d_])", re.IGNORECASE)
"""In Portugal C is an end; elsewhere CC is two beginnings."""
_ITEM = re.compile(r"\s*[;,\n|]\s*")
_KIND = "|".join(_KINDS)
_WITH_KIND = re.compile(rf"^(.+?)[\s:(\[]*({_KIND})[)\]]?\s*([+-].*|(?<=\s)\d+\s*[a-z].*)?$", re.IGNORECASE)
_IN_DAYS = re.compile(rf"^(.+?)-({_KIND})=P(-?\d{{1,5}})D$", re.IGNORECASE)
"""As GanttProject has it: 12-FS=P1D."""
_ADDRESS = re.compile(r"\s*\(https?://[^\s()]*\)", re.IGNORECASE)
_JOINED = re.compile(r"\s+(?:&|\+|and|und|et|y|e|i|ve)\s+|\s*/\s*", re.IGNORECASE)
_DASHES = str.maketrans("–−", "--")
_WITH_TITLE = re.compile(r"^(\S+?)\s*(?:[:.)]\s+|\s[-–]\s+)(.+)$")
"""An id with what the step is called behind it: "3 - Backup", "T-3: Backup"."""
_DECIMAL = re.compile(r"([+-]\s*\d+),(\d+\s*[^\W\d_]+)")
_UP_TO = re.compile(r"^-\s*(\d+)$")
_WITH_LAG = re.compile(r"^(.+?)\s*([+-]\s*\d.*)$")
_LAG = re.compile(r"^([+-]?)\s*(.+)$")
_AFTER = re.compile(r"^(?:after|nach|après|después de|después del|después|após|dopo|po)\s+", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:completion|abschluss) (?:of|von)\s+)?"
    r"(?:(?:the|l'|le|el|o|il)\s*)?"
    r"(?:#|(?:rows?|lines?|tasks?|steps?|ids?|zeile|vorgang|schritt|schritten|étapes?|tâches?|pasos?|tareas?|passos?|"
    r"passo|passi|krok(?:u|ach)?|adım)\s+)\s*",
    re.IGNORECASE,
)
_PARTED_NUMBER = re.compile(r"\d+\.\d")
_WHOLE_NUMBER = re.compile(r"(?<![\w.+-])\d{1,6}(?![\d.])")
_ALONE = re.compile(r"(?:^|(?<=[;,\s]))\d{1,6}(?=[;,\s]|$)")
"""A number as an item of a list."""
_NOTHING = frozenset(
    {"", "-", "–", "none", "n/a", "na", "keine", "aucun", "ninguno", "nessuno", "brak", "yok"}
)
_IN_WORDS_BEFORE = re.compile(
    r"\b(?:before (?:starting|start of|beginning)|prior to(?: starting)?|vor beginn von|"
    r"avant de commencer)\s+([\w./-]*\w)",
    re.IGNORECASE,
)
_IN_WORDS_AFTER = re.compile(
    r"\b(?:(?:start|starts|begin|begins|only|run|runs) after|after completion of|after finishing|depends on|"
    r"dependent on|predecessors?:?|prerequisites?:?|requires completion of|nach abschluss von|hängt ab von|"
    r"dépend de|depende de|dipende da)\s+([\w./-]*\w)",
    re.IGNORECASE,
)


Finder = Callable[[str], str | None]
"""The key of the activity that a text names, or None."""


@dataclass(frozen=True, slots=True)
class Predecessor:
    """One link into an activity: the other's key in the list, FS/SS/FF/SF, the lag in minutes, and whether
    it was told in days, which may be those of work."""

    key: str
    kind: str = "FS"
    lag_minutes: int = 0
    is_in_days: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Predecessors:
    """What a cell says: links, the parts that name nothing known, and those that name the step itself."""

    links: tuple[Predecessor, ...]
    unknown: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


class KeyFinder:
    """Finds the activity a plan means: by its id, else by its title where no other is called so, else by its
    number in the list.

    `kinds` are the letters of links as this plan has them. `row_numbers` are those a spreadsheet shows.
    Numbers count activities from 1 where the plan has a reference to 1 (which in a spreadsheet is the
    header), from 0 where it has one to 0, and are spreadsheet rows where one is beyond the last or a step
    would be its own; `cells` are those of the activities in their order. They go before ids such as 1.2 that
    no reference gives, while some give numbers that are no ids.
    """

    def __init__(
        self,
        keys: Sequence[str],
        row_numbers: Sequence[int],
        cells: Sequence[str] = (),
        titles: Sequence[str] = (),
    ) -> None:
        self._keys = {key.casefold(): key for key in reversed(keys)}
        called = Counter(title.casefold() for title in titles)
        self._titles = {
            title.casefold(): key
            for title, key in zip(titles, keys, strict=False)
            if called[title.casefold()] == 1 and not title.isdecimal()
        }
        self.kinds = dict(_KINDS)
        self.kinds |= {"BB": "SS"} if any(map(_ENDS_WITH_T.search, cells)) else {}
        self.kinds |= {"CC": "FF"} if any(map(_ENDS_WITH_C.search, cells)) else {}
        whole = {one for cell in cells for one in _WHOLE_NUMBER.findall(cell)}
        is_parted = any(map(_PARTED_NUMBER.match, keys)) and not any(map(_PARTED_NUMBER.search, cells))
        self._counts_first = is_parted and not whole <= self._keys.keys()
        numbers = {int(one) for cell in cells for one in re.findall(r"(?<![\w.+-])\d{1,6}", cell)}
        are_own = any(str(place) in _ALONE.findall(cell) for place, cell in enumerate(cells, start=1))
        is_sheet_row = not numbers & {0, 1} and bool(numbers) and (max(numbers) > len(keys) or are_own)
        counted = range(len(keys)) if 0 in numbers else range(1, len(keys) + 1)
        self._by_number = dict(zip(row_numbers if is_sheet_row else counted, keys, strict=False))

    def __call__(self, text: str) -> str | None:
        """The key of the activity that `text` names by its id, its title or its number; else None."""
        text = text.strip()
        called = _AFTER.sub("", text).lstrip("#").casefold()
        return self.by_id(text) or self._titles.get(text.casefold()) or self._titles.get(called)

    def by_id(self, text: str) -> str | None:
        """The key that `text` names, or None; titles are words that mean other things in prose."""
        text = text.strip()
        text = text if text.casefold() in self._keys else _AFTER.sub("", text)
        bare = _LEADING.sub("", text).removesuffix(".")
        counted = self._by_number.get(int(bare)) if bare.isdecimal() and len(bare) <= 6 else None
        if self._counts_first and counted is not None:
            return counted
        for name in (text, _LEADING.sub("", text)):
            key = self._keys.get(name.casefold())
            if key is not None:
                return key
        return counted


def kind_of_link(text: str) -> str | None:
    """FS, SS, FF or SF for what a cell calls a kind of link: "EA", "Finish-to-Start (FS)"; else None."""
    words = plain(text)
    letters = (word.upper() for word in words.split() if word.upper() in _KINDS)
    told = next((kind for said, kind in _IN_WORDS.items() if words.startswith(said)), None)
    return told or next((_KINDS[one] for one in letters), None)


def read_predecessors(
    text: str,
    find: Finder,
    own_key: str = "",
    kinds: Mapping[str, str] = _KINDS,
    otherwise: tuple[str, int] = ("FS", 0),
) -> Predecessors:
    """The links a cell names, such as "12", "12FS+30m", "12;14SS-1h", "UK-1, UK-3" or "12EA+2 Tage".

    A bare lag is in minutes. `otherwise` are the kind and the lag, in minutes, of a predecessor without any.
    An activity is never its own predecessor; a pair is linked once a kind.
    """
    links: dict[tuple[str, str], Predecessor] = {}
    unknown: list[str] = []
    own: list[str] = []
    for part in _parts(text, find, kinds):
        found = _read_part(part, find, kinds)
        if found is None:
            unknown.append(part)
        elif found.key == own_key:
            own.append(part)
        else:
            found = Predecessor(found.key, *otherwise) if found == Predecessor(found.key) else found
            links.setdefault((found.key, found.kind), found)
    return Predecessors(tuple(links.values()), tuple(unknown), tuple(own))


def links_in_words(text: str, find: Finder) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keys a text names as (predecessors, successors), as in "must be complete before starting M3-116".

    Only words that name an id with a letter or sign in it count: plain numbers mean other things in prose.
    """
    after = [find(word) for word in _IN_WORDS_AFTER.findall(text) if not word.isdecimal()]
    before = [find(word) for word in _IN_WORDS_BEFORE.findall(text) if not word.isdecimal()]
    return tuple(key for key in after if key), tuple(key for key in before if key)


def _parts(text: str, find: Finder, kinds: Mapping[str, str]) -> list[str]:
    """The items of a list; items apart by spaces or "and" only where each of them is known ("12 14 15"). What
    is known as a whole is one, whatever stands in it."""
    if find(text) is not None:
        return [text]
    parts: list[str] = []
    text = _DECIMAL.sub(lambda lag: _with_point(lag, find), _without_brackets(text.strip()))
    for part in _ITEM.split(text):
        if several := _several(part, find, kinds):
            parts.extend(several)
        elif part.strip().casefold() not in _NOTHING:
            parts.append(part.strip())
    return parts


def _with_point(lag: re.Match[str], find: Finder) -> str:
    """A lag such as "+1,5h" with a point for its comma; as it is where what follows is an item of its own."""
    whole, rest = lag.groups()
    return f"{whole}.{rest}" if minutes_of(rest) is not None and find(rest) is None else lag[0]


def _several(part: str, find: Finder, kinds: Mapping[str, str]) -> Sequence[str]:
    """The items of a part that stand apart by "and" or by spaces alone; none where it is one item itself."""
    read = partial(_read_part, find=find, kinds=kinds)
    for items, may_be_one in ((_JOINED.split(part), find), (part.split(), read)):
        if may_be_one(part) is None and len(items) > 1 and all(map(read, items)):
            return items
    return ()


def _without_brackets(text: str) -> str:
    """The text without the addresses behind its items; or the items alone of a list as programs write it:
    ['T-1', 'T-2'], or as people do: (3, 4)."""
    text = _ADDRESS.sub("", text)
    return re.sub(r"[\"']", "", text[1:-1]) if text[:1] + text[-1:] in ("[]", "()") else text


def _read_part(part: str, find: Finder, kinds: Mapping[str, str]) -> Predecessor | None:
    key = find(part)
    if key is not None:
        return Predecessor(key)
    titled = _WITH_TITLE.match(part)
    if titled and (key := find(titled[1])) is not None and key == find(titled[2]):
        return Predecessor(key)
    part = part.translate(_DASHES)
    in_days = _IN_DAYS.match(part)
    if in_days and (key := find(in_days.group(1))) is not None:
        return Predecessor(key, kinds[in_days.group(2).upper()], int(in_days.group(3)) * _DAY_MINUTES, True)
    with_kind = _WITH_KIND.match(part)
    if with_kind and (key := find(with_kind.group(1))) is not None:
        return _linked(key, kinds[with_kind.group(2).upper()], with_kind.group(3) or "")
    with_lag = _WITH_LAG.match(part)
    if with_lag and (key := find(with_lag.group(1))) is not None:
        if (last := _UP_TO.match(with_lag.group(2))) and find(last[1]) is not None:
            return None  # "3-5" may be all from the one to the other
        return _linked(key, "FS", with_lag.group(2))
    return None


def _linked(key: str, kind: str, text: str) -> Predecessor | None:
    """The link with the lag that a text says; None where it says none."""
    lag = lag_of(text)
    return None if lag is None else Predecessor(key, kind, lag, counts_days(text))


def lag_of(text: str, bare: float = 1.0) -> int | None:
    """Minutes of "+30m", "- 1 h" or ""; None for what is no time, such as a share of the duration. A number
    without a unit counts `bare` minutes."""
    if not text.strip():
        return 0
    found = _LAG.match(text.strip())
    minutes = minutes_of(found.group(2), bare) if found else None
    if found is None or minutes is None:
        return None
    return -minutes if found.group(1) == "-" else minutes
