"""Use case of the global search: changes, windows, the register and what follows a night, by words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.services.workplace import Workplace
from app.store.queries import search as queries
from app.store.queries import search_aftermath as aftermath
from app.store.queries.search import FoundChange, FoundRecord, FoundWindow
from app.store.queries.search_aftermath import FoundEvent, FoundException

__all__ = ["Found", "FoundChange", "FoundEvent", "FoundException", "FoundRecord", "FoundWindow", "search"]

_MOST_WORDS = 12
_LONGEST_QUERY = 400


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, by kind, each in the order to show."""

    changes: tuple[FoundChange, ...] = ()
    windows: tuple[FoundWindow, ...] = ()
    exceptions: tuple[FoundException, ...] = ()
    fixes: tuple[FoundEvent, ...] = ()
    incidents: tuple[FoundEvent, ...] = ()
    applications: tuple[FoundRecord, ...] = ()
    people: tuple[FoundRecord, ...] = ()
    items: tuple[FoundRecord, ...] = ()


def search(workplace: Workplace, text: str, limit: int = 20) -> Found:
    """At most `limit` of each kind that hold every word of `text`; nothing for an empty text.

    Changes are found by the beginning of their key or of a ticket's key, and by the words of key and title;
    windows by title and by a day written 2026-11-28, the next one first; exceptions by their change, reason
    and requester; fixes and incidents by key and title, fixes by place and maker too. Signs such as % stand
    for themselves.
    """
    words = words_of(text)
    if not words:
        return Found()
    with workplace.read() as connection:
        return Found(
            changes=queries.find_changes(connection, words, limit),
            windows=queries.find_windows(connection, words, limit, workplace.now(), _day(words)),
            exceptions=aftermath.find_exceptions(connection, words, limit),
            fixes=aftermath.find_fixes(connection, words, limit),
            incidents=aftermath.find_incidents(connection, words, limit),
            applications=queries.find_applications(connection, words, limit),
            people=queries.find_people(connection, words, limit),
            items=queries.find_items(connection, words, limit),
        )


def words_of(text: str) -> tuple[str, ...]:
    """The words of a query, at most 12, without signs that no database keeps."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text[:_LONGEST_QUERY])
    return tuple(shown.split()[:_MOST_WORDS])


def _day(words: tuple[str, ...]) -> date | None:
    for word in words:
        try:
            return date.fromisoformat(word)
        except ValueError:
            continue
    return None
