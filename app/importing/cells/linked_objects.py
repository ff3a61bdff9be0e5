"""Links in cells as Jira's interface answers them: objects that say the kind and hold the other record."""

from __future__ import annotations

import re

from app.importing.cells.objects import outermost_objects
from app.importing.words.links import kind_said
from app.importing.words.spelling import plain

_KEY = r"""["']key["']\s*:\s*["']([A-Z][A-Z0-9_]*-\d+)["']"""
_ENDS = tuple(
    (
        re.compile(rf"""["']{way}["']\s*:\s*["']([^"']*)["']"""),
        re.compile(rf"""["']{way}Issue["'].*?{_KEY}"""),
    )
    for way in ("outward", "inward")
)
_ANY_KEY = re.compile(_KEY)


def links_in_objects(text: str, kind: str) -> tuple[tuple[str, str], ...]:
    """The links that objects in a cell hold, as (kind, key): "blocks" of the type's words for the end that
    is there. An object without ends is a record itself, linked as the column says; one without a key is
    none."""
    found: list[tuple[str, str]] = []
    for one in outermost_objects(text):
        ends = [(said.search(one), other.search(one)) for said, other in _ENDS]
        told = [(kind_said(plain(said[1])) if said else kind, other[1]) for said, other in ends if other]
        found += told or [(kind, key) for key in _ANY_KEY.findall(one)[:1]]
    return tuple(dict.fromkeys(found))
