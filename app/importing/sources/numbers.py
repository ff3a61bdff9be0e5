"""Programs known by how they number records, for lists that show too few columns to be known by those."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.sources.remedy_abroad import CHANGE_ID, INCIDENT_ID, SUMMARY
from app.importing.sources.servicenow_words import NUMBER, SHORT_DESCRIPTION
from app.importing.words.spelling import spellings

_NUMBERS: tuple[tuple[str, frozenset[str], frozenset[str], re.Pattern[str]], ...] = tuple(
    (name, keys, titles, re.compile(rf"^(?:{prefixes})\d{{{digits},}}$"))
    for name, keys, titles, prefixes, digits in (
        ("ServiceNow changes", NUMBER, SHORT_DESCRIPTION, "CHG", 7),
        ("ServiceNow incidents", NUMBER, SHORT_DESCRIPTION, "INC", 7),
        ("ServiceNow outages", NUMBER, SHORT_DESCRIPTION, "OUTAGE", 7),
        ("ServiceNow problems", NUMBER, SHORT_DESCRIPTION, "PRB", 7),
        ("ServiceNow tasks", NUMBER, SHORT_DESCRIPTION, "SCTASK|RITM|TASK|REQ", 7),
        ("BMC Remedy changes", CHANGE_ID, SUMMARY, "CRQ", 12),
        ("BMC Remedy incidents", INCIDENT_ID, SUMMARY, "INC", 12),
    )
)
"""What each calls its keys and titles, and how its keys are built, unless somebody has set it otherwise."""


def program_numbering(key: str, title: str, keys: Sequence[str]) -> str:
    """The program whose lists call the columns of keys and titles so and number records as these are; ""
    where none is told. People who keep a list of such records call its columns otherwise."""
    for name, called, titled, built in _NUMBERS:
        is_called = not called.isdisjoint(spellings(key)) and not titled.isdisjoint(spellings(title))
        if is_called and keys and all(built.match(one.strip()) for one in keys):
            return name
    return ""
