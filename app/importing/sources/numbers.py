"""Programs known by how they number records, for lists that show too few columns to be known by those."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.sources.remedy_abroad import CHANGE_ID, INCIDENT_ID, SUMMARY
from app.importing.sources.servicenow_words import NUMBER, SHORT_DESCRIPTION
from app.importing.words.spelling import spellings, spelt

_ITS_OWN = SHORT_DESCRIPTION | spelt(
    "assignment group, zuweisungsgruppe, groupe d'affectation, grupo de asignación, grupo de atribuição, "
    "gruppo di assegnazione, grupa przypisania, atama grubu, sys created on, sys updated on, sys id"
)
"""What ServiceNow alone calls so: a list of its may leave out the descriptions."""

_NUMBERS: tuple[tuple[str, frozenset[str], frozenset[str], re.Pattern[str]], ...] = tuple(
    (name, keys, titles, re.compile(rf"^(?:{prefixes})\d{{{digits},}}$"))
    for name, keys, titles, prefixes, digits in (
        ("ServiceNow changes", NUMBER, _ITS_OWN, "CHG", 7),
        ("ServiceNow incidents", NUMBER, _ITS_OWN, "INC", 7),
        ("ServiceNow outages", NUMBER, _ITS_OWN, "OUTAGE", 7),
        ("ServiceNow problems", NUMBER, _ITS_OWN, "PRB", 7),
        ("ServiceNow tasks", NUMBER, _ITS_OWN, "SCTASK|RITM|TASK|REQ", 7),
        ("BMC Remedy changes", CHANGE_ID, SUMMARY, "CRQ", 12),
        ("BMC Remedy incidents", INCIDENT_ID, SUMMARY, "INC", 12),
    )
)
"""What each calls its keys, what else it calls in its own way, and how its keys are built, unless somebody
has set it otherwise."""


def program_numbering(key: str, others: Sequence[str], keys: Sequence[str]) -> str:
    """The program whose lists call the column of keys, and one of the others, so and number records as these
    are; "" where none is told. People who keep a list of such records call its columns otherwise."""
    said = {words for other in others for words in spellings(other)}
    for name, called, its_own, built in _NUMBERS:
        is_called = not called.isdisjoint(spellings(key)) and not its_own.isdisjoint(said)
        if is_called and keys and all(built.match(one.strip()) for one in keys):
            return name
    return ""
