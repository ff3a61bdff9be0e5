"""The words by which monitors say that something is down, or up again."""

from __future__ import annotations

from collections.abc import Sequence

from app.importing.words.spelling import plain, spelt

_SURELY_DOWN = spelt("down, offline, hard down")
_DOWN = _SURELY_DOWN | spelt("critical, problem, unreachable, failed, failure, alarm, not responding")
_UP = spelt("up, ok, recovery, recovered, online, resolved, restored, hard up, back online")
_BESIDE = spelt("warning, unknown, flapping, acknowledgement, paused, started, pending, unusual")


def is_down(word: str) -> bool:
    """Whether a state says that something does not work: "Down", "Node Down"."""
    return plain(word) in _DOWN or _last(word) in _SURELY_DOWN


def is_up(word: str) -> bool:
    """Whether a state says that something works again."""
    return plain(word) in _UP or _last(word) == "up"


def are_of_monitors(words: Sequence[str]) -> bool:
    """Whether all these words are states as monitors have them: "Down" among them, or both "Node Down" and
    "Node Up", for a title may end so."""
    said = [word for word in words if word.strip()]
    if not all(is_down(word) or is_up(word) or says_beside(word) for word in said):
        return False
    is_told_twice = any(_last(word) in _SURELY_DOWN for word in said) and any(map(is_up, said))
    return is_told_twice or any(plain(word) in _SURELY_DOWN for word in said)


def says_beside(word: str) -> bool:
    """Whether a state says neither, but what monitors say besides."""
    return plain(word) in _BESIDE


def _last(word: str) -> str:
    return plain(word).rpartition(" ")[2]
