"""Finding commands by a few of their letters, in order."""

from __future__ import annotations

import re

WORD_START_BONUS = 8
RUN_BONUS = 4
GAP_PENALTY = 1
UNBROKEN, UNBROKEN_FROM_WORD_START = 1000, 2000


def fuzzy_score(query: str, text: str) -> int | None:
    """How well the letters of `query` fit `text` in order (more is better), or None when they do not.

    Letters that begin a word and letters in a row count more; an unbroken match always beats a scattered one,
    and one that begins with a word beats one within it.
    """
    whole, known = query.casefold().strip(), text.casefold()
    wanted = whole.replace(" ", "")
    if not wanted:
        return 0
    if whole in known:
        at_word = re.search(rf"(?<!\w){re.escape(whole)}", known)
        place, worth = (
            (at_word.start(), UNBROKEN_FROM_WORD_START) if at_word else (known.index(whole), UNBROKEN)
        )
        return worth - place - len(known) // 8
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
