"""Which program a list comes from, told by its headers alone."""

from __future__ import annotations

from app.importing.sources.boards import BOARDS
from app.importing.sources.builds import BUILDS
from app.importing.sources.calendars import CALENDARS
from app.importing.sources.cases import CASES
from app.importing.sources.clusters import CLUSTERS
from app.importing.sources.deliveries import DELIVERIES
from app.importing.sources.desks import DESKS
from app.importing.sources.detection import DETECTION
from app.importing.sources.directories import DIRECTORIES
from app.importing.sources.helpdesks import HELPDESKS
from app.importing.sources.incidents import INCIDENTS
from app.importing.sources.inventories import INVENTORIES
from app.importing.sources.itsm import ITSM
from app.importing.sources.jira import JIRA
from app.importing.sources.monitors import MONITORS
from app.importing.sources.own import OWN
from app.importing.sources.plans import PLANS
from app.importing.sources.register import REGISTER
from app.importing.sources.servicenow import SERVICE_DESKS
from app.importing.sources.source import GENERIC, Source
from app.importing.sources.trackers import TRACKERS
from app.importing.sources.watching import WATCHING
from app.importing.words.spelling import is_own_field, spellings, with_bare_words, without_small_words

__all__ = ["GENERIC", "NUMBERED", "SOURCES", "Source", "is_of_kind", "recognise", "sibling"]

SOURCES: tuple[Source, ...] = (
    *OWN,
    *JIRA,
    *SERVICE_DESKS,
    *DESKS,
    *HELPDESKS,
    *CASES,
    *ITSM,
    *TRACKERS,
    *BOARDS,
    *PLANS,
    *DETECTION,
    *WATCHING,
    *BUILDS,
    *DELIVERIES,
    *CLUSTERS,
    *CALENDARS,
    *REGISTER,
    *INVENTORIES,
    *DIRECTORIES,
    *INCIDENTS,
    *MONITORS,
)
"""Programs whose lists are known, asked in this order; the surest wins."""

NUMBERED = frozenset(
    {"ServiceNow changes", "ServiceNow incidents", "ServiceNow tasks", "Freshservice tickets"}
)
"""Programs that number changes and incidents in one way, each with letters of its own before the number."""


_HEADERS = tuple(
    (source, tuple(map(with_bare_words, source.needed)), with_bare_words(source.typical))
    for source in SOURCES
)
"""The needed and the typical headers of each, without the words that only join others as well."""


def sibling(source: Source, kind: str) -> Source:
    """The same program's lists of another kind; the source itself where none is known."""
    program = source.name.partition(" ")[0]
    return next((one for one in SOURCES if one.kind == kind and one.name.startswith(program)), source)


def is_of_kind(name: str, kind: str) -> bool:
    """Whether a program of this name is known whose lists are of this kind."""
    return any(one.name == name and one.kind == kind for one in SOURCES)


def recognise(headers: tuple[str, ...]) -> tuple[Source, float]:
    """The program a list comes from and how sure that is, from 0 to 1; `GENERIC` with 0 when none fits.

    The needed headers alone are worth a half, each typical one a tenth more. Among equally sure programs the
    one that needed more headers stands, then the one with more typical ones. Fields that somebody added to a
    program may be called as those of another are: they tell none.
    """
    said = {words for header in headers if not is_own_field(header) for words in spellings(header)}
    have = with_bare_words(frozenset(said))
    best, best_score, best_rank = GENERIC, 0.0, 0.0
    for source, needed, known in _HEADERS:
        if not all(have & group for group in needed):
            continue
        typical = sum(words in known or without_small_words(words) in known for words in said)
        score = min(1.0, 0.5 + 0.1 * typical)
        rank = score + 0.01 * len(source.needed) + 0.001 * typical
        if rank > best_rank:
            best, best_score, best_rank = source, score, rank
    return best, best_score
