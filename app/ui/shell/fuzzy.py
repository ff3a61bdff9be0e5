"""Finding commands by a few of their letters, in order."""

from __future__ import annotations

WORD_START_BONUS = 8
RUN_BONUS = 4
GAP_PENALTY = 1


def fuzzy_score(query: str, text: str) -> int | None:
    """How well the letters of `query` fit `text` in order (more is better), or None when they do not.

    Letters that begin a word and letters in a row count more; an unbroken match always beats a scattered one.
    """
    wanted, known = query.casefold().replace(" ", ""), text.casefold()
    if not wanted:
        return 0
    if query.casefold().strip() in known:
        place = known.index(query.casefold().strip())
        return 1000 - place - len(known) // 8
    score, place, previous = 0, 0, -2
    for letter in wanted:
        found = known.find(letter, place)
        if found < 0:
            return None
        if found == 0 or not known[found - 1].isalnum():
            score += WORD_START_BONUS
        score += RUN_BONUS if found == previous + 1 else -GAP_PENALTY * min(found - place, 5)
        previous, place = found, found + 1
    return score
