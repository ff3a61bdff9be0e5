"""Headers whose words are cut short with a full stop, "Verantw.", "Data prev.": what they stand for."""

from __future__ import annotations

import re
from collections.abc import Collection

from app.importing.words.spelling import fold, plain, without_hints, without_small_words

_CUT = re.compile(r"(?<![^\W_])([^\W\d_]{3,})\.(?!\w)")
"""A word of three letters or more before a full stop behind which none goes on, as in "fields.status"."""
_MOST_WORDS = 5
_VERSION = frozenset({"ver", "vers"})
"""What a version is called for short, which begins words for much else."""


def is_cut_short(header: str) -> bool:
    """Whether a word of a header ends with the full stop of an abbreviation."""
    return "." in header and _CUT.search(header) is not None


def known_as(header: str, known: Collection[str]) -> list[str]:
    """The `known` headers, plain, of which a header is a shorter form: each of its words is one of theirs, in
    their order, or begins one where it is cut short."""
    folded = without_hints(fold(header))
    beginnings = {plain(cut[1]) for cut in _CUT.finditer(folded)} - _VERSION
    words = plain(folded).split()
    if not beginnings or len(words) > _MOST_WORDS:
        return []
    first = words[0]
    begins = re.compile(" ".join(re.escape(word) + (r"\w*" if word in beginnings else "") for word in words))
    alike = (one for one in known if one.startswith(first))
    return [one for one in alike if begins.fullmatch(one) or begins.fullmatch(without_small_words(one))]
