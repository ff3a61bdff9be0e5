"""Programs known by how they number records, for lists that show too few columns to be known by those."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.sources.servicenow_words import NUMBER, SHORT_DESCRIPTION
from app.importing.words.spelling import spellings

_SERVICE_NOW: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"^(?:{prefixes})\d{{7,}}$"))
    for name, prefixes in (
        ("ServiceNow changes", "CHG"),
        ("ServiceNow incidents", "INC"),
        ("ServiceNow outages", "OUTAGE"),
        ("ServiceNow problems", "PRB"),
        ("ServiceNow tasks", "SCTASK|RITM|TASK|REQ"),
    )
)
"""A number has seven digits unless somebody has set it otherwise."""


def program_numbering(key: str, title: str, keys: Sequence[str]) -> str:
    """The program whose lists call the columns of keys and titles so and number records as these are; ""
    where none is told. People who keep a list of such records call its columns otherwise."""
    if NUMBER.isdisjoint(spellings(key)) or SHORT_DESCRIPTION.isdisjoint(spellings(title)) or not keys:
        return ""
    return next((name for name, built in _SERVICE_NOW if all(built.match(one.strip()) for one in keys)), "")
