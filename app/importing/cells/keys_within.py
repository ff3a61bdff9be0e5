"""Keys of changes inside other text: a branch, a commit's message, the title of a run."""

from __future__ import annotations

import re

_BEGIN, _END = r"(?<![^\W_])", r"(?![^\W_])"
"""Before and after a key stands no letter and no digit."""
_KEY = re.compile(rf"{_BEGIN}(?:[^\W\d_][^\W_]{{0,11}}[-_ ]\d+|[^\W\d_]{{1,12}}\d+|(?<=#)\d+){_END}")
_TRACKED = re.compile(rf"{_BEGIN}(?:[A-Za-z][A-Za-z0-9]{{1,11}}-\d+|[A-Z]{{2,4}}\d{{4,}}){_END}")


def keys_within(text: str) -> list[str]:
    """What may be a key in a text, as it stands there: OPS-12 of "feature/OPS-12-login", 7 of "fixes #7"."""
    return list(dict.fromkeys(match.group() for match in _KEY.finditer(text)))


def names_a_key(text: str) -> bool:
    """Whether a text names what trackers call a key: OPS-12, CHG0030012."""
    return _TRACKED.search(text) is not None
