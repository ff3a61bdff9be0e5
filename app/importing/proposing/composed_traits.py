"""Headers of how a change is rated, done, tested and taken back, by the few words in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.importing.words.compounds import parts_among
from app.importing.words.concepts_parties import (
    AGENT,
    ASSIGNED,
    GROUP,
    IN_CHARGE,
    REQUESTER,
    SPECIALIST,
    WORKING,
)
from app.importing.words.concepts_things import (
    CHANGE,
    CONCERNED,
    DEPLOYMENT,
    DOWNTIME,
    RECORD,
    SERVICE,
    STEP,
)
from app.importing.words.concepts_times import EXPECTED, LENGTH, PLANNED
from app.importing.words.concepts_traits import (
    AFTER,
    APPROVAL,
    BACK,
    BESIDE_BACK,
    BOARD,
    CAB,
    CATEGORY,
    DESCRIPTION,
    IMPACT,
    LEVEL,
    LONG,
    OUTCOME,
    PLAN,
    PRESENT,
    REASON,
    RISK,
    STAGE,
    STATE,
    TEST,
    TYPE,
    VALIDATION,
)
from app.importing.words.joining import JOINING
from app.importing.words.spelling import spellings

_RECORDS = ("changes", "tickets", "incidents")
_CHANGES = ("changes",)
_SURE, _GUESSED = 0.85, 0.6


@dataclass(frozen=True, slots=True)
class _Trait:
    """A field that a header names by a word of each needed group, and none but these and the allowed."""

    field: str
    kinds: tuple[str, ...]
    needed: tuple[frozenset[str], ...]
    allowed: frozenset[str] = frozenset()
    sure: float = _SURE


_TRAITS: tuple[_Trait, ...] = (
    _Trait("backout_plan", _CHANGES, (PLAN, BACK), BESIDE_BACK | CHANGE | DEPLOYMENT),
    _Trait("verification_plan", _CHANGES, (PLAN, TEST), CHANGE | DEPLOYMENT | AFTER),
    _Trait("likelihood", _CHANGES, (RISK, LEVEL), CHANGE | DEPLOYMENT),
    _Trait("impact", _RECORDS, (IMPACT, LEVEL | CHANGE | RECORD | DEPLOYMENT | CONCERNED)),
    _Trait("likelihood", _CHANGES, (RISK, CHANGE | DEPLOYMENT | EXPECTED)),
    _Trait("change_class", _CHANGES, (TYPE, CHANGE | DEPLOYMENT), RECORD),
    _Trait("change_kind", _CHANGES, (CATEGORY, CHANGE | DEPLOYMENT), RECORD),
    _Trait(
        "expected_downtime_minutes",
        _CHANGES,
        (DOWNTIME, LENGTH | PLANNED | SERVICE),
        LENGTH | PLANNED | SERVICE,
    ),
    _Trait("requester", _RECORDS, (REQUESTER, CHANGE | RECORD | AGENT | CONCERNED)),
    _Trait("team", (*_RECORDS, "activities", "applications"), (GROUP, WORKING | DEPLOYMENT), CONCERNED),
    _Trait("owner", _RECORDS, (ASSIGNED, SPECIALIST | AGENT)),
    _Trait("players", ("activities",), (ASSIGNED, SPECIALIST | AGENT)),
    _Trait("owner", _RECORDS, (IN_CHARGE, CHANGE | RECORD | DEPLOYMENT | AGENT | SPECIALIST), sure=_GUESSED),
    _Trait("players", ("activities",), (IN_CHARGE, DEPLOYMENT | AGENT | STEP), sure=_GUESSED),
    _Trait("state", _RECORDS, (STATE, CHANGE | RECORD | DEPLOYMENT | PRESENT)),
    _Trait("deployment_approved", _CHANGES, (APPROVAL, CAB | CHANGE | DEPLOYMENT), sure=_GUESSED),
    _Trait("deployment_approved", _CHANGES, (VALIDATION, CAB), sure=_GUESSED),
    _Trait("state", _CHANGES, (STATE, APPROVAL), CHANGE, sure=_GUESSED),
    _Trait("state", _RECORDS, (STATE, REASON), RECORD, sure=_GUESSED),
    _Trait("state", _RECORDS, (STAGE,), RECORD, sure=_GUESSED),
    _Trait("state", _CHANGES, (OUTCOME, BOARD | CHANGE | DEPLOYMENT), BOARD, sure=_GUESSED),
    _Trait("description", ("incidents",), (DESCRIPTION, DOWNTIME)),
    _Trait("description", _RECORDS, (DESCRIPTION, CHANGE | RECORD | DEPLOYMENT | LONG | REASON), LONG),
)
"""The first whose words a header has is the one it names."""
_KINDS = frozenset(kind for trait in _TRAITS for kind in trait.kinds)
_ALL = frozenset().union(JOINING, *(trait.allowed.union(*trait.needed) for trait in _TRAITS))


def trait_composed(header: str, kind: str) -> tuple[str, float]:
    """The field of a kind that the words of a header together name, and how sure that is; "" where they name
    none. Every word has to be known."""
    if kind not in _KINDS:
        return "", 0.0
    traits = (trait for words in spellings(header) for trait in _traits_of(words) if kind in trait.kinds)
    found = next(traits, None)
    return (found.field, found.sure) if found else ("", 0.0)


@lru_cache(maxsize=8192)
def _traits_of(words: str) -> tuple[_Trait, ...]:
    """The traits that plain words name, whatever the kind of list."""
    parts = {part for word in words.split() for part in _parts(word)}
    return tuple(trait for trait in _TRAITS if _says(parts, trait))


@lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    return parts_among(word, _ALL)


def _says(parts: set[str], trait: _Trait) -> bool:
    """Whether a header of these words names a trait: each needed group by a word of its own."""
    if any(group.isdisjoint(parts) for group in trait.needed):
        return False
    said = {part for part in parts if part not in JOINING or any(part in group for group in trait.needed)}
    return len(said) >= len(trait.needed) and said <= trait.allowed.union(*trait.needed)
