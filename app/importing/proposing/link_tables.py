"""Lists of links between activities, without the activities: known by their headers, and refused."""

from __future__ import annotations

from collections.abc import Sequence

from app.importing.errors import UnreadableList
from app.importing.words.spelling import spellings, spelt

_BEFORE = spelt(
    """
    pred, predecessor, predecessor id, predecessor task, predecessor task id, pred id, pred code,
    from task, from activity, vorgänger, prédécesseur, predecesora, predecesor,
    predecessora, predecessore, poprzednik, öncül, depends on"""
)
_AFTER = spelt(
    """
    succ, successor, successor id, successor task, successor task id, succ id, succ code,
    to task, to activity, nachfolger, successeur, sucesora, sucesor, sucessora, successore,
    następnik, ardıl"""
)
_OWN = spelt("task, task id, activity, activity id, id, task code, activity code")
_OF_THE_LINK = spelt(
    """
    lag, lag days, lag hours, lag minutes, lag hr cnt, lead lag, link type, relationship, relationship type,
    relation, relation type, dependency type, pred type, verknüpfungsart, zeitabstand"""
)
_BESIDE = spelt("type, link id, dependency id, relationship id, id, no, nr, #, index, uid, comment, notes")


def refuse_links(headers: Sequence[str]) -> None:
    """Raise `UnreadableList` where every column is of a link: its two ends, its type, its lag."""
    named = [set(spellings(header)) for header in headers]
    everything = _BEFORE | _AFTER | _OWN | _OF_THE_LINK | _BESIDE
    if any(words.isdisjoint(everything) for words in named) or not _has(named, _BEFORE):
        return
    if _has(named, _AFTER) or (_has(named, _OWN) and _has(named, _OF_THE_LINK)):
        raise UnreadableList(
            "This is a list of links between activities, without the activities themselves",
            mend="Export the plan with a row for each activity and a column for what comes before it.",
        )


def _has(named: Sequence[set[str]], words: frozenset[str]) -> bool:
    return any(not words.isdisjoint(one) for one in named)
