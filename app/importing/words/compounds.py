"""Words put together of two, as German writes them, taken apart again."""

from __future__ import annotations

_SHORTEST_PART = 4


def parts_among(word: str, known: frozenset[str]) -> tuple[str, ...]:
    """The two known words that a word is put together of: "risikoeinstufung"; the word itself where it is
    known, or is of no two."""
    if word in known:
        return (word,)
    for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        head, tail = word[:cut], word[cut:]
        if tail in known and (whole := next((one for one in _without_joint(head) if one in known), "")):
            return (whole, tail)
    return (word,)


def _without_joint(head: str) -> tuple[str, ...]:
    """The first part of a compound as it stands, and without the letters that join it to the next."""
    return (head, *(head.removesuffix(joint) for joint in ("s", "es", "n", "en") if head.endswith(joint)))
